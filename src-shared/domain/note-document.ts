import { z } from 'zod'

/** How a run of text is set. */
export const Mark = z.enum(['bold', 'italic', 'strikethrough', 'code'])
export type Mark = z.infer<typeof Mark>

export const TextRun = z.object({ type: z.literal('text'), text: z.string(), marks: z.array(Mark) })
export type TextRun = z.infer<typeof TextRun>
export const LineBreak = z.object({ type: z.literal('break') })
export const Link = z.object({
  type: z.literal('link'),
  /** http, https or mailto; anything else is refused when the note is saved. */
  url: z.string().regex(/^(?:https?:\/\/|mailto:)/iu),
  children: z.array(z.discriminatedUnion('type', [TextRun, LineBreak])),
})
export const Inline = z.discriminatedUnion('type', [TextRun, LineBreak, Link])
export type Inline = z.infer<typeof Inline>

export const Paragraph = z.object({ type: z.literal('paragraph'), children: z.array(Inline) })
export const Heading = z.object({
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  children: z.array(Inline),
})
export const Quote = z.object({ type: z.literal('quote'), children: z.array(Inline) })
export const CodeBlock = z.object({
  type: z.literal('code'),
  /** The language a person named, such as `python`; null when none. */
  language: z.string().nullable(),
  text: z.string(),
})
/** A list, nested through its items. */
export const List = z.object({
  type: z.literal('list'),
  ordered: z.boolean(),
  /** Number of the first item of an ordered list. */
  start: z.int().nonnegative(),
  items: z.array(
    z.object({
      children: z.array(Inline),
      /** A list one level deeper, under this item. */
      get nested() {
        return List.nullable()
      },
    }),
  ),
})
export type List = z.infer<typeof List>
export type ListItem = List['items'][number]

export const Block = z.discriminatedUnion('type', [Paragraph, Heading, Quote, CodeBlock, List])
export type Block = z.infer<typeof Block>

/**
 * A rich-text note as it is stored: our own tree, so that a note written today does not depend on an editor's
 * internal format tomorrow. The editor converts to and from it.
 */
export const NoteDocument = z.object({ version: z.literal(1), blocks: z.array(Block) })
export type NoteDocument = z.infer<typeof NoteDocument>
