import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { ArticleId, type AnnotationId, type NoteId } from '@shared/domain/ids'
import { createTermStore } from './term-store'

/** A text for which others are to be found. */
export interface Subject {
  /** The article it is of: not among the others. */
  readonly articleId: ArticleId | null
  readonly title: string
  readonly text: string
}

export type RelatedStore = ReturnType<typeof createRelatedStore>

const Row = z
  .object({ articleId: ArticleId.nullable(), title: z.string().nullable(), text: z.string().nullable() })
  .transform((row): Subject => ({ ...row, title: row.title ?? '', text: row.text ?? '' }))
  .optional()

/** Reads what others are to be like, and how common terms are. */
export function createRelatedStore(db: Database) {
  const article = db.prepare(`
    SELECT a.id AS articleId, a.title, s.text FROM articles a JOIN snapshots s ON s.id = a.snapshot_id WHERE a.id = ?`)
  const annotation = db.prepare(`
    SELECT n.article_id AS articleId, a.title, coalesce(t.exact, '') || char(10) || n.body_text AS text
    FROM annotations n JOIN articles a ON a.id = n.article_id LEFT JOIN annotation_targets t ON t.id = n.target_id
    WHERE n.id = ? AND n.removed_at IS NULL`)
  const note = db.prepare(
    'SELECT NULL AS articleId, title, body_text AS text FROM notes WHERE id = ? AND removed_at IS NULL',
  )
  const number = db.prepare('SELECT doc FROM search_articles WHERE article_id = ?').pluck()
  const rows = db.prepare('SELECT count(*) FROM search_rows').pluck()
  const frequency = createTermStore(db)
  return {
    article: (id: ArticleId): Subject | undefined => Row.parse(article.get(id)),
    annotation: (id: AnnotationId): Subject | undefined => Row.parse(annotation.get(id)),
    note: (id: NoteId): Subject | undefined => Row.parse(note.get(id)),
    documentOf: (id: ArticleId): number | undefined => z.int().optional().parse(number.get(id)),
    rowCount: (): number => z.int().parse(rows.get()),
    /** How many rows hold a term. */
    frequency,
  }
}
