import { z } from 'zod'
import { AnnotationId, ArticleId } from '@shared/domain/ids'
import type { EpochMs } from '@shared/domain/time'
import { noteText } from '@shared/text/note-text'
import type { Database } from '../database/database'
import { StoredBody } from '../database/note-bodies'
import { createNoteContents } from '../database/note-contents'
import { NOTES_OF_ANNOTATIONS } from './note-store'

const RemovedRows = z.array(
  z.object({ id: AnnotationId, kind: z.enum(['highlight', 'article-note']), articleId: ArticleId, body: StoredBody }),
)
const CurrentNote = z.object({ id: AnnotationId, body: StoredBody }).optional()

/**
 * Makes the function that undoes removal. An article has one note: where a blank one was begun meanwhile, the restored
 * note takes its place; where one was written, it keeps its place and the restored words are put under it, so that no
 * words are lost and an open editor keeps its note.
 */
export function createRestoring(
  db: Database,
  reindex: (id: AnnotationId) => void,
): (ids: readonly AnnotationId[], now: EpochMs) => AnnotationId[] {
  const removed = db.prepare(`
    SELECT id, kind, article_id AS articleId, body FROM annotations
    WHERE removed_at IS NOT NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`)
  const takeBack = db.prepare('UPDATE annotations SET removed_at = NULL WHERE id = ?')
  const currentNote = db.prepare(`
    SELECT id, body FROM annotations WHERE article_id = ? AND kind = 'article-note' AND removed_at IS NULL`)
  const setBody = db.prepare(`
    UPDATE annotations SET body = @body, body_text = @text, revision = revision + 1, updated_at = @now WHERE id = @id`)
  const remove = db.prepare('DELETE FROM annotations WHERE id = ?')
  const follow = createNoteContents(db, NOTES_OF_ANNOTATIONS)

  return (ids, now) =>
    db
      .transaction(() => {
        const changed = RemovedRows.parse(removed.all(JSON.stringify(ids))).map(({ id, kind, articleId, body }) => {
          const current = kind === 'article-note' ? CurrentNote.parse(currentNote.get(articleId)) : undefined
          if (current === undefined || current.body === null) {
            if (current !== undefined) remove.run(current.id)
            takeBack.run(id)
            return id
          }
          if (body !== null) {
            const joined = { ...current.body, blocks: [...current.body.blocks, ...body.blocks] }
            setBody.run({ id: current.id, body: JSON.stringify(joined), text: noteText(joined), now })
            follow(current.id, current.body, joined)
          }
          remove.run(id)
          return current.id
        })
        for (const id of changed) reindex(id)
        return changed
      })
      .immediate()
}
