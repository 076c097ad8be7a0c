import { z } from 'zod'
import { ArticleId, type AnnotationId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import type { EpochMs } from '@shared/domain/time'
import { isBlankNote, noteText } from '@shared/text/note-text'
import type { Database } from '../database/database'
import { StoredBody } from './annotation-row'
import { revisionsToDrop } from './thin-revisions'

/** What became of saving a note. */
export type SavedNote =
  | { readonly kind: 'missing' }
  | { readonly kind: 'conflict'; readonly revision: number; readonly body: NoteDocument | null }
  | {
      readonly kind: 'saved'
      readonly articleId: ArticleId
      readonly revision: number
      readonly updatedAt: EpochMs
      /** False when the same body was stored already. */
      readonly changed: boolean
      /** Whether the article now counts one note more or less. */
      readonly appeared: boolean
    }

const NoteRow = z.object({
  articleId: ArticleId,
  body: z.string().nullable(),
  revision: z.int(),
  updatedAt: z.int(),
})
const RevisionRows = z.array(z.object({ revision: z.int(), savedAt: z.int(), length: z.int() }))

/** Saves note bodies, each with what it replaced. */
export function createNoteStore(db: Database, reindex: (id: AnnotationId) => void) {
  const read = db.prepare(
    'SELECT article_id AS articleId, body, revision, updated_at AS updatedAt FROM annotations WHERE id = ?',
  )
  const write = db.prepare(`
    UPDATE annotations SET body = @body, body_text = @text, revision = revision + 1, updated_at = @now WHERE id = @id`)
  const keep = db.prepare(
    'INSERT INTO note_revisions (annotation_id, revision, body, saved_at) VALUES (@id, @revision, @body, @now)',
  )
  const kept = db.prepare(`
    SELECT revision, saved_at AS savedAt, length(body) AS length FROM note_revisions
    WHERE annotation_id = ? ORDER BY revision`)
  const drop = db.prepare('DELETE FROM note_revisions WHERE annotation_id = ? AND revision = ?')

  const save = (id: AnnotationId, baseRevision: number, document: NoteDocument, now: EpochMs): SavedNote => {
    const found = read.get(id)
    if (found === undefined) return { kind: 'missing' }
    const { articleId, body: before, revision, updatedAt } = NoteRow.parse(found)
    const body = isBlankNote(document) ? null : JSON.stringify(document)
    if (body === before) return { kind: 'saved', articleId, revision, updatedAt, changed: false, appeared: false }
    if (revision !== baseRevision) return { kind: 'conflict', revision, body: StoredBody.parse(before) }

    write.run({ id, body, text: body === null ? '' : noteText(document), now })
    if (before !== null) {
      keep.run({ id, revision, body: before, now })
      for (const one of revisionsToDrop(RevisionRows.parse(kept.all(id)), body?.length ?? 0)) drop.run(id, one)
    }
    reindex(id)
    const appeared = (body === null) !== (before === null)
    return { kind: 'saved', articleId, revision: revision + 1, updatedAt: now, changed: true, appeared }
  }

  return {
    /**
     * Stores a note that was based on a revision. The same body again is a success, whatever it was based on: it is a
     * retry after a lost answer. A note that was removed meanwhile still takes the words, for `restore` to bring back.
     */
    saveNote: (id: AnnotationId, baseRevision: number, document: NoteDocument, now: EpochMs): SavedNote =>
      db.transaction(() => save(id, baseRevision, document, now)).immediate(),
  }
}
