import type { TopicId } from '@shared/domain/ids'
import type { Topic } from '@shared/domain/topic'
import type { TopicPlace } from '../../ui/actions/use-topic-actions'

/** A topic with those nested in it. */
export interface TopicNode {
  /** What the tree knows it by. */
  id: TopicId
  topic: Topic
  children: TopicNode[]
}

/** Nests topics that are listed as a tree reads. */
export function nestTopics(topics: readonly Topic[]): TopicNode[] {
  const nodes = new Map<TopicId, TopicNode>()
  const top: TopicNode[] = []
  for (const topic of topics) {
    const node: TopicNode = { id: topic.id, topic, children: [] }
    nodes.set(topic.id, node)
    const parent = topic.parentId === null ? undefined : nodes.get(topic.parentId)
    if (parent) parent.children.push(node)
    else top.push(node)
  }
  return top
}

/** Whether a topic is another one, or stands somewhere under it. */
export function isUnder(topics: readonly Topic[], id: TopicId | null, root: TopicId): boolean {
  const parents = new Map(topics.map((topic) => [topic.id, topic.parentId]))
  for (let at = id; at !== null; at = parents.get(at) ?? null) if (at === root) return true
  return false
}

/** The topics that a topic is nested in, outermost first. */
export function pathTo(topics: readonly Topic[], { parentId }: Topic): Topic[] {
  const parent = topics.find(({ id }) => id === parentId)
  return parent ? [...pathTo(topics, parent), parent] : []
}

const siblingsOf = (topics: readonly Topic[], parentId: TopicId | null) =>
  topics.filter((topic) => topic.parentId === parentId)

/** Where a topic stands now, as it would be told to be put there. */
export function placeOf(topics: readonly Topic[], { id, parentId }: Topic): TopicPlace {
  const level = siblingsOf(topics, parentId)
  const next = level[level.findIndex((each) => each.id === id) + 1]
  return { parentId, before: next?.id ?? null }
}

/**
 * Where a topic goes by one step of the keyboard: up or down among its own, in under the one above it, or out behind the
 * one that it is in. Null where there is no such place.
 */
export function stepFrom(
  topics: readonly Topic[],
  topic: Topic,
  step: 'up' | 'down' | 'in' | 'out',
): TopicPlace | null {
  const level = siblingsOf(topics, topic.parentId)
  const at = level.findIndex(({ id }) => id === topic.id)
  const above = level[at - 1]
  switch (step) {
    case 'up':
      return above ? { parentId: topic.parentId, before: above.id } : null
    case 'down':
      return level[at + 1] ? { parentId: topic.parentId, before: level[at + 2]?.id ?? null } : null
    case 'in':
      return above ? { parentId: above.id, before: null } : null
    case 'out': {
      const parent = topics.find(({ id }) => id === topic.parentId)
      return parent ? placeOf(topics, parent) : null
    }
  }
}

/** Share of a topic's articles that are finished; 0 for none. */
export function shareFinished({ articleCount, finishedCount }: Topic): number {
  return articleCount === 0 ? 0 : finishedCount / articleCount
}
