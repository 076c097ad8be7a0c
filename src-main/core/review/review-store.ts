import { z } from 'zod'
import { AnnotationId, ArticleId, type SnapshotId } from '@shared/domain/ids'
import { CalendarDay, ReviewPace } from '@shared/domain/review'
import type { TextPosition } from '@shared/domain/selector'
import { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'
import { choose } from './choose'
import { dayOf, daysBetween, startOf } from './days'
import type { Stretch } from './passage'

export type ReviewStore = ReturnType<typeof createReviewStore>

const CandidateRow = z.object({
  id: AnnotationId,
  articleId: ArticleId,
  createdAt: EpochMs,
  lastReviewed: CalendarDay.nullable(),
  isSeldom: z.int().transform((value) => value === 1),
})
const ChosenRow = z.object({
  id: AnnotationId,
  articleTitle: z.string(),
  pace: ReviewPace,
  isReviewed: z.int().transform((value) => value === 1),
  lastReviewed: CalendarDay.nullable(),
})
/** A highlight that was chosen for a day. */
export type Chosen = z.infer<typeof ChosenRow>

const StretchRow = z.object({
  start: z.int(),
  end: z.int(),
  breaks: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.array(z.int())),
})

const SHOWN = `annotations n JOIN articles a ON a.id = n.article_id
  JOIN annotation_targets t ON t.id = n.target_id LEFT JOIN review_paces p ON p.annotation_id = n.id`
/** Neither removed nor in Trash, and with something to show: of a picture without words the picture must be there. */
const CAN_BE_SHOWN = `n.kind = 'highlight' AND n.removed_at IS NULL AND a.trashed_at IS NULL AND p.pace IS NOT 'never'
  AND (t.snapshot_id = a.snapshot_id OR t.picture IS NULL OR json_extract(t.picture, '$.alt') <> '')`
const LAST_REVIEWED = `(SELECT max(day) FROM reviews
  WHERE annotation_id = n.id AND day < @day AND reviewed_at IS NOT NULL)`

/** All SQL of the daily review. */
export function createReviewStore(db: Database) {
  const candidates = db.prepare(`
    SELECT n.id, n.article_id AS articleId, n.created_at AS createdAt, p.pace IS 'seldom' AS isSeldom,
      ${LAST_REVIEWED} AS lastReviewed
    FROM ${SHOWN}
    WHERE ${CAN_BE_SHOWN} AND n.created_at < @before
      AND n.id NOT IN (SELECT annotation_id FROM reviews WHERE day = @day)`)
  const chosen = db.prepare(`
    SELECT n.id, a.title AS articleTitle, coalesce(p.pace, 'normal') AS pace, r.reviewed_at IS NOT NULL AS isReviewed,
      ${LAST_REVIEWED} AS lastReviewed
    FROM (SELECT * FROM reviews WHERE day = @day ORDER BY position, annotation_id LIMIT @count) r
      JOIN ${SHOWN.replace('annotations n', 'annotations n ON n.id = r.annotation_id')}
    WHERE ${CAN_BE_SHOWN} ORDER BY r.position, n.id`)
  const articlesOfDay = db
    .prepare('SELECT n.article_id FROM reviews r JOIN annotations n ON n.id = r.annotation_id WHERE r.day = ?')
    .pluck()
  const insert = db.prepare('INSERT INTO reviews (day, annotation_id, position) VALUES (?, ?, ?)')
  const forget = db.prepare('DELETE FROM reviews WHERE day < ? AND reviewed_at IS NULL')
  const mark = db.prepare(
    `UPDATE reviews SET reviewed_at = @at
       WHERE day = @day AND (reviewed_at IS NULL) = (@at IS NOT NULL)
         AND annotation_id IN (SELECT value FROM json_each(@ids))`,
  )
  const count = db
    .prepare("SELECT count(*) FROM annotations WHERE kind = 'highlight' AND id IN (SELECT value FROM json_each(?))")
    .pluck()
  const clearPace = db.prepare('DELETE FROM review_paces WHERE annotation_id IN (SELECT value FROM json_each(?))')
  const setPace = db.prepare(
    'INSERT INTO review_paces (annotation_id, pace) SELECT DISTINCT value, @pace FROM json_each(@ids)',
  )
  const leftOut = db
    .prepare(
      `SELECT n.id FROM review_paces p JOIN annotations n ON n.id = p.annotation_id JOIN articles a ON a.id = n.article_id
       WHERE p.pace = 'never' AND n.removed_at IS NULL AND a.trashed_at IS NULL`,
    )
    .pluck()
  const text = db.prepare('SELECT text FROM snapshots WHERE id = ?').pluck()
  const stretches = db.prepare(`
    SELECT start_offset AS start, end_offset AS "end", breaks FROM search_rows
    WHERE article_id = @articleId AND snapshot_id = @snapshotId AND kind = 'passage'
      AND start_offset < @end AND end_offset > @start
    ORDER BY start_offset`)

  return {
    /**
     * The highlights of a day in their order, chosen now where they were not yet.
     * @param wanted how many, where the library has as many
     */
    ofDay: (day: CalendarDay, wanted: number): Chosen[] =>
      db
        .transaction(() => {
          const known = z.array(ArticleId).parse(articlesOfDay.all(day))
          if (known.length < wanted) {
            forget.run(day)
            const rows = z.array(CandidateRow).parse(candidates.all({ day, before: startOf(day) }))
            const all = rows.map(({ createdAt, lastReviewed, ...row }) => ({
              ...row,
              age: daysBetween(lastReviewed ?? dayOf(createdAt), day),
            }))
            choose(all, day, wanted - known.length, new Set(known)).forEach((id, at) =>
              insert.run(day, id, known.length + at),
            )
          }
          return z.array(ChosenRow).parse(chosen.all({ day, count: wanted }))
        })
        .immediate(),

    /** Says when highlights of a day were looked at (null: not), and answers whether that changed anything. */
    mark: (day: CalendarDay, ids: readonly AnnotationId[], at: EpochMs | null): boolean =>
      mark.run({ day, ids: JSON.stringify(ids), at }).changes > 0,

    /** Sets how often highlights are shown: all of them, or none and answers false when one of them does not exist. */
    setPace: (ids: readonly AnnotationId[], pace: ReviewPace): boolean =>
      db
        .transaction(() => {
          const json = JSON.stringify(ids)
          if (count.get(json) !== new Set(ids).size) return false
          clearPace.run(json)
          if (pace !== 'normal') setPace.run({ ids: json, pace })
          return true
        })
        .immediate(),

    leftOut: (): AnnotationId[] => z.array(AnnotationId).parse(leftOut.all()),
    textOf: (snapshotId: SnapshotId): string => z.string().parse(text.get(snapshotId)),
    /** The stretches of a text that a passage lies in, as search knows them: none where it is not indexed yet. */
    stretches: (articleId: ArticleId, snapshotId: SnapshotId, { start, end }: TextPosition): Stretch[] =>
      z.array(StretchRow).parse(stretches.all({ articleId, snapshotId, start, end })),
  }
}
