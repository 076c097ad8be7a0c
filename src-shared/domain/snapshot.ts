import { z } from 'zod'
import { SourceFormat } from './article'
import { ArticleId, AssetId, SnapshotId } from './ids'
import { EpochMs } from './time'

/** A heading of the text. */
export const OutlineEntry = z.object({
  level: z.int().min(1).max(6),
  text: z.string(),
  /** UTF-16 offset of the heading's first character. */
  start: z.int().nonnegative(),
})
export type OutlineEntry = z.infer<typeof OutlineEntry>

/** One row of an infobox: what is stated, and its value. Plain text. */
export const Fact = z.object({ label: z.string(), value: z.string() })
export type Fact = z.infer<typeof Fact>

/** One entry of a reference list. */
export const Reference = z.object({
  /** As the list shows it, such as `1`. */
  label: z.string(),
  /** The whole entry as plain text. */
  text: z.string(),
  /** http or https. */
  url: z.string().nullable(),
  /** ISO 8601 date on which the source was archived. */
  archivedAt: z.string().nullable(),
  /** ISO 8601 date on which the source was retrieved. */
  retrievedAt: z.string().nullable(),
})
export type Reference = z.infer<typeof Reference>

/** Under what terms the text may be used. */
export const Licence = z.object({
  /** The source's own statement, word for word. */
  statement: z.string(),
  /** A known short name, such as `CC BY-SA 4.0`. */
  name: z.string().nullable(),
  url: z.string().nullable(),
})
export type Licence = z.infer<typeof Licence>

/** How a snapshot came into the library. */
export const Provenance = z.object({
  via: z.enum(['file', 'web', 'paste', 'sample']),
  /** The file's name or path within what was dropped; null for web and paste. */
  fileName: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  /** The bytes as they came. */
  original: AssetId,
  /** Their length in bytes. */
  originalBytes: z.int().nonnegative(),
  format: SourceFormat,
  importedAt: EpochMs,
})
export type Provenance = z.infer<typeof Provenance>

/** One immutable capture of an article. Its HTML is served to the reading frame by the host's content routes. */
export const Snapshot = z.object({
  id: SnapshotId,
  articleId: ArticleId,
  createdAt: EpochMs,
  /** Which definition of "the text" the offsets were counted with. */
  textVersion: z.int().positive(),
  /** SHA-256 of the text in UTF-8, lower-case hexadecimal. */
  textHash: z.string(),
  /** Length of the text in UTF-16 units. */
  textLength: z.int().nonnegative(),
  outline: z.array(OutlineEntry),
  facts: z.array(Fact),
  references: z.array(Reference),
  categories: z.array(z.string()),
  licence: Licence.nullable(),
  provenance: Provenance,
  /** Set when the source itself was cut short, such as a paywall stub. */
  truncated: z.boolean(),
})
export type Snapshot = z.infer<typeof Snapshot>
