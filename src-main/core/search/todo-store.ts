import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AnnotationId, ArticleId, NoteId } from '@shared/domain/ids'

const Next = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('article'), id: ArticleId }),
    z.object({ kind: z.literal('annotation'), id: AnnotationId }),
    z.object({ kind: z.literal('note'), id: NoteId }),
  ])
  .optional()

/** Index one thing anew, whatever became of it. */
export interface Reindex {
  readonly article: (id: ArticleId) => void
  readonly annotation: (id: AnnotationId) => void
  /** A note that stands alone or belongs to a topic. */
  readonly note: (id: NoteId) => void
}

/** What an update of Lectern left to be indexed anew. */
export function createTodoStore(db: Database) {
  const pending = db.prepare("SELECT count(*) FROM search_todo WHERE kind = 'article'").pluck()
  const next = db.prepare("SELECT kind, id FROM search_todo WHERE kind <> 'question' ORDER BY kind DESC LIMIT 1")
  const done = db.prepare('DELETE FROM search_todo WHERE kind = ? AND id = ?')
  return {
    /** How many articles are not in the index. */
    pending: (): number => z.int().parse(pending.get()),
    /** Indexes the next thing with `index`, all or nothing; answers false when nothing is left. */
    work: (index: Reindex): boolean =>
      db
        .transaction((): boolean => {
          const todo = Next.parse(next.get())
          if (todo === undefined) return false
          if (todo.kind === 'article') index.article(todo.id)
          else if (todo.kind === 'annotation') index.annotation(todo.id)
          else index.note(todo.id)
          done.run(todo.kind, todo.id)
          return true
        })
        .immediate(),
  }
}
