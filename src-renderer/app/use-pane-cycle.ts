import { useCallback } from 'react'

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), iframe, [tabindex="0"], [contenteditable="true"]'

const PANES = '[data-pane], main[aria-label]:not([data-pane] *), aside[aria-label]:not([data-pane] *)'

function isShown(element: HTMLElement): boolean {
  return element.offsetWidth > 0 && element.checkVisibility()
}

/** Moves focus to the next or previous pane, in document order. */
export function usePaneCycle(): (direction: 1 | -1) => void {
  return useCallback((direction) => {
    const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter(isShown)
    if (panes.length === 0) return
    const now = panes.findIndex((pane) => pane.contains(document.activeElement))
    const next = now < 0 ? (direction === 1 ? 0 : panes.length - 1) : (now + direction + panes.length) % panes.length
    const pane = panes[next]
    const current = pane?.querySelector<HTMLElement>('[aria-current="page"], [role="option"][tabindex="0"]')
    const first = [...(pane?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].find(isShown)
    const target = current ?? first
    target?.focus()
  }, [])
}
