import { z } from 'zod'
import { TargetPicture, type Move, type TextTarget } from '@shared/domain/annotation'
import { AnnotationId, type ArticleId, SnapshotId } from '@shared/domain/ids'
import type { Database } from '../database/database'

/** How a target came to be: a person's doing, or a move. */
export type Origin = { readonly method: 'made' | 'attached'; readonly score: 1; readonly previousExact: null } | Move

/** A person selected these words for a new highlight. */
export const BY_HAND: Origin = { method: 'made', score: 1, previousExact: null }
/** A person put a highlight on these words. */
export const ATTACHED: Origin = { method: 'attached', score: 1, previousExact: null }

/** The JSON text of a target's picture; null of a passage of words. */
export const StoredPicture = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(TargetPicture)
  .nullable()

const TargetId = z.int()
const TargetRow = z.object({
  annotationId: AnnotationId,
  snapshotId: SnapshotId,
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** The words that a person chose last. */
  chosen: z.string(),
  picture: StoredPicture,
})

/** Where a highlight stands, or stood last. */
export type PlaceInForce = z.infer<typeof TargetRow>

export type TargetStore = ReturnType<typeof createTargetStore>

/** Writes and reads where highlights stand. A place in an earlier snapshot is never changed. */
export function createTargetStore(db: Database) {
  const insert = db.prepare(`
    INSERT INTO annotation_targets (annotation_id, snapshot_id, start_offset, end_offset, exact, prefix, suffix, method, score,
      previous_exact, picture)
    VALUES (@id, @snapshotId, @start, @end, @exact, @prefix, @suffix, @method, @score, @previousExact, @picture)`)
  const setCurrent = db.prepare('UPDATE annotations SET target_id = ?, kept_in = NULL WHERE id = ?')
  const columns = `
    t.annotation_id AS annotationId, t.snapshot_id AS snapshotId, t.start_offset AS start, t.end_offset AS "end",
    t.exact, t.prefix, t.suffix, t.picture, coalesce((
      SELECT c.exact FROM annotation_targets c
      WHERE c.annotation_id = t.annotation_id AND c.method IN ('made', 'attached') ORDER BY c.id DESC LIMIT 1), t.exact) AS chosen`
  const ofArticle = db.prepare(`
    SELECT ${columns} FROM annotations n JOIN annotation_targets t ON t.id = n.target_id
    WHERE n.article_id = ? ORDER BY t.start_offset, t.end_offset, n.id`)
  const stray = db.prepare(`
    SELECT ${columns} FROM annotations n JOIN annotation_targets t ON t.id = n.target_id JOIN articles a ON a.id = n.article_id
    WHERE n.id = ? AND t.snapshot_id <> a.snapshot_id`)

  return {
    /** Stores a place and answers its id, for the annotation to point to. */
    add: (id: AnnotationId, { snapshotId, position, quote, picture }: TextTarget, origin: Origin): number => {
      const stored = picture === undefined ? null : JSON.stringify(picture)
      const row = { id, snapshotId, ...position, ...quote, ...origin, picture: stored }
      return TargetId.parse(Number(insert.run(row).lastInsertRowid))
    },
    setCurrent: (id: AnnotationId, targetId: number): void => void setCurrent.run(targetId, id),
    /** The places in force of an article's highlights, of removed ones too. */
    ofArticle: (id: ArticleId): PlaceInForce[] => z.array(TargetRow).parse(ofArticle.all(id)),
    /** The place in force of a highlight, if it is not in its article's current snapshot. */
    stray: (id: AnnotationId): PlaceInForce | undefined => TargetRow.optional().parse(stray.get(id)),
  }
}
