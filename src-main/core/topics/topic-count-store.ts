import { z } from 'zod'
import { FINISHED_FRACTION } from '@shared/domain/limits'
import { ArticleId, TopicId } from '@shared/domain/ids'
import type { Database } from '../database/database'
import { splitIds } from '../text/split-ids'
import type { TopicCounts, TopicRow } from './topic-row'

/** A topic with the ids of its own articles, one after the other. */
const Members = z.array(z.tuple([TopicId, z.string()]))
const Ids = z.array(ArticleId)

/** Makes the function that counts the articles of topics, each article of a topic and of those nested in it once. */
export function createTopicCounts(db: Database): (topics: readonly TopicRow[]) => ReadonlyMap<TopicId, TopicCounts> {
  // One row per topic: a row per article costs more to hand over than to read. Few things lie in Trash.
  const members = db
    .prepare(
      `SELECT topic_id, group_concat(article_id, '') FROM topic_articles
      WHERE article_id NOT IN (SELECT id FROM articles WHERE trashed_at IS NOT NULL) GROUP BY topic_id`,
    )
    .raw()
  const finished = db
    .prepare(`SELECT id FROM articles WHERE status = 'archive' OR progress_fraction >= ${FINISHED_FRACTION}`)
    .pluck()

  return (topics) => {
    const own = new Map(Members.parse(members.all()).map(([id, ids]) => [id, splitIds(ids)]))
    if (own.size === 0) return new Map()
    const done = new Set<string>(Ids.parse(finished.all()))
    const parents = new Map(topics.map(({ id, parentId }) => [id, parentId]))
    const held = new Map<TopicId, Set<string>>()
    for (const [id, ids] of own) {
      for (let at: TopicId | null | undefined = id; at && parents.has(at); at = parents.get(at)) {
        const articles = held.get(at) ?? new Set()
        held.set(at, articles)
        for (const article of ids) articles.add(article)
      }
    }
    return new Map(
      [...held].map(([id, articles]) => {
        let finishedCount = 0
        for (const article of articles) if (done.has(article)) finishedCount++
        return [id, { articleCount: articles.size, finishedCount, ownCount: own.get(id)?.length ?? 0 }]
      }),
    )
  }
}
