import { expect, test } from 'vitest'
import { z } from 'zod'
import { openOutputs } from '../../../../../tests/support/outputs'
import { findWords } from './find-words'

const Collection = z.looseObject({
  total: z.int(),
  first: z.looseObject({ items: z.array(z.record(z.string(), z.unknown())) }),
})
const options = { kind: 'json-ld', style: 'apa', by: 'article' } as const
const TEXT = 'Dr Snow 👩‍👩‍👧 mapped it; the Broad Street pump was the cause. The pump again.'

async function openMarked() {
  const stores = openOutputs()
  const article = stores.addArticle({ text: TEXT, sourceUrl: 'https://example.org/pump' })
  const highlight = await stores.mark(article, 'Broad Street pump', 'blue')
  await stores.annotations.update({ ids: [highlight.id], change: { tags: ['map'] } })
  const body = { version: 1 as const, blocks: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'Why *here*?', marks: [] }] }] } // prettier-ignore
  await stores.annotations.saveNote({ id: highlight.id, baseRevision: 0, body })
  const scope = { kind: 'articles' as const, ids: [article.id] }
  return { ...stores, article, highlight, text: await stores.made({ ...options, scope }) }
}

/** What the recommendation says that an annotation MUST be (sections 3.1 to 4.4). */
const Iri = z.string().regex(/^[a-z][a-z\d+.-]*:\S+$/iu)
const Time = z.iso.datetime({ offset: true })
const Must = z.looseObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: Iri,
  type: z.literal('Annotation'),
  motivation: z.enum(['highlighting', 'commenting']),
  created: Time,
  modified: Time,
  bodyValue: z.never().optional(),
  body: z
    .array(z.looseObject({ type: z.literal('TextualBody'), value: z.string() }))
    .min(1)
    .optional(),
  stylesheet: z.looseObject({ type: z.literal('CssStylesheet'), value: z.string() }),
  target: z.looseObject({
    type: z.literal('SpecificResource'),
    source: Iri,
    styleClass: z.string(),
    selector: z.tuple([
      z.strictObject({
        type: z.literal('TextQuoteSelector'),
        exact: z.string().min(1),
        prefix: z.string(),
        suffix: z.string(),
      }),
      z.strictObject({
        type: z.literal('TextPositionSelector'),
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
      }),
    ]),
  }),
})

test('each annotation is what the recommendation says it must be, with positions in code points', async () => {
  const { text } = await openMarked()
  const { first, total } = Collection.parse(JSON.parse(text))
  expect(total).toBe(1)
  for (const item of first.items) Must.parse(item)
  const { target } = z
    .looseObject({ target: z.looseObject({ selector: z.array(z.looseObject({})) }) })
    .parse(first.items[0])
  const start = Array.from(TEXT.slice(0, TEXT.indexOf('Broad'))).length
  expect(target.selector[1]).toEqual({ type: 'TextPositionSelector', start, end: start + 17 })
})

test('what went out comes in again elsewhere, once', async () => {
  const { text, highlight } = await openMarked()
  const other = openOutputs()
  const { id } = other.addArticle({ text: `New: ${TEXT}`, sourceUrl: 'https://example.org/pump' })
  expect(await other.outputs.readAnnotations({ text, dryRun: true })).toMatchObject({
    annotations: [{ outcome: 'added' }],
  })
  expect(await other.annotations.list({ articleId: id })).toEqual([])
  await other.outputs.readAnnotations({ text, dryRun: false })
  const [found] = await other.annotations.list({ articleId: id })
  expect(found).toMatchObject({
    id: highlight.id,
    colour: 'blue',
    tags: ['map'],
    body: highlight.body ?? expect.anything(),
  })
  expect(JSON.stringify(found?.body)).toContain('Why *here*?')
  expect(found?.kind === 'highlight' && found.target.quote.exact).toBe('Broad Street pump')
  const again = await other.outputs.readAnnotations({ text, dryRun: false })
  expect(again.annotations.map(({ outcome }) => outcome)).toEqual(['known'])
})

test('what cannot be placed is said to be so, and nothing is added', async () => {
  const stores = openOutputs()
  stores.addArticle({ text: TEXT, sourceUrl: 'https://example.org/pump' })
  const annotation = (source: string, exact: string) => ({
    ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'http://example.org/a', type: 'Annotation' },
    target: { source, selector: { type: 'TextQuoteSelector', exact } },
  })
  const text = JSON.stringify([
    annotation('https://example.org/other', 'pump'),
    annotation('https://example.org/pump', 'no such words'),
    annotation('https://example.org/pump', 'pump'),
    { type: 'Note' },
  ])
  const { annotations } = await stores.outputs.readAnnotations({ text, dryRun: false })
  expect(annotations.map(({ outcome }) => outcome)).toEqual(['no-article', 'not-found', 'not-found', 'unreadable'])
  await expect(async () => stores.outputs.readAnnotations({ text: '{"a":1}', dryRun: false })).rejects.toMatchObject({
    code: 'unsupported-format',
  })
})

test('words are found by their quote; a position alone counts only without one', () => {
  const find = (exact: string | null, position: { start: number; end: number } | null, prefix = '') =>
    findWords('one two one two', { exact, prefix, suffix: '', position })
  expect(find('two', null)).toBeNull()
  expect(find('two', null, 'one two one ')).toEqual({ start: 12, end: 15 })
  expect(find('two', { start: 11, end: 14 })).toEqual({ start: 12, end: 15 })
  expect(find(null, { start: 3, end: 8 })).toEqual({ start: 4, end: 7 })
  expect(find('three', { start: 0, end: 3 })).toBeNull()
})
