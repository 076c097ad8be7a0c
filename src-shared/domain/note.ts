import { z } from 'zod'
import { AnnotationId, ArticleId, NoteId, TopicId } from './ids'
import { LinkTarget, NoteDocument } from './note-document'
import { Tag } from './tag'
import { EpochMs } from './time'

const shared = {
  id: NoteId,
  /** The topic that it belongs to; null for a note that stands alone. */
  topicId: TopicId.nullable(),
  /** Its first line; empty while nothing was written. */
  title: z.string(),
  /** Tags of its text and those a person gave it beside. */
  tags: z.array(Tag),
  createdAt: EpochMs,
  updatedAt: EpochMs,
  /** When it was moved to Trash; null while it is in the library. */
  removedAt: EpochMs.nullable(),
}

/** A note that is not about a passage or an article: it stands alone, or belongs to a topic. */
export const Note = z.object({
  ...shared,
  /** Null while nothing was written. */
  body: NoteDocument.nullable(),
  /** Counts saves of the note, from 0. A save names the revision it was based on. */
  revision: z.int().nonnegative(),
})
export type Note = z.infer<typeof Note>

/** A note as lists show it. */
export const NoteSummary = z.object({
  ...shared,
  /** The words after the first line, cut short. */
  excerpt: z.string(),
})
export type NoteSummary = z.infer<typeof NoteSummary>

/** A note that links to something. */
export const Backlink = z.object({
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('note'), noteId: NoteId }),
    z.object({ kind: z.literal('article-note'), articleId: ArticleId, annotationId: AnnotationId }),
    z.object({ kind: z.literal('highlight'), articleId: ArticleId, annotationId: AnnotationId }),
  ]),
  /** Of the note, or of the article that the note is on. */
  title: z.string(),
  /** The words around the link. */
  excerpt: z.string(),
  updatedAt: EpochMs,
})
export type Backlink = z.infer<typeof Backlink>

/** What a link leads to now. */
export const LinkedTitle = z.object({
  target: LinkTarget,
  title: z.string(),
  state: z.enum(['here', 'in-trash', 'missing']),
})
export type LinkedTitle = z.infer<typeof LinkedTitle>
