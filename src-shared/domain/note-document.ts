import { z } from 'zod'
import { ArticleId, AssetId, NoteId } from './ids'
import { Tag } from './tag'

/** How a run of text is set. */
export const Mark = z.enum(['bold', 'italic', 'strikethrough', 'code'])
export type Mark = z.infer<typeof Mark>

export const TextRun = z.object({ type: z.literal('text'), text: z.string(), marks: z.array(Mark) })
export type TextRun = z.infer<typeof TextRun>
export const LineBreak = z.object({ type: z.literal('break') })
/** A formula in a line. */
export const InlineMath = z.object({
  type: z.literal('math'),
  /** TeX source, without the dollar signs. */
  tex: z.string().max(10_000),
})
/** A `#tag`. The annotation or note carries the tag for as long as it stands in its text. */
export const TagMention = z.object({ type: z.literal('tag'), tag: Tag })

/** What a `[[link]]` leads to. */
export const LinkTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), id: ArticleId }),
  z.object({ kind: z.literal('note'), id: NoteId }),
])
export type LinkTarget = z.infer<typeof LinkTarget>
/** A `[[link]]` to an article or a note. Readers are shown the title that it has now. */
export const Reference = z.object({
  type: z.literal('reference'),
  target: LinkTarget,
  /** Its title when the link was made: what is shown once it is gone. */
  title: z.string().max(1000),
})
export type Reference = z.infer<typeof Reference>

export const Link = z.object({
  type: z.literal('link'),
  /** http, https, mailto, or a passage of an article, `lectern://open/<article>?at=<start>-<end>`; anything else is refused when the note is saved. */
  url: z.string().regex(/^(?:https?:\/\/|mailto:|lectern:\/\/open\/[\da-f-]{36}(?:\?at=\d+-\d+)?$)/iu),
  children: z.array(z.discriminatedUnion('type', [TextRun, LineBreak])),
})
export type Link = z.infer<typeof Link>
export const Inline = z.discriminatedUnion('type', [TextRun, LineBreak, Link, InlineMath, TagMention, Reference])
export type Inline = z.infer<typeof Inline>

export const Paragraph = z.object({ type: z.literal('paragraph'), children: z.array(Inline) })
export const Heading = z.object({
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
  children: z.array(Inline),
})
export type HeadingLevel = z.infer<typeof Heading>['level']
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
      /** Whether the item is ticked; absent in a list without boxes. In a check list each item has it. */
      checked: z.boolean().exactOptional(),
      /** A list one level deeper, under this item. */
      get nested() {
        return List.nullable()
      },
    }),
  ),
})
export type List = z.infer<typeof List>
export type ListItem = List['items'][number]

export const TableCell = z.object({ children: z.array(Inline) })
export type TableCell = z.infer<typeof TableCell>
/** A table. Every row has as many cells as the first. */
export const Table = z.object({
  type: z.literal('table'),
  /** Whether the first row names the columns. */
  header: z.boolean(),
  rows: z.array(z.array(TableCell)),
})
export type Table = z.infer<typeof Table>

/** A picture on its own line. Its bytes are an asset, served at `/assets/<AssetId>`. */
export const ImageBlock = z.object({
  type: z.literal('image'),
  asset: AssetId,
  /** Says what it shows; empty when nobody said. */
  alt: z.string().max(1000),
})
/** A formula on its own line. */
export const MathBlock = z.object({
  type: z.literal('math'),
  /** TeX source, without the dollar signs. */
  tex: z.string().max(10_000),
})
/** A line across the note. */
export const Rule = z.object({ type: z.literal('rule') })

export const Block = z.discriminatedUnion('type', [
  Paragraph,
  Heading,
  Quote,
  CodeBlock,
  List,
  Table,
  ImageBlock,
  MathBlock,
  Rule,
])
export type Block = z.infer<typeof Block>

/**
 * A rich-text note as it is stored: our own tree, so that a note written today does not depend on an editor's
 * internal format tomorrow. The editor converts to and from it. Blocks and fields are only ever added: every note that
 * was ever stored still reads.
 */
export const NoteDocument = z.object({ version: z.literal(1), blocks: z.array(Block) })
export type NoteDocument = z.infer<typeof NoteDocument>
