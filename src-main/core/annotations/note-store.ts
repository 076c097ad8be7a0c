import { AnnotationId, ArticleId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import type { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'
import { createNoteBodies, type SavedBody } from '../database/note-bodies'

/** Where notes of annotations are stored. */
export const NOTES_OF_ANNOTATIONS = {
  rows: 'annotations',
  history: 'note_revisions',
  tags: 'annotation_tags',
  key: 'annotation_id',
} as const

/** What became of saving a note. `appeared`: the article now counts one note more or less. */
export type SavedNote =
  Exclude<SavedBody, { kind: 'saved' }> | (Extract<SavedBody, { kind: 'saved' }> & { readonly articleId: ArticleId })

/** Saves notes of annotations, each with what it replaced. */
export function createNoteStore(db: Database, reindex: (id: AnnotationId) => void) {
  const articleOf = db.prepare('SELECT article_id FROM annotations WHERE id = ?').pluck()
  const bodies = createNoteBodies(db, NOTES_OF_ANNOTATIONS, (id) => reindex(AnnotationId.parse(id)))
  return {
    /** Stores a note that was based on a revision, as `createNoteBodies` says. */
    saveNote: (id: AnnotationId, baseRevision: number, document: NoteDocument, now: EpochMs): SavedNote => {
      const saved = bodies.save(id, baseRevision, document, now)
      return saved.kind === 'saved' ? { ...saved, articleId: ArticleId.parse(articleOf.get(id)) } : saved
    },
  }
}
