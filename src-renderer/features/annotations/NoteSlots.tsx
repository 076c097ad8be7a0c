import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import { layoutNotes } from './note-layout'
import { useCardInView } from './use-card-in-view'
import { useFeedFocus } from './use-feed-focus'
import { useView } from './use-view'

/** A highlight with the height of its passage's first line in the scrolled page; null where it is not shown. */
export interface PlacedHighlight {
  readonly highlight: Highlight
  readonly middle: number | null
}

interface NoteSlotsProps {
  readonly highlights: readonly PlacedHighlight[]
  /** Beside the passages, or one under the other. */
  readonly arrangement: 'margin' | 'list'
  readonly activeId: string | null
  readonly card: (highlight: Highlight, at: number, of: number) => ReactNode
}

/** Half of a note's first line and what is above it, in pixels: how far its top lies above the passage's middle. */
const FIRST_LINE = 21
/** About the height of a card that was not measured yet, in pixels: in the margin, and with the words of its passage. */
const ABOUT = { margin: 60, list: 96 }

/**
 * The cards of highlights, as far as they are near the view: thousands cost no more than a screenful. The active one, the focused one and
 * its neighbours are always there, so that keys go from card to card. It scrolls with the page, so heights are those of the page.
 */
export function NoteSlots({ highlights, arrangement, activeId, card }: NoteSlotsProps) {
  const box = useRef<HTMLDivElement>(null)
  const view = useView(box, arrangement)
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const [offset, setOffset] = useState(0)
  const order = useMemo(() => highlights.map(({ highlight }) => highlight.id), [highlights])
  const { focused, onCardFocus, onBlur, onKeyDown } = useFeedFocus(box, order)

  const isList = arrangement === 'list'
  const about = ABOUT[arrangement]
  const tops = useMemo(() => {
    const boxes = highlights.flatMap(({ highlight: { id }, middle }) => {
      const height = heights.get(id) ?? about
      if (isList) return [{ id, passage: 0, height }]
      return middle === null ? [] : [{ id, passage: middle - FIRST_LINE - offset, height }]
    })
    return layoutNotes(boxes, isList ? null : activeId, 8)
  }, [highlights, heights, offset, isList, about, activeId])

  useCardInView(box, isList ? activeId : null, activeId === null ? undefined : tops.get(activeId))

  const at = highlights.findIndex(({ highlight }) => highlight.id === focused)
  const shown = highlights.flatMap(({ highlight }, index) => {
    const top = tops.get(highlight.id)
    const bottom = (top ?? 0) + (heights.get(highlight.id) ?? about)
    const isNear = top !== undefined && bottom >= view.top && top <= view.bottom
    const isHeld = highlight.id === activeId || (at >= 0 && Math.abs(index - at) <= 1)
    return isNear || isHeld ? [{ highlight, index, top }] : []
  })
  const ids = shown.map(({ highlight }) => highlight.id).join()

  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const measure = () => {
      setOffset(element.offsetTop)
      const measured = [...element.children].flatMap((slot) =>
        slot instanceof HTMLElement ? [[slot.dataset['id'] ?? '', slot.offsetHeight] as const] : [],
      )
      setHeights((known) =>
        measured.every(([id, height]) => known.get(id) === height) ? known : new Map([...known, ...measured]),
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    // What stands above them grows and shrinks, and moves them.
    for (const sibling of element.parentElement?.children ?? []) observer.observe(sibling)
    for (const slot of element.children) observer.observe(slot)
    return () => observer.disconnect()
  }, [ids])

  const bottom = useMemo(() => {
    let lowest = 0
    for (const [id, top] of tops) lowest = Math.max(lowest, top + (heights.get(id) ?? about))
    return lowest
  }, [tops, heights, about])

  return (
    <div
      ref={box}
      className="notes-rail__margin"
      data-arrangement={arrangement}
      // A feed holds articles; with none near the view it is but a group.
      role={shown.length > 0 ? 'feed' : 'group'}
      aria-label="Highlights"
      style={{ minHeight: bottom + 24 }}
      tabIndex={-1}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      {shown.map(({ highlight, index, top }) => (
        <div
          key={highlight.id}
          className="notes-rail__slot"
          data-id={highlight.id}
          data-placed={heights.has(highlight.id) && top !== undefined}
          style={{ top: top ?? 0 }}
          onFocus={() => onCardFocus(highlight.id)}
        >
          {card(highlight, index + 1, highlights.length)}
        </div>
      ))}
    </div>
  )
}
