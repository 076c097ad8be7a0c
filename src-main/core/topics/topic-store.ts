import { z } from 'zod'
import { TopicId } from '@shared/domain/ids'
import type { EpochMs } from '@shared/domain/time'
import type { Topic } from '@shared/domain/topic'
import type { Database } from '../database/database'
import { createRemovedTopics } from './removed-topic-store'
import { createTopicArticles } from './topic-article-store'
import { createTopicCounts } from './topic-count-store'
import { inTreeOrder, TopicRow } from './topic-row'

export type TopicStore = ReturnType<typeof createTopicStore>

const Rows = z.array(TopicRow)
const Ids = z.array(TopicId)

/** All SQL of topics. Lists of ids are bound as JSON. */
export function createTopicStore(db: Database) {
  const values = (sql: string) => db.prepare(sql).pluck()
  const rows = db.prepare(`
    SELECT id, parent_id AS parentId, title, created_at AS createdAt FROM topics
    WHERE removed_at IS NULL ORDER BY position, created_at, id`)
  const counts = createTopicCounts(db)
  const isLive = values('SELECT 1 FROM topics WHERE id = ? AND removed_at IS NULL')
  const parentOf = values('SELECT parent_id FROM topics WHERE id = ?')
  const siblings = values(`
    SELECT id FROM topics WHERE parent_id IS ? AND removed_at IS NULL ORDER BY position, created_at, id`)
  const insert = db.prepare(`
    INSERT INTO topics (id, parent_id, title, position, created_at, updated_at)
    VALUES (@id, @parentId, @title,
      (SELECT coalesce(max(position), -1) + 1 FROM topics WHERE parent_id IS @parentId), @now, @now)`)
  const rename = db.prepare('UPDATE topics SET title = @title, updated_at = @now WHERE id = @id AND removed_at IS NULL')
  const nest = db.prepare('UPDATE topics SET parent_id = @parentId, updated_at = @now WHERE id = @id')
  const place = db.prepare('UPDATE topics SET position = @position WHERE id = @id AND position <> @position')

  const has = (id: TopicId) => isLive.get(id) !== undefined
  const list = (): Topic[] => {
    const live = Rows.parse(rows.all())
    return inTreeOrder(live, counts(live))
  }

  /** Whether a topic is another one, or stands somewhere under it. */
  function isUnder(id: TopicId | null, root: TopicId): boolean {
    for (let at = id; at !== null; at = TopicId.nullable().parse(parentOf.get(at) ?? null)) if (at === root) return true
    return false
  }

  return {
    ...createTopicArticles(db, has),
    ...createRemovedTopics(db),
    list,
    has,
    get: (id: TopicId): Topic | undefined => list().find((topic) => topic.id === id),

    /** Makes a topic at the end of its level; answers false when there is no such parent. */
    create: (id: TopicId, parentId: TopicId | null, title: string, now: EpochMs): boolean =>
      db
        .transaction(() => {
          if (parentId !== null && !has(parentId)) return false
          insert.run({ id, parentId, title, now })
          return true
        })
        .immediate(),

    /** Answers false when there is no such topic. */
    rename: (id: TopicId, title: string, now: EpochMs): boolean => rename.run({ id, title, now }).changes > 0,

    /** Nests a topic in another, before one that is there or at the end. */
    move: (
      id: TopicId,
      parentId: TopicId | null,
      before: TopicId | null,
      now: EpochMs,
    ): 'moved' | 'missing' | 'in-itself' =>
      db
        .transaction(() => {
          if (!has(id) || (parentId !== null && !has(parentId))) return 'missing'
          if (isUnder(parentId, id)) return 'in-itself'
          nest.run({ id, parentId, now })
          const level = Ids.parse(siblings.all(parentId)).filter((other) => other !== id)
          const at = before === null ? -1 : level.indexOf(before)
          level.splice(at < 0 ? level.length : at, 0, id)
          for (const [position, each] of level.entries()) place.run({ id: each, position })
          return 'moved'
        })
        .immediate(),
  }
}
