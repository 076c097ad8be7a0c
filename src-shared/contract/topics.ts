import { z } from 'zod'
import { ArticleId, TopicId } from '../domain/ids'
import { MAX_IDS } from '../domain/limits'
import { EpochMs } from '../domain/time'
import { Topic, TopicTitle } from '../domain/topic'
import { method } from './define'

const OneTopic = z.object({ id: TopicId })
const ArticleIds = z.array(ArticleId).min(1).max(MAX_IDS)

/** A topic that was removed with those nested in it, and can be restored for 30 days. */
export const RemovedTopic = z.object({
  id: TopicId,
  title: TopicTitle,
  removedAt: EpochMs,
  /** Articles in it and in the topics that were removed with it. */
  articleCount: z.int().nonnegative(),
  /** Topics that were removed with it. */
  nestedCount: z.int().nonnegative(),
})
export type RemovedTopic = z.infer<typeof RemovedTopic>

export const topics = {
  /** All topics as a tree reads: a topic, then those nested in it, each level by position. */
  list: method(z.void(), z.array(Topic)),
  /** @throws not-found */
  get: method(OneTopic, Topic),
  /** Makes a topic at the end of its level. @throws not-found when there is no such parent */
  create: method(z.object({ title: TopicTitle, parentId: TopicId.nullable().default(null) }), Topic),
  /** @throws not-found */
  rename: method(OneTopic.extend({ title: TopicTitle }), z.void()),
  /**
   * Nests a topic in another (null: at the top), before one that is there (null: at the end).
   * @throws not-found, nested-in-itself
   */
  move: method(OneTopic.extend({ parentId: TopicId.nullable(), before: TopicId.nullable().default(null) }), z.void()),
  /** Removes topics with those nested in them; their articles stay in the library. `restore` undoes it for 30 days. */
  remove: method(z.object({ ids: z.array(TopicId).min(1).max(1000) }), z.void()),
  /**
   * Takes topics back with those that were removed with them; one whose parent is gone comes back at the top.
   * @throws not-found for those that were deleted for good since; the others are back
   */
  restore: method(z.object({ ids: z.array(TopicId).min(1).max(1000) }), z.void()),
  /** Topics that were removed, latest first; those that went with another are not named. */
  removed: method(z.void(), z.array(RemovedTopic)),
  /** Deletes for good topics that were removed, with those nested in them. */
  deleteForever: method(z.object({ ids: z.array(TopicId).min(1).max(1000) }), z.void()),
  /** The topic's articles in its order, without those of nested topics; none from Trash. @throws not-found */
  articleIds: method(OneTopic, z.array(ArticleId)),
  /**
   * Puts articles into a topic, at the end or before one that is there; what is in it already stays where it is.
   * Answers which were not in it before. @throws not-found
   */
  addArticles: method(
    OneTopic.extend({ articleIds: ArticleIds, before: ArticleId.nullable().default(null) }),
    z.array(ArticleId),
  ),
  /** Takes articles out of a topic, and answers which were in it. @throws not-found */
  removeArticles: method(OneTopic.extend({ articleIds: ArticleIds }), z.array(ArticleId)),
  /** Moves articles of a topic together, in the order given, before another of it (null: to the end). @throws not-found */
  moveArticles: method(OneTopic.extend({ articleIds: ArticleIds, before: ArticleId.nullable() }), z.void()),
  /** Sets the order of a whole topic. What is not named follows in the order it had. @throws not-found */
  orderArticles: method(OneTopic.extend({ articleIds: z.array(ArticleId).max(MAX_IDS) }), z.void()),
  /** Which topics hold some of these articles, and how many of them. */
  holding: method(z.object({ articleIds: ArticleIds }), z.array(z.object({ id: TopicId, count: z.int().positive() }))),
}
