import { z } from 'zod'
import { Annotation, ArticleNote, Highlight, TextTarget } from '../domain/annotation'
import { HighlightColour } from '../domain/colour'
import { AnnotationId, ArticleId, SnapshotId, TopicId } from '../domain/ids'
import { NoteDocument } from '../domain/note-document'
import { Tag } from '../domain/tag'
import { EpochMs } from '../domain/time'
import { method } from './define'

/** How all highlights of the library are ordered. */
export const HighlightSort = z.enum(['article', 'newest'])
export type HighlightSort = z.infer<typeof HighlightSort>

const Ids = z.object({ ids: z.array(AnnotationId).min(1).max(10_000) })

/** A highlight or article note that was removed, and can be restored for 30 days. */
export const RemovedAnnotation = z.object({
  id: AnnotationId,
  kind: z.enum(['highlight', 'article-note']),
  articleId: ArticleId,
  articleTitle: z.string(),
  /** Whether its article is in Trash itself. */
  articleRemoved: z.boolean(),
  /** Null for an article's note. */
  colour: HighlightColour.nullable(),
  /** The beginning of the passage; empty for an article's note. */
  words: z.string(),
  /** The beginning of what the note says; empty where there is none. */
  note: z.string(),
  tags: z.array(Tag),
  removedAt: EpochMs,
})
export type RemovedAnnotation = z.infer<typeof RemovedAnnotation>

export const annotations = {
  /** An article's note, then its highlights in reading order; with `ids`, only those of them. */
  list: method(
    z.object({ articleId: ArticleId, ids: z.array(AnnotationId).max(10_000).optional() }),
    z.array(Annotation),
  ),
  /** The highlights of an earlier snapshot, where they stood in it, in reading order. Says nothing of where they are now. */
  listIn: method(z.object({ snapshotId: SnapshotId }), z.array(Highlight)),
  /** Those of these annotations that exist and were not removed, in the order of the ids. */
  many: method(Ids, z.array(Annotation)),
  /** One page of all highlights of the library; articles in Trash are left out. */
  listAll: method(
    z.object({
      colour: HighlightColour.nullable().default(null),
      /** Those that carry it or a tag nested in it. */
      tag: Tag.nullable().default(null),
      /** Those of its articles and of the articles of topics nested in it. */
      topicId: TopicId.nullable().default(null),
      withNote: z.boolean().nullable().default(null),
      /** Whether only those whose words were not found in the newest version, or only the others. */
      orphaned: z.boolean().nullable().default(null),
      /** Those made at this moment or later. */
      since: EpochMs.nullable().default(null),
      /** By article, newest article first and in reading order; or the newest highlight first. */
      sort: HighlightSort.default('article'),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({
      total: z.int().nonnegative(),
      highlights: z.array(Highlight.extend({ articleTitle: z.string() })),
    }),
  ),
  /**
   * Makes a highlight. The words are checked against the snapshot's text.
   * @throws selector-mismatch, not-found
   */
  highlight: method(z.object({ target: TextTarget, colour: HighlightColour }), Highlight),
  /**
   * Puts a highlight on other words of its article's current snapshot: an orphan on the words that a person selected, or
   * one that is in the wrong place. `detach` undoes it.
   * @throws selector-mismatch, not-found
   */
  attach: method(z.object({ id: AnnotationId, target: TextTarget }), Highlight),
  /** Undoes the last `attach` in the current snapshot; does nothing where there was none. @throws not-found */
  detach: method(z.object({ id: AnnotationId }), Highlight),
  /** Says that orphans may stay without a place, or takes that back. A later snapshot looks for them all the same. */
  keep: method(Ids.extend({ kept: z.boolean() }), z.void()),
  /** The article's note, made now if there is none. @throws not-found */
  articleNote: method(z.object({ articleId: ArticleId }), ArticleNote),
  /** Changes what is given. @throws not-found */
  update: method(
    Ids.extend({
      change: z.object({ colour: HighlightColour.optional(), tags: z.array(Tag).max(100).optional() }),
    }),
    z.void(),
  ),
  /**
   * Saves a note. The earlier text is kept as a revision.
   * @throws note-conflict when `baseRevision` is not the stored one, not-found
   */
  saveNote: method(
    z.object({ id: AnnotationId, baseRevision: z.int().nonnegative(), body: NoteDocument }),
    z.object({ revision: z.int().nonnegative(), updatedAt: EpochMs }),
  ),
  /** Deletes; `restore` undoes it for 30 days. */
  remove: method(Ids, z.void()),
  /** Undoes `remove`. @throws not-found for those that were deleted for good since; the others are back */
  restore: method(Ids, z.void()),
  /** What was removed and can be restored, latest first: the last of them, and how many there are. */
  removed: method(
    z.object({ limit: z.int().min(1).max(10_000).default(2000) }),
    z.object({ total: z.int().nonnegative(), annotations: z.array(RemovedAnnotation) }),
  ),
  /** Deletes for good what was removed: these, or all of it (null). */
  deleteForever: method(z.object({ ids: z.array(AnnotationId).max(10_000).nullable() }), z.void()),
}
