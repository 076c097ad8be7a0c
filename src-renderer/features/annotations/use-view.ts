import { type RefObject, useLayoutEffect, useState } from 'react'

/** A stretch of a box, in pixels from its top. */
export interface View {
  readonly top: number
  readonly bottom: number
}

/** The view is told anew after so much of it was scrolled, in parts of its height. */
const STEP = 0.5
/** So many heights above and below what is seen count as near. */
const NEAR = 1

/**
 * The stretch of a box that is seen in the pane it scrolls in, or near to it.
 * @param arrangement what decides which pane that is
 */
export function useView(box: RefObject<HTMLElement | null>, arrangement: string): View {
  const [view, setView] = useState<View>({ top: 0, bottom: 0 })
  useLayoutEffect(() => {
    const element = box.current
    const pane = element && paneOf(element)
    if (!element || !pane) return undefined
    const look = () => {
      const height = pane.clientHeight
      const above = pane.getBoundingClientRect().top - element.getBoundingClientRect().top
      const step = Math.max(1, height * STEP)
      const top = Math.floor(above / step) * step - NEAR * height
      const bottom = top + step + (1 + 2 * NEAR) * height
      setView((known) => (known.top === top && known.bottom === bottom ? known : { top, bottom }))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(pane)
    // What stands above the box moves it as it grows and shrinks.
    for (const sibling of element.parentElement?.children ?? []) observer.observe(sibling)
    pane.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      pane.removeEventListener('scroll', look)
    }
  }, [box, arrangement])
  return view
}

/** The nearest element around another that scrolls. */
export function paneOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (/auto|scroll/u.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}
