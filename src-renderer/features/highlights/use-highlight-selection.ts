import { useRef, useState } from 'react'
import type { AnnotationId } from '@shared/domain/ids'

export interface HighlightSelection {
  /** Highlights selected together; may hold some that are not loaded. */
  selected: ReadonlySet<AnnotationId>
  /** Index of the row that holds the tab stop. */
  focused: number
  focus(index: number): void
  /** Selects from the row last focused or toggled to this one. */
  extendTo(index: number): void
  toggle(index: number): void
  select(ids: readonly AnnotationId[]): void
  clear(): void
}

/** Which rows of the highlights are focused and selected. The tab stop stays with its highlight. */
export function useHighlightSelection(ids: readonly AnnotationId[]): HighlightSelection {
  const [selected, setSelected] = useState<ReadonlySet<AnnotationId>>(new Set())
  const [place, setPlace] = useState<{ id: AnnotationId | undefined; index: number }>({ id: undefined, index: 0 })
  const anchor = useRef<AnnotationId | undefined>(undefined)

  const kept = place.id === undefined ? -1 : ids.indexOf(place.id)
  const focused = kept >= 0 ? kept : Math.max(0, Math.min(ids.length - 1, place.index))
  const moveTo = (index: number) => setPlace({ id: ids[index], index })

  return {
    selected,
    focused,
    focus(index) {
      anchor.current = ids[index]
      moveTo(index)
    },
    extendTo(index) {
      const start = anchor.current === undefined ? focused : ids.indexOf(anchor.current)
      const from = start < 0 ? focused : start
      anchor.current = ids[from]
      setSelected(new Set(ids.slice(Math.min(from, index), Math.max(from, index) + 1)))
      moveTo(index)
    },
    toggle(index) {
      const id = ids[index]
      if (id === undefined) return
      const next = new Set(selected)
      if (!next.delete(id)) next.add(id)
      setSelected(next)
      anchor.current = id
      moveTo(index)
    },
    select: (all) => setSelected(new Set(all)),
    clear: () => setSelected(new Set()),
  }
}
