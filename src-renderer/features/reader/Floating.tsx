import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { PageBox } from './place/page-geometry'
import './Floating.css'

interface FloatingProps {
  /** What it belongs to, in the page's pixels. */
  readonly at: PageBox
  readonly prefer: 'above' | 'below'
  readonly role: 'dialog' | 'toolbar' | 'menu'
  readonly label: string
  readonly className: string
  /** Leaves the focus and the selection where they are when it is pressed. */
  readonly keepsFocus?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Space between it and what it belongs to, and the least space to the page's edges, in pixels. */
const GAP = 8

/** A surface beside a passage that scrolls with the text: not modal, flips where there is no room, Escape closes it. */
export function Floating(props: FloatingProps) {
  const { at, prefer, role, label, className, keepsFocus = false, onClose, children } = props
  const ref = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const box = ref.current
    const page = box?.offsetParent
    const pane = box?.closest('[data-scroller]')
    if (!box || !page || !pane) return
    const middle = (at.left + at.right) / 2 - box.offsetWidth / 2
    box.style.left = `${Math.max(GAP, Math.min(middle, page.clientWidth - box.offsetWidth - 2 * GAP))}px`
    const above = at.top - GAP - box.offsetHeight
    const below = at.bottom + GAP
    const fitsAbove = above >= pane.scrollTop + GAP
    const fitsBelow = below + box.offsetHeight <= pane.scrollTop + pane.clientHeight - GAP
    const goesAbove = prefer === 'above' ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow
    box.style.top = `${Math.max(pane.scrollTop + GAP, goesAbove ? above : below)}px`
  })

  return (
    <div
      ref={ref}
      role={role}
      aria-label={label}
      className={`floating ${className}`}
      onPointerDown={keepsFocus ? (event) => event.preventDefault() : undefined}
      onMouseDown={keepsFocus ? (event) => event.preventDefault() : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
    </div>
  )
}
