import { z } from 'zod'
import { Annotation, ArticleNote, Highlight, TextTarget } from '../domain/annotation'
import { HighlightColour } from '../domain/colour'
import { AnnotationId, ArticleId, SnapshotId } from '../domain/ids'
import { NoteDocument } from '../domain/note-document'
import { Tag } from '../domain/tag'
import { EpochMs } from '../domain/time'
import { method } from './define'

const Ids = z.object({ ids: z.array(AnnotationId).min(1).max(10_000) })

export const annotations = {
  /** An article's note, then its highlights in reading order. */
  list: method(z.object({ articleId: ArticleId }), z.array(Annotation)),
  /** The highlights of an earlier snapshot, where they stood in it, in reading order. Says nothing of where they are now. */
  listIn: method(z.object({ snapshotId: SnapshotId }), z.array(Highlight)),
  /** One page of all highlights of the library, by article, newest article first; articles in Trash are left out. */
  listAll: method(
    z.object({
      colour: HighlightColour.nullable().default(null),
      tag: Tag.nullable().default(null),
      withNote: z.boolean().nullable().default(null),
      /** Whether only those whose words were not found in the newest version, or only the others. */
      orphaned: z.boolean().nullable().default(null),
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
  /** Undoes `remove`. */
  restore: method(Ids, z.void()),
}
