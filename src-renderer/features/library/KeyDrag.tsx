import { type Ref, useImperativeHandle, useRef } from 'react'
import { Button, useDrag } from 'react-aria-components'
import type { ArticleId } from '@shared/domain/ids'
import { ARTICLES_TYPE } from '../../ui/files/article-drag'

export interface KeyDragHandle {
  /** Begins to drag: Tab then goes from one place that takes the articles to the next, Enter drops, Escape cancels. */
  begin: () => void
}

interface KeyDragProps {
  ref: Ref<KeyDragHandle>
  /** The articles that are dragged. */
  articleIds: () => readonly ArticleId[]
  /** Gives the focus back to the list when it is over. */
  onEnd: () => void
}

/** Drags articles by keyboard onto topics, tags and places of the sidebar, as the mouse does. It is worked by a command alone. */
export function KeyDrag({ ref, articleIds, onEnd }: KeyDragProps) {
  const button = useRef<HTMLButtonElement>(null)
  const { dragButtonProps } = useDrag({
    hasDragButton: true,
    getItems: () => [{ [ARTICLES_TYPE]: JSON.stringify(articleIds()) }],
    getAllowedDropOperations: () => ['copy', 'move'],
    onDragEnd: () => requestAnimationFrame(onEnd),
  })
  useImperativeHandle(ref, () => ({ begin: () => button.current?.click() }))
  return (
    <span className="visually-hidden">
      <Button ref={button} {...dragButtonProps} excludeFromTabOrder>
        Drag to a topic, tag or place
      </Button>
    </span>
  )
}
