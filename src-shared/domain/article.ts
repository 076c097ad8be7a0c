import { z } from 'zod'
import { HighlightColour } from './colour'
import { ArticleId, AssetId, SnapshotId } from './ids'
import { Tag } from './tag'
import { EpochMs } from './time'

/** Where an article stands in a person's reading. */
export const ReadingStatus = z.enum(['inbox', 'reading', 'archive'])
export type ReadingStatus = z.infer<typeof ReadingStatus>

/** What kind of source an article was read from. */
export const SourceFormat = z.enum([
  'html',
  'markdown',
  'text',
  'wikipedia-text',
  'epub',
  'mhtml',
  'webarchive',
  'zim',
  /** What another reader kept of an article: its address, a description, quotations; its text is not here. */
  'excerpts',
])
export type SourceFormat = z.infer<typeof SourceFormat>

/** How far a person has read: the offset of the first visible text, and the share of the article above the lower edge. */
export const Progress = z.object({
  /** UTF-16 offset in the current snapshot's text; 0 before the first reading. */
  offset: z.int().nonnegative(),
  /** 0 (not begun) to 1 (finished). */
  fraction: z.number().min(0).max(1),
})
export type Progress = z.infer<typeof Progress>

/** One highlight as the spine shows it. */
export const SpineMark = z.object({
  /** Where it begins, as a share of the text's length: 0 to 1. */
  at: z.number().min(0).max(1),
  colour: HighlightColour,
})
export type SpineMark = z.infer<typeof SpineMark>

/** The work: what lists show and the reader's header says. Its text is in its current snapshot. */
export const Article = z.object({
  id: ArticleId,
  /** The capture that the reader shows. */
  snapshotId: SnapshotId,
  title: z.string(),
  byline: z.string().nullable(),
  siteName: z.string().nullable(),
  /** Where it came from on the web: http or https. */
  sourceUrl: z.string().nullable(),
  /** ISO 8601, as precise as the source was: `2023`, `2023-02`, `2023-02-17` or a full timestamp. */
  publishedAt: z.string().nullable(),
  /** BCP 47 tag, such as `en` or `pt-BR`. */
  language: z.string().nullable(),
  direction: z.enum(['ltr', 'rtl']),
  /** One or two sentences for lists; plain text. */
  excerpt: z.string(),
  /** The picture that stands for it, in the article or not; null when its source names none that could be kept. */
  leadImage: AssetId.nullable(),
  format: SourceFormat,
  status: ReadingStatus,
  favourite: z.boolean(),
  tags: z.array(Tag),
  wordCount: z.int().nonnegative(),
  progress: Progress,
  addedAt: EpochMs,
  /** Last time it was opened; null while unread. */
  openedAt: EpochMs.nullable(),
  /** When it was moved to Trash; null while it is in the library. */
  trashedAt: EpochMs.nullable(),
  /** Its highlights, in reading order. */
  marks: z.array(SpineMark),
  /** Highlights and notes it carries. */
  annotationCount: z.int().nonnegative(),
})
export type Article = z.infer<typeof Article>
