import { useMemo } from 'react'
import type { ArticleId, TopicId } from '@shared/domain/ids'
import type { Topic } from '@shared/domain/topic'
import { useClient } from '../../client/client'
import { counted } from '../words/article-words'
import { perform } from '../undo/perform'

type Named = Pick<Topic, 'id' | 'title'>

/** A place among topics: inside another (null: at the top), before one that is there (null: at the end). */
export interface TopicPlace {
  parentId: TopicId | null
  before: TopicId | null
}

/** What can be done to topics and the articles in them, each with an undo that puts back what was. */
export function useTopicActions() {
  const client = useClient()
  return useMemo(
    () => ({
      /** Makes a topic, and answers with it where that worked. */
      create: (title: string, parentId: TopicId | null): Promise<Topic | undefined> =>
        perform({
          run: () => client.topics.create({ title, parentId }),
          label: (topic) => `Topic “${topic.title}” made`,
          undo: ({ id }) => client.topics.remove({ ids: [id] }),
          redo: ({ id }) => client.topics.restore({ ids: [id] }),
        }),

      rename: (topic: Named, title: string): void =>
        void perform({
          run: () => client.topics.rename({ id: topic.id, title }),
          label: () => `Topic “${topic.title}” renamed to “${title}”`,
          undo: () => client.topics.rename({ id: topic.id, title: topic.title }),
        }),

      /** @param from where it was, for undoing */
      move: (topic: Named, to: TopicPlace, from: TopicPlace, into: Named | null): void =>
        void perform({
          run: () => client.topics.move({ id: topic.id, ...to }),
          label: () => (into === null ? `“${topic.title}” moved` : `“${topic.title}” moved into “${into.title}”`),
          undo: () => client.topics.move({ id: topic.id, ...from }),
          isQuiet: to.parentId === from.parentId,
        }),

      remove: (topic: Named): void =>
        void perform({
          run: () => client.topics.remove({ ids: [topic.id] }),
          label: () => `Topic “${topic.title}” deleted. Its articles stay in the library.`,
          undo: () => client.topics.restore({ ids: [topic.id] }),
        }),

      addArticles: (topic: Named, articleIds: readonly ArticleId[], before: ArticleId | null = null): void =>
        void perform({
          run: () => client.topics.addArticles({ id: topic.id, articleIds: [...articleIds], before }),
          label: (added) =>
            added.length === 0
              ? `Already in “${topic.title}”`
              : `${counted(added.length, 'article')} added to “${topic.title}”`,
          undo: async (added) => {
            if (added.length > 0) await client.topics.removeArticles({ id: topic.id, articleIds: added })
          },
        }),

      removeArticles: (topic: Named, articleIds: readonly ArticleId[]): void =>
        void perform({
          run: async () => {
            const order = await client.topics.articleIds({ id: topic.id })
            return { order, removed: await client.topics.removeArticles({ id: topic.id, articleIds: [...articleIds] }) }
          },
          label: ({ removed }) =>
            removed.length === 0 ? null : `${counted(removed.length, 'article')} taken out of “${topic.title}”`,
          undo: async ({ order, removed }) => {
            await client.topics.addArticles({ id: topic.id, articleIds: removed })
            await client.topics.orderArticles({ id: topic.id, articleIds: order })
          },
        }),

      /** Moves articles of a topic before another of it, or to its end. Their new place is in sight, so no toast says it. */
      moveArticles: (topic: Named, articleIds: readonly ArticleId[], before: ArticleId | null): void =>
        void perform({
          run: async () => {
            const order = await client.topics.articleIds({ id: topic.id })
            await client.topics.moveArticles({ id: topic.id, articleIds: [...articleIds], before })
            return order
          },
          label: () => `Order of “${topic.title}”`,
          undo: (order) => client.topics.orderArticles({ id: topic.id, articleIds: order }),
          isQuiet: true,
        }),
    }),
    [client],
  )
}
