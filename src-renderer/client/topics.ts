import { useQuery } from '@tanstack/react-query'
import type { ArticleId, TopicId } from '@shared/domain/ids'
import type { Topic } from '@shared/domain/topic'
import { useClient } from './client'

const NONE: readonly Topic[] = []

/** All topics as a tree reads: each, then those nested in it. */
export function useTopics(): readonly Topic[] {
  const client = useClient()
  return useQuery({ queryKey: ['topics', 'list'], queryFn: () => client.topics.list() }).data ?? NONE
}

/** One topic: undefined while topics are being read, null where there is none with this id. */
export function useTopic(id: TopicId | null): Topic | null | undefined {
  const client = useClient()
  const { data } = useQuery({ queryKey: ['topics', 'list'], queryFn: () => client.topics.list() })
  return data && (data.find((topic) => topic.id === id) ?? null)
}

/** Topics that can be restored, latest first. */
export function useRemovedTopics() {
  const client = useClient()
  return useQuery({ queryKey: ['topics', 'removed'], queryFn: () => client.topics.removed() })
}

/** Which topics hold some of these articles, and how many of them. */
export function useHoldingTopics(articleIds: readonly ArticleId[]) {
  const client = useClient()
  return useQuery({
    queryKey: ['topics', 'holding', { articleIds }],
    queryFn: () => client.topics.holding({ articleIds: [...articleIds] }),
    enabled: articleIds.length > 0,
  })
}
