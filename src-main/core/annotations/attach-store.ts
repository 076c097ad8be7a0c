import { z } from 'zod'
import type { TextTarget } from '@shared/domain/annotation'
import { AnnotationId } from '@shared/domain/ids'
import type { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'
import { ATTACHED, type TargetStore } from './target-store'

/** Lets a person say where a highlight belongs. Every change reaches the search index in the same transaction. */
export function createAttaching(db: Database, targets: TargetStore, reindex: (id: AnnotationId) => void) {
  const fits = db
    .prepare(
      `SELECT 1 FROM annotations n JOIN articles a ON a.id = n.article_id
       WHERE n.id = @id AND n.kind = 'highlight' AND n.removed_at IS NULL AND a.snapshot_id = @snapshotId`,
    )
    .pluck()
  const attached = db
    .prepare(
      `SELECT t.id FROM annotations n JOIN articles a ON a.id = n.article_id JOIN annotation_targets t ON t.id = n.target_id
       WHERE n.id = ? AND n.removed_at IS NULL AND t.method = 'attached' AND t.snapshot_id = a.snapshot_id`,
    )
    .pluck()
  const before = db
    .prepare('SELECT max(id) FROM annotation_targets WHERE annotation_id = @id AND id <> @targetId')
    .pluck()
  const drop = db.prepare('DELETE FROM annotation_targets WHERE id = ?')
  const exists = db
    .prepare("SELECT 1 FROM annotations WHERE id = ? AND kind = 'highlight' AND removed_at IS NULL")
    .pluck()
  const touch = db.prepare('UPDATE annotations SET updated_at = @now WHERE id = @id')
  const keep = db
    .prepare(
      `UPDATE annotations SET kept_in = CASE WHEN @kept THEN (SELECT a.snapshot_id FROM articles a WHERE a.id = article_id) END
       WHERE kind = 'highlight' AND removed_at IS NULL AND id IN (SELECT value FROM json_each(@ids)) RETURNING id`,
    )
    .pluck()

  return {
    /** Puts a highlight on checked words; false when it or the snapshot is not its article's current one any more. */
    attach: (id: AnnotationId, target: TextTarget, now: EpochMs): boolean =>
      db
        .transaction(() => {
          if (fits.get({ id, snapshotId: target.snapshotId }) === undefined) return false
          targets.setCurrent(id, targets.add(id, target, ATTACHED))
          touch.run({ id, now })
          reindex(id)
          return true
        })
        .immediate(),

    /** Takes the last `attach` back; false when there is no such highlight. */
    detach: (id: AnnotationId, now: EpochMs): boolean =>
      db
        .transaction(() => {
          if (exists.get(id) === undefined) return false
          const targetId = z.int().optional().parse(attached.get(id))
          if (targetId === undefined) return true
          targets.setCurrent(id, z.int().parse(before.get({ id, targetId })))
          drop.run(targetId)
          touch.run({ id, now })
          reindex(id)
          return true
        })
        .immediate(),

    /** Answers which highlights there were. */
    keep: (ids: readonly AnnotationId[], kept: boolean): AnnotationId[] =>
      z.array(AnnotationId).parse(keep.all({ ids: JSON.stringify(ids), kept: Number(kept) })),
  }
}
