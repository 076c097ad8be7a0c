import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import './PaneDivider.css'

const STEP = 16

export interface PaneDividerProps {
  label: string
  /** Width of the pane it resizes, in CSS pixels at 100% zoom. */
  width: number
  least: number
  most: number
  usual: number
  onChange: (width: number) => void
  /** The side of the divider on which its pane lies. */
  paneIs?: 'before' | 'after'
}

/** The edge of a pane: drag it, or focus it and use the arrow keys; Home brings back the usual width. */
export function PaneDivider({ label, width, least, most, usual, onChange, paneIs = 'before' }: PaneDividerProps) {
  const drag = useRef<{ x: number; width: number } | null>(null)
  const limit = (value: number) => Math.round(Math.max(least, Math.min(most, value)))
  const isRtl = () => getComputedStyle(document.documentElement).direction === 'rtl'
  /** Moving towards the end of the line widens a pane before the divider and narrows one after it. */
  const sign = () => (isRtl() ? -1 : 1) * (paneIs === 'before' ? 1 : -1)

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, width }
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (!drag.current) return
    const zoom = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
    onChange(limit(drag.current.width + ((event.clientX - drag.current.x) * sign()) / zoom))
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const by = { ArrowRight: STEP * sign(), ArrowLeft: -STEP * sign() }[event.key]
    if (by === undefined && event.key !== 'Home') return
    event.preventDefault()
    onChange(by === undefined ? usual : limit(width + by))
  }

  return (
    <div
      className="pane-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onDoubleClick={() => onChange(usual)}
    />
  )
}
