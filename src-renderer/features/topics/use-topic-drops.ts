import { type DragAndDropHooks, useDragAndDrop } from 'react-aria-components'
import type { TopicId } from '@shared/domain/ids'
import type { Topic } from '@shared/domain/topic'
import { ARTICLES_TYPE, droppedArticles } from '../../ui/files/article-drag'
import { isTopicId } from '../../ui/places/ids'
import { reportError } from '../../ui/undo/perform'
import { useTopicActions } from '../../ui/actions/use-topic-actions'
import { isUnder, placeOf, type TopicNode } from './topic-tree'

const TOPIC_TYPE = 'application/x-lectern-topic'

/** Lets topics be dragged among and into each other, and articles be dropped on them; by pointer, keyboard and touch. */
export function useTopicDrops(topics: readonly Topic[]): DragAndDropHooks<TopicNode> {
  const actions = useTopicActions()
  const find = (key: unknown) => topics.find(({ id }) => id === key)

  function move(id: TopicId, target: { key: unknown; dropPosition: 'before' | 'after' | 'on' }): void {
    const [topic, at] = [find(id), find(target.key)]
    if (!topic || !at) return
    const after = target.dropPosition === 'after' ? placeOf(topics, at) : null
    const to =
      target.dropPosition === 'on'
        ? { parentId: at.id, before: null }
        : (after ?? { parentId: at.parentId, before: at.id })
    if (to.before === id || isUnder(topics, to.parentId, id)) return
    actions.move(topic, to, placeOf(topics, topic), find(to.parentId) ?? null)
  }

  const { dragAndDropHooks } = useDragAndDrop<TopicNode>({
    getItems: (keys) => [...keys].map((key) => ({ [TOPIC_TYPE]: String(key), 'text/plain': find(key)?.title ?? '' })),
    acceptedDragTypes: [TOPIC_TYPE, ARTICLES_TYPE],
    getDropOperation: (target, types) => {
      if (target.type !== 'item') return 'cancel'
      if (types.has(ARTICLES_TYPE)) return target.dropPosition === 'on' ? 'copy' : 'cancel'
      return 'move'
    },
    onMove: ({ keys, target }) => {
      for (const key of keys) if (isTopicId(key)) move(key, target)
    },
    onItemDrop: ({ items, target }) => {
      const topic = find(target.key)
      if (!topic) return
      droppedArticles(items)
        .then((ids) => {
          if (ids.length > 0) actions.addArticles(topic, ids)
        })
        .catch(reportError)
    },
  })
  return dragAndDropHooks
}
