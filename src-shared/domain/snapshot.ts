import { z } from 'zod'
import { SourceFormat } from './article'
import { Citation } from './citation'
import { ArticleId, AssetId, SnapshotId } from './ids'
import { Link, SnapshotDetails } from './snapshot-details'
import { EpochMs } from './time'

/** A heading of the text. */
export const OutlineEntry = z.object({
  level: z.int().min(1).max(6),
  text: z.string(),
  /** UTF-16 offset of the heading's first character. */
  start: z.int().nonnegative(),
})
export type OutlineEntry = z.infer<typeof OutlineEntry>

/** A number with its unit, where a value plainly is one. */
export const Quantity = z.object({
  value: z.number(),
  /** As it is written, such as `km2` or `%`; empty for a count. */
  unit: z.string(),
})
export type Quantity = z.infer<typeof Quantity>

/** One row of an infobox: what is stated, and its value. Plain text. */
export const Fact = z.object({
  label: z.string(),
  value: z.string(),
  /** The heading within the infobox that it stands under. */
  group: z.string().nullable().default(null),
  /** Links of the value, in order. */
  links: z.array(Link).default([]),
  /** The value's first number, when the value begins with it and means nothing else. */
  quantity: Quantity.nullable().default(null),
})
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
  /** The group of notes it belongs to, such as `note` or `lower-alpha`; null for the plain list. */
  group: z.string().nullable().default(null),
  /** What the entry cites, where the source marks up or plainly writes its parts. */
  citation: Citation.nullable().default(null),
})
export type Reference = z.infer<typeof Reference>

/** Under what terms the text may be used. */
export const Licence = z.object({
  /** The source's own statement, word for word. */
  statement: z.string(),
  /** A known short name, such as `CC BY-SA 4.0`. */
  name: z.string().nullable(),
  /** The licence's own text. */
  url: z.string().nullable(),
})
export type Licence = z.infer<typeof Licence>

/** The licence of a snapshot, with what Creative Commons licences ask of whoever passes the text on. */
export const SnapshotLicence = Licence.extend({
  /** Where the authors are named, such as a wiki page's history. http or https. */
  authorsUrl: z.string().nullable().default(null),
  /** What was changed of the source, in one sentence. */
  changes: z.string().nullable().default(null),
})
export type SnapshotLicence = z.infer<typeof SnapshotLicence>

/** How a snapshot came into the library. */
export const Provenance = z.object({
  via: z.enum(['file', 'web', 'paste', 'sample']),
  /** The file's name or path within what was dropped; null for web and paste. */
  fileName: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  /** The bytes as they came. */
  original: AssetId,
  /** The second and further pages, where one text was saved as several files; in their order. */
  further: z.array(AssetId).optional(),
  /** Length of `original` in bytes. */
  originalBytes: z.int().nonnegative(),
  format: SourceFormat,
  importedAt: EpochMs,
  /** Which asset an image's address, as the source writes it, became; without those that are in the source itself. */
  images: z.record(z.string(), AssetId).default({}),
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
  licence: SnapshotLicence.nullable(),
  provenance: Provenance,
  /** Set when the source itself was cut short, such as a paywall stub. */
  truncated: z.boolean(),
  /** What a wiki says about its page; null for other sources. */
  details: SnapshotDetails.nullable(),
})
export type Snapshot = z.infer<typeof Snapshot>
