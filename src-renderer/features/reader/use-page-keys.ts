import { type RefObject, useCallback } from 'react'
import { useFrameEvent } from './use-frame-event'
import { useCommandKeys } from '../../ui/commands/use-commands'
import type { ArticleDocument } from '../../frame/article-document'
import { isElement } from '../../frame/nodes'
import { isCalm } from './typography/calm'

interface PageKeysOptions {
  readonly article: ArticleDocument | null
  readonly scroller: RefObject<HTMLElement | null>
  /** Takes keys before the page does. Says whether it took this one. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** Says whether it had something to do. */
  readonly onEnter: () => boolean
  readonly onEscape: () => boolean
}

/** How much of a screen stays visible when paging, in pixels. */
const OVERLAP = 64

/** Keys of the page itself, then those of all commands; also for keys pressed inside the frame. */
export function usePageKeys(options: PageKeysOptions): (event: KeyboardEvent) => void {
  const { article, scroller, onKey, onEnter, onEscape } = options
  const runCommand = useCommandKeys()

  const pageKey = useCallback(
    (event: KeyboardEvent): boolean => {
      if (onKey(event)) return true
      const pane = scroller.current
      if (!pane || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
      switch (event.key) {
        case ' ': {
          const step = (pane.clientHeight - OVERLAP) * (event.shiftKey ? -1 : 1)
          pane.scrollBy({ top: step, behavior: isCalm() ? 'instant' : 'smooth' })
          return true
        }
        case 'Home':
        case 'End':
          if (event.shiftKey) return false
          pane.scrollTo({ top: event.key === 'Home' ? 0 : pane.scrollHeight })
          return true
        case 'Enter':
          return onEnter()
        case 'Escape':
          return onEscape()
        default:
          return false
      }
    },
    [scroller, onKey, onEnter, onEscape],
  )

  useFrameEvent(article, 'keydown', (event) => {
    const isOnControl = isElement(event.target) && event.target.closest('a[href], summary') !== null
    if (!isOnControl && pageKey(event)) event.preventDefault()
    else runCommand(event)
  })

  return useCallback(
    (event: KeyboardEvent) => {
      if (event.target === event.currentTarget && pageKey(event)) event.preventDefault()
    },
    [pageKey],
  )
}
