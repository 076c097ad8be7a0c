import { z } from 'zod'
import { ArticleId, TopicId } from '@shared/domain/ids'
import type { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'

const Ids = z.array(ArticleId)
const Places = z.array(z.object({ articleId: ArticleId, position: z.int() }))
const Holding = z.array(z.object({ id: TopicId, count: z.int() }))

/** Which articles a topic holds, and in which order. What is in Trash keeps its place. */
export function createTopicArticles(db: Database, has: (id: TopicId) => boolean) {
  const values = (sql: string) => db.prepare(sql).pluck()
  const live = values(`
    SELECT p.article_id FROM topic_articles p JOIN articles a ON a.id = p.article_id
    WHERE p.topic_id = ? AND a.trashed_at IS NULL ORDER BY p.position, p.added_at, p.article_id`)
  const all = values('SELECT article_id FROM topic_articles WHERE topic_id = ? ORDER BY position, added_at, article_id')
  const existing = values('SELECT count(*) FROM articles WHERE id IN (SELECT value FROM json_each(?))')
  const insert = db.prepare(`
    INSERT INTO topic_articles (topic_id, article_id, position, added_at)
    SELECT @id, value, (SELECT count(*) FROM topic_articles WHERE topic_id = @id) + key, @now FROM json_each(@articleIds)`)
  const remove = values(`
    DELETE FROM topic_articles WHERE topic_id = @id AND article_id IN (SELECT value FROM json_each(@articleIds))
    RETURNING article_id`)
  const places = db.prepare('SELECT article_id AS articleId, position FROM topic_articles WHERE topic_id = ?')
  const place = db.prepare(
    'UPDATE topic_articles SET position = @position WHERE topic_id = @id AND article_id = @articleId',
  )
  const holding = db.prepare(`
    SELECT p.topic_id AS id, count(*) AS count
    FROM json_each(?) w JOIN topic_articles p ON p.article_id = w.value JOIN topics t ON t.id = p.topic_id
    WHERE t.removed_at IS NULL GROUP BY p.topic_id`)

  /** Writes only what moved: the order of thousands changes by a few places. */
  function order(id: TopicId, ids: readonly ArticleId[]): void {
    const before = new Map(Places.parse(places.all(id)).map(({ articleId, position }) => [articleId, position]))
    for (const [position, articleId] of ids.entries()) {
      const known = before.get(articleId)
      if (known !== undefined && known !== position) place.run({ id, articleId, position })
    }
  }
  const orderOf = (id: TopicId) => Ids.parse(all.all(id))

  /** Puts articles before another, or at the end where that is not there. */
  function move(id: TopicId, moved: readonly ArticleId[], before: ArticleId | null): void {
    const wanted = new Set(moved)
    const now = orderOf(id)
    const present = new Set(now)
    const block = [...wanted].filter((each) => present.has(each))
    // Before one that moves itself means before the next that stays.
    const from = before === null ? -1 : now.indexOf(before)
    const anchor = from < 0 ? undefined : now.slice(from).find((each) => !wanted.has(each))
    const rest = now.filter((each) => !wanted.has(each))
    const at = anchor === undefined ? rest.length : rest.indexOf(anchor)
    order(id, [...rest.slice(0, at), ...block, ...rest.slice(at)])
  }

  return {
    articleIds: (id: TopicId): ArticleId[] => Ids.parse(live.all(id)),

    /** Answers which articles were not in the topic before; undefined when it or one of them does not exist. */
    addArticles: (
      id: TopicId,
      wanted: readonly ArticleId[],
      before: ArticleId | null,
      now: EpochMs,
    ): ArticleId[] | undefined =>
      db
        .transaction(() => {
          const unique = [...new Set(wanted)]
          if (!has(id) || existing.get(JSON.stringify(unique)) !== unique.length) return undefined
          const held = new Set(orderOf(id))
          const added = unique.filter((each) => !held.has(each))
          insert.run({ id, articleIds: JSON.stringify(added), now })
          if (before !== null) move(id, added, before)
          return added
        })
        .immediate(),

    /** Answers which articles were in the topic; undefined when there is no such topic. */
    removeArticles: (id: TopicId, wanted: readonly ArticleId[]): ArticleId[] | undefined =>
      has(id) ? Ids.parse(remove.all({ id, articleIds: JSON.stringify(wanted) })) : undefined,

    /** Answers false when there is no such topic. */
    moveArticles: (id: TopicId, moved: readonly ArticleId[], before: ArticleId | null): boolean =>
      db
        .transaction(() => {
          if (!has(id)) return false
          move(id, moved, before)
          return true
        })
        .immediate(),

    /** Answers false when there is no such topic. */
    orderArticles: (id: TopicId, wanted: readonly ArticleId[]): boolean =>
      db
        .transaction(() => {
          if (!has(id)) return false
          order(id, [...new Set([...wanted, ...orderOf(id)])])
          return true
        })
        .immediate(),

    holding: (wanted: readonly ArticleId[]): { id: TopicId; count: number }[] =>
      Holding.parse(holding.all(JSON.stringify([...new Set(wanted)]))),
  }
}
