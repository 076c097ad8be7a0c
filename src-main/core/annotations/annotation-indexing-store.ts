import { z } from 'zod'
import { AnnotationId, ArticleId, SnapshotId } from '@shared/domain/ids'
import { Tag } from '@shared/domain/tag'
import type { Database } from '../database/database'
import type { AnnotationIndex } from './annotation-index'

const IndexedRow = z.object({
  annotationId: AnnotationId,
  articleId: ArticleId,
  snapshotId: SnapshotId.nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  quote: z.string(),
  noteText: z.string(),
})
const Tags = z.array(Tag)

/**
 * Makes the function that brings the search index up to date with one annotation, whatever became of it.
 * An orphan is found by its words and note, and has no place.
 */
export function createAnnotationIndexing(db: Database, index: AnnotationIndex): (id: AnnotationId) => void {
  const row = db.prepare(`
    SELECT n.id AS annotationId, n.article_id AS articleId, p.snapshot_id AS snapshotId, p.start_offset AS start,
      p.end_offset AS "end", coalesce(json_extract(t.picture, '$.alt'), t.exact, '') AS quote, n.body_text AS noteText
    FROM annotations n JOIN articles a ON a.id = n.article_id LEFT JOIN annotation_targets t ON t.id = n.target_id
      LEFT JOIN annotation_targets p ON p.id = n.target_id AND p.snapshot_id = a.snapshot_id
    WHERE n.id = ? AND n.removed_at IS NULL AND (n.kind = 'highlight' OR n.body IS NOT NULL)`)
  const tags = db.prepare('SELECT tag FROM annotation_tags WHERE annotation_id = ? ORDER BY tag').pluck()
  return (id) => {
    const found = row.get(id)
    if (found === undefined) index.removeAnnotation(id)
    else index.putAnnotation({ ...IndexedRow.parse(found), tags: Tags.parse(tags.all(id)) })
  }
}
