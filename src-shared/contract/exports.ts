import { z } from 'zod'
import { ArticleId } from '../domain/ids'
import { method } from './define'

/** What to export. */
export const ExportScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('articles'), ids: z.array(ArticleId).min(1) }),
  /** Every article that carries a highlight or a note. */
  z.object({ kind: z.literal('library') }),
])
export type ExportScope = z.infer<typeof ExportScope>

export const ExportedFile = z.object({
  articleId: ArticleId,
  /** A file name that is safe on every system, unique within the export. */
  name: z.string(),
  /** Markdown, UTF-8, `\n` line ends. The same state always gives the same text. */
  text: z.string(),
})
export type ExportedFile = z.infer<typeof ExportedFile>

export const exports = {
  /** How many files there would be, and the first of them whole. */
  preview: method(
    z.object({ scope: ExportScope }),
    z.object({ files: z.int().nonnegative(), annotations: z.int().nonnegative(), first: ExportedFile.nullable() }),
  ),
  /** Every file of the export. */
  markdown: method(z.object({ scope: ExportScope }), z.array(ExportedFile)),
  /** The export as one download: the Markdown file itself, or a zip of several. */
  download: method(
    z.object({ scope: ExportScope }),
    z.object({ name: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array<ArrayBuffer>) }),
  ),
}
