import { z } from 'zod'
import type { RemovedAnnotation } from '@shared/contract/annotations'
import { HighlightColour } from '@shared/domain/colour'
import { AnnotationId, ArticleId } from '@shared/domain/ids'
import { Tag } from '@shared/domain/tag'
import { EpochMs } from '@shared/domain/time'
import { cutShort } from '@shared/text/note-text'
import { targetWords } from '@shared/text/target-words'
import type { Database } from '../database/database'
import { StoredPicture } from './target-store'

/** The most UTF-16 units of a passage, and of a note, in Trash. */
const LONGEST = 300

const RemovedRow = z.object({
  id: AnnotationId,
  kind: z.enum(['highlight', 'article-note']),
  articleId: ArticleId,
  articleTitle: z.string(),
  articleRemoved: z.int().transform((value) => value === 1),
  colour: HighlightColour.nullable(),
  exact: z.string().nullable(),
  picture: StoredPicture,
  note: z.string(),
  tags: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.array(Tag)),
  removedAt: EpochMs,
})

/** What was removed of highlights and article notes: seen in Trash, and deleted for good. */
export function createRemovedStore(db: Database) {
  const values = (sql: string) => db.prepare(sql).pluck()
  const removed = db.prepare(`
    SELECT n.id, n.kind, n.article_id AS articleId, a.title AS articleTitle, a.trashed_at IS NOT NULL AS articleRemoved,
      n.colour, substr(t.exact, 1, ${LONGEST * 2}) AS exact, t.picture, substr(n.body_text, 1, ${LONGEST * 2}) AS note,
      (SELECT json_group_array(tag) FROM (SELECT tag FROM annotation_tags WHERE annotation_id = n.id ORDER BY tag)) AS tags,
      n.removed_at AS removedAt
    FROM annotations n JOIN articles a ON a.id = n.article_id LEFT JOIN annotation_targets t ON t.id = n.target_id
    WHERE n.removed_at IS NOT NULL AND (n.kind = 'highlight' OR n.body IS NOT NULL)
    ORDER BY n.removed_at DESC, n.article_id, t.start_offset, n.id LIMIT @limit`)
  const count = values(
    "SELECT count(*) FROM annotations WHERE removed_at IS NOT NULL AND (kind = 'highlight' OR body IS NOT NULL)",
  )
  const there = values('SELECT count(*) FROM annotations WHERE id IN (SELECT value FROM json_each(?))')
  const deleteRemoved = values(`
    DELETE FROM annotations WHERE removed_at IS NOT NULL
      AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids))) RETURNING id`)

  return {
    /** What was removed last, so many of them, and how many there are. */
    removed: (limit: number): { total: number; annotations: RemovedAnnotation[] } => ({
      total: z.int().parse(count.get()),
      annotations: z
        .array(RemovedRow)
        .parse(removed.all({ limit }))
        .map(({ exact, picture, note, ...row }) => ({
          ...row,
          words:
            exact === null
              ? ''
              : cutShort(
                  targetWords({ quote: { exact, prefix: '', suffix: '' }, ...(picture === null ? {} : { picture }) }),
                  LONGEST,
                ),
          note: cutShort(note.trim(), LONGEST),
        })),
    }),
    /** How many of these annotations are in the library or its Trash. */
    countThere: (ids: readonly AnnotationId[]): number => z.int().parse(there.get(JSON.stringify([...new Set(ids)]))),
    /** Deletes for good what was removed, all of it where `ids` is null; answers what went. */
    deleteForever: (ids: readonly AnnotationId[] | null): AnnotationId[] =>
      z.array(AnnotationId).parse(deleteRemoved.all({ ids: ids === null ? null : JSON.stringify(ids) })),
  }
}
