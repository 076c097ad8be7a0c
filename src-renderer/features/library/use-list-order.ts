import { type DragEvent, useState } from 'react'
import type { Article } from '@shared/domain/article'
import type { ArticleId } from '@shared/domain/ids'
import type { Topic } from '@shared/domain/topic'
import { ARTICLES_TYPE, dragArticles, parseDragged } from '../../ui/files/article-drag'
import { named } from '../../ui/actions/use-article-actions'
import { useTopicActions } from '../../ui/actions/use-topic-actions'
import type { RowDragProps } from '../../ui/layout/VirtualList'
import type { ListSelection } from './use-list-selection'

interface ListOrderInput {
  /** The topic whose order the list shows; null where rows cannot be moved. */
  topic: Topic | null
  ids: readonly ArticleId[]
  selection: ListSelection
  /** Articles of the list that are loaded. */
  articles: ReadonlyMap<ArticleId, Article>
}

export interface ListOrder {
  /** Lets a row be dragged out, and within a topic to another place. */
  dragOf(index: number): RowDragProps
  canMove: boolean
  /** Moves what is meant by one place, all of it together. */
  step(ids: readonly ArticleId[], by: 1 | -1): void
  /** Says where it went; for a live region. */
  said: string
}

/** Dragging of a list's articles, and the order of a topic by pointer and by key. */
export function useListOrder({ topic, ids, selection, articles }: ListOrderInput): ListOrder {
  const { moveArticles } = useTopicActions()
  const [over, setOver] = useState<{ index: number; edge: 'before' | 'after' } | null>(null)
  const [said, setSaid] = useState('')

  function begin(event: DragEvent, index: number): void {
    const id = ids[index]
    if (id === undefined) return
    const dragged = selection.selected.has(id) ? ids.filter((each) => selection.selected.has(each)) : [id]
    const known = dragged.flatMap((each) => articles.get(each) ?? [])
    dragArticles(event, dragged, dragged.length === 1 ? (known[0]?.title ?? '') : `${dragged.length} articles`)
  }

  function dragOf(index: number): RowDragProps {
    const out: RowDragProps = {
      draggable: true,
      onDragStart: (event) => begin(event, index),
      onDragEnd: () => setOver(null),
    }
    if (!topic) return out
    return {
      ...out,
      'data-drop': over?.index === index ? over.edge : undefined,
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(ARTICLES_TYPE)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        const box = event.currentTarget.getBoundingClientRect()
        const edge = event.clientY < box.top + box.height / 2 ? 'before' : 'after'
        if (over?.index !== index || over.edge !== edge) setOver({ index, edge })
      },
      onDragLeave: () => setOver(null),
      onDrop: (event) => {
        const dropped = parseDragged(event.dataTransfer.getData(ARTICLES_TYPE))
        setOver(null)
        if (dropped.length === 0 || !over) return
        event.preventDefault()
        moveArticles(topic, dropped, ids[over.edge === 'before' ? index : index + 1] ?? null)
      },
    }
  }

  function step(moved: readonly ArticleId[], by: 1 | -1): void {
    if (!topic) return
    const places = moved.map((id) => ids.indexOf(id)).filter((place) => place >= 0)
    const [first, last] = [Math.min(...places), Math.max(...places)]
    if (places.length === 0 || (by === -1 ? first === 0 : last === ids.length - 1)) return
    const inOrder = ids.filter((id) => moved.includes(id))
    moveArticles(topic, inOrder, by === -1 ? (ids[first - 1] ?? null) : (ids[last + 2] ?? null))
    const what = named(inOrder.map((id) => ({ title: articles.get(id)?.title ?? '' })))
    setSaid(`${what} moved to place ${first + by + 1} of ${ids.length}`)
  }

  return { dragOf, canMove: topic !== null, step, said }
}
