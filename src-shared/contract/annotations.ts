import { z } from 'zod'
import { Annotation, ArticleNote, Highlight, TextTarget } from '../domain/annotation'
import { HighlightColour } from '../domain/colour'
import { AnnotationId, ArticleId } from '../domain/ids'
import { NoteDocument } from '../domain/note-document'
import { Tag } from '../domain/tag'
import { EpochMs } from '../domain/time'
import { method } from './define'

const Ids = z.object({ ids: z.array(AnnotationId).min(1).max(10_000) })

export const annotations = {
  /** An article's note, then its highlights in reading order. */
  list: method(z.object({ articleId: ArticleId }), z.array(Annotation)),
  /** One page of all highlights of the library, by article, newest article first; articles in Trash are left out. */
  listAll: method(
    z.object({
      colour: HighlightColour.nullable().default(null),
      tag: Tag.nullable().default(null),
      withNote: z.boolean().nullable().default(null),
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
