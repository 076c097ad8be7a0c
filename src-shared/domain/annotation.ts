import { z } from 'zod'
import { HighlightColour } from './colour'
import { AnnotationId, ArticleId, AssetId, SnapshotId } from './ids'
import { NoteDocument } from './note-document'
import { TextPosition, TextQuote } from './selector'
import { Tag } from './tag'
import { EpochMs } from './time'

/** A picture that has no words of its own, such as a caption. */
export const TargetPicture = z.object({
  /** The picture itself, by its content. */
  asset: AssetId,
  /** What it shows, in words, as its page says; empty where the page says nothing. */
  alt: z.string().max(1000),
})
export type TargetPicture = z.infer<typeof TargetPicture>

/** The passage an annotation is about: a snapshot, and always both selectors. */
export const TextTarget = z.object({
  snapshotId: SnapshotId,
  position: TextPosition,
  quote: TextQuote,
  /** Where it is about a picture without words: that picture. Position and quote are then the words that it stands next to. */
  picture: TargetPicture.optional(),
})
export type TextTarget = z.infer<typeof TextTarget>

/** How a highlight was found again in a newer snapshot. */
export const MoveMethod = z.enum([
  /** The text did not change. */
  'same-text',
  /** It stands where a comparison of the two texts says. */
  'diff',
  /** The same words stand elsewhere, as where a paragraph was moved. */
  'quote',
  /** Nearly the same words stand elsewhere. */
  'fuzzy',
])
export type MoveMethod = z.infer<typeof MoveMethod>

export const Move = z.object({
  method: MoveMethod,
  /** How alike the words are, without typography and citation marks: 1 for the same words, down to 0. */
  score: z.number().min(0).max(1),
  /** The words before, where they were others; null when they are the same. */
  previousExact: z.string().nullable(),
})
export type Move = z.infer<typeof Move>

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
  /** Where it stands; of an orphan, where it stood last, in an earlier snapshot. */
  target: TextTarget,
  /** How it came there; null where a person put it. */
  move: Move.nullable(),
  /**
   * `placed`: it stands in the article's current snapshot. `orphan`: its words were not found there. `kept`: neither, and a
   * person has said that it may stay so.
   */
  place: z.enum(['placed', 'orphan', 'kept']),
  colour: HighlightColour,
})
export type Highlight = z.infer<typeof Highlight>

/** The note on the whole article; an article has at most one. */
export const ArticleNote = z.object({ ...shared, kind: z.literal('article-note') })
export type ArticleNote = z.infer<typeof ArticleNote>

export const Annotation = z.discriminatedUnion('kind', [Highlight, ArticleNote])
export type Annotation = z.infer<typeof Annotation>
