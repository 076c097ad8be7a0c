import { z } from 'zod'
import { HighlightColour } from './colour'
import { AnnotationId, ArticleId, SnapshotId } from './ids'
import { NoteDocument } from './note-document'
import { TextPosition, TextQuote } from './selector'
import { Tag } from './tag'
import { EpochMs } from './time'

/** The passage an annotation is about: a snapshot, and always both selectors. */
export const TextTarget = z.object({ snapshotId: SnapshotId, position: TextPosition, quote: TextQuote })
export type TextTarget = z.infer<typeof TextTarget>

const shared = {
  id: AnnotationId,
  articleId: ArticleId,
  /** The note; null while nothing was written. */
  body: NoteDocument.nullable(),
  /** Counts saves of the note, from 0. A save names the revision it was based on. */
  revision: z.int().nonnegative(),
  tags: z.array(Tag),
  createdAt: EpochMs,
  updatedAt: EpochMs,
}

/** A coloured passage, with or without a note. */
export const Highlight = z.object({
  ...shared,
  kind: z.literal('highlight'),
  target: TextTarget,
  colour: HighlightColour,
})
export type Highlight = z.infer<typeof Highlight>

/** The note on the whole article; an article has at most one. */
export const ArticleNote = z.object({ ...shared, kind: z.literal('article-note') })
export type ArticleNote = z.infer<typeof ArticleNote>

export const Annotation = z.discriminatedUnion('kind', [Highlight, ArticleNote])
export type Annotation = z.infer<typeof Annotation>
