import { type RefObject, useLayoutEffect, useRef } from 'react'
import { paneOf } from './use-view'

/**
 * Keeps the card of the current highlight in view in the list: when it becomes the current one, and when cards around it were
 * measured and moved it, unless a person had scrolled it away.
 * @param id the card, or null where none is to be kept
 * @param top where it stands in the box, in pixels
 */
export function useCardInView(box: RefObject<HTMLElement | null>, id: string | null, top: number | undefined): void {
  const last = useRef<{ readonly id: string; readonly top: number } | null>(null)
  useLayoutEffect(() => {
    const before = last.current
    last.current = id === null || top === undefined ? null : { id, top }
    const element = box.current
    const pane = element && paneOf(element)
    if (!last.current || !pane) return
    const view = pane.getBoundingClientRect()
    const wasAt = before?.id === id ? element.getBoundingClientRect().top + before.top : view.top
    if (wasAt < view.top || wasAt > view.bottom) return
    const slot = [...element.children].find((each) => each instanceof HTMLElement && each.dataset['id'] === id)
    slot?.scrollIntoView({ block: 'nearest' })
  }, [box, id, top])
}
