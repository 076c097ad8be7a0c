import { z } from 'zod'
import { RemovedTopic } from '@shared/contract/topics'
import { TopicId } from '@shared/domain/ids'
import type { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'

const Ids = z.array(TopicId)

/** Topics that went together have the same moment of removal, which is how they come back together. */
const WENT_TOGETHER = `
  WITH RECURSIVE gone (root, id, at) AS (
    SELECT id, id, removed_at FROM topics WHERE removed_at IS NOT NULL AND id IN (SELECT value FROM json_each(@ids))
    UNION
    SELECT g.root, t.id, g.at FROM gone g JOIN topics t ON t.parent_id = g.id AND t.removed_at = g.at)`

/** Removes topics with what is nested in them, and brings them back. Their articles and order stay theirs meanwhile. */
export function createRemovedTopics(db: Database) {
  const values = (sql: string) => db.prepare(sql).pluck()
  const remove = values(`
    WITH RECURSIVE under (id) AS (
      SELECT id FROM topics WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(@ids))
      UNION
      SELECT t.id FROM under u JOIN topics t ON t.parent_id = u.id WHERE t.removed_at IS NULL)
    UPDATE topics SET removed_at = @now, updated_at = @now WHERE id IN (SELECT id FROM under) RETURNING id`)
  const goneWith = values(`${WENT_TOGETHER} SELECT DISTINCT id FROM gone`)
  const takeBack = db.prepare(
    'UPDATE topics SET removed_at = NULL, updated_at = @now WHERE id IN (SELECT value FROM json_each(@ids))',
  )
  const toTheTop = db.prepare(`
    UPDATE topics SET parent_id = NULL, position = (SELECT count(*) FROM topics)
    WHERE id IN (SELECT value FROM json_each(@ids))
      AND parent_id IN (SELECT id FROM topics WHERE removed_at IS NOT NULL)`)
  const roots = values(`
    SELECT t.id FROM topics t LEFT JOIN topics p ON p.id = t.parent_id
    WHERE t.removed_at IS NOT NULL AND p.removed_at IS NOT t.removed_at
    ORDER BY t.removed_at DESC, t.position, t.id`)
  const about = db.prepare(`${WENT_TOGETHER}
    SELECT t.id, t.title, t.removed_at AS removedAt, count(DISTINCT g.id) - 1 AS nestedCount,
      count(DISTINCT a.id) AS articleCount
    FROM gone g JOIN topics t ON t.id = g.root LEFT JOIN topic_articles p ON p.topic_id = g.id
      LEFT JOIN articles a ON a.id = p.article_id AND a.trashed_at IS NULL
    GROUP BY t.id ORDER BY t.removed_at DESC, t.position, t.id`)
  const there = values('SELECT count(*) FROM topics WHERE id IN (SELECT value FROM json_each(?))')
  const due = values(`
    SELECT id FROM topics WHERE removed_at IS NOT NULL AND removed_at < @before`)
  // One that was removed by itself before its parent went is not of its parent's end.
  const letGo = db.prepare(`
    UPDATE topics SET parent_id = NULL
    WHERE parent_id IN (SELECT value FROM json_each(@ids)) AND id NOT IN (SELECT value FROM json_each(@ids))`)
  const erase = db.prepare('DELETE FROM topics WHERE id IN (SELECT value FROM json_each(@ids))')

  const eraseAll = (ids: readonly TopicId[]): TopicId[] => {
    const json = { ids: JSON.stringify(ids) }
    letGo.run(json)
    erase.run(json)
    return [...ids]
  }

  return {
    /** Removes topics with those nested in them, and answers which went. */
    remove: (ids: readonly TopicId[], now: EpochMs): TopicId[] =>
      Ids.parse(remove.all({ ids: JSON.stringify(ids), now })),

    /** Takes topics back with those that went with them, and answers which came. */
    restore: (ids: readonly TopicId[], now: EpochMs): TopicId[] =>
      db
        .transaction(() => {
          const back = Ids.parse(goneWith.all({ ids: JSON.stringify(ids) }))
          const json = JSON.stringify(back)
          takeBack.run({ ids: json, now })
          toTheTop.run({ ids: json })
          return back
        })
        .immediate(),

    /** How many of these topics there are, removed or not. */
    countThere: (ids: readonly TopicId[]): number => z.int().parse(there.get(JSON.stringify([...new Set(ids)]))),

    /** What was removed and can be restored, latest first. */
    removed: (): RemovedTopic[] => z.array(RemovedTopic).parse(about.all({ ids: JSON.stringify(roots.all()) })),

    /** Deletes removed topics for good, with those that went with them; answers which. */
    deleteForever: (ids: readonly TopicId[]): TopicId[] =>
      db.transaction(() => eraseAll(Ids.parse(goneWith.all({ ids: JSON.stringify(ids) })))).immediate(),

    /** Deletes for good what was removed before a moment. */
    purgeRemoved: (before: EpochMs): void =>
      db.transaction(() => void eraseAll(Ids.parse(due.all({ before })))).immediate(),
  }
}
