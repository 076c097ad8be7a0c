import { z } from 'zod'

/** The recommendation's own context (https://www.w3.org/TR/annotation-model/#annotations). */
export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

const Text = z.string().max(1_000_000)
const list = <Shape extends z.ZodType>(shape: Shape) =>
  z.union([z.array(shape), shape.transform((one): z.infer<Shape>[] => [one])])

const QuoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: Text.min(1),
  prefix: Text.default(''),
  suffix: Text.default(''),
})
const PositionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})
/** Selectors of a text; others of the recommendation are passed over. */
const Selector = z.union([QuoteSelector, PositionSelector, z.unknown().transform(() => null)])
type TextSelector = z.infer<typeof Selector>

/** A target's words by their quote, if it has them. */
export function quoteOf(selectors: readonly TextSelector[]): z.infer<typeof QuoteSelector> | null {
  return selectors.flatMap((one) => (one?.type === 'TextQuoteSelector' ? [one] : []))[0] ?? null
}

/** A target's words by their position in code points, if it has it. */
export function positionOf(selectors: readonly TextSelector[]): z.infer<typeof PositionSelector> | null {
  return selectors.flatMap((one) => (one?.type === 'TextPositionSelector' ? [one] : []))[0] ?? null
}

const Source = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])

const Target = z.union([
  z.string().transform((id) => ({ source: id, identifier: null, selector: [], styleClass: null })),
  z
    .looseObject({
      source: Source,
      'dcterms:identifier': z.string().nullable().default(null),
      selector: list(Selector).default([]),
      styleClass: z
        .union([z.string(), z.array(z.string()).transform((all) => all[0] ?? null)])
        .nullable()
        .default(null),
    })
    .transform(({ 'dcterms:identifier': identifier, ...target }) => ({ ...target, identifier })),
  // A web resource without a selector: what is about it as a whole.
  z
    .looseObject({ id: z.string() })
    .transform(({ id }) => ({ source: id, identifier: null, selector: [], styleClass: null })),
])

const Body = z.union([
  z.looseObject({
    value: Text,
    format: list(z.string())
      .transform((all) => all[0] ?? null)
      .nullable()
      .default(null),
    purpose: list(z.string()).default([]),
  }),
  z.unknown().transform(() => null),
])

/** One annotation as the recommendation shapes it, as far as Lectern understands it. */
export const WebAnnotation = z
  .looseObject({
    id: z.string().default(''),
    type: list(z.string()).refine((types) => types.includes('Annotation')),
    body: list(Body).default([]),
    bodyValue: Text.optional(),
    target: list(Target).refine((targets) => targets.length > 0),
    created: z.string().nullable().default(null),
  })
  .transform(({ id, body, bodyValue, target, created }) => ({
    id,
    bodies: [
      ...body.flatMap((one) => (one === null ? [] : [one])),
      ...(bodyValue === undefined ? [] : [{ value: bodyValue, format: 'text/plain', purpose: [] }]),
    ],
    targets: target,
    created,
  }))
export type WebAnnotation = z.infer<typeof WebAnnotation>

/** What a file may be: one annotation, some of them, a page of a collection, or a collection with its first page. */
const Page = z.looseObject({ items: z.array(z.unknown()) })
const Collection = z.looseObject({ first: Page })

/** The annotations of a file, not looked at yet; null when it is no such file. */
export function annotationsOf(json: unknown): unknown[] | null {
  const several = z.array(z.unknown()).safeParse(json)
  if (several.success) return several.data
  const collection = Collection.safeParse(json)
  if (collection.success) return collection.data.first.items
  const page = Page.safeParse(json)
  if (page.success) return page.data.items
  return WebAnnotation.safeParse(json).success ? [json] : null
}
