import { useMemo, useRef, useState } from 'react'
import type { ArticleId } from '@shared/domain/ids'

export interface ListSelection {
  /** Articles selected together; empty while only one is focused. */
  selected: ReadonlySet<ArticleId>
  /** Index of the row that holds the tab stop. */
  focused: number
  focus(index: number): void
  /** Selects from the row last pressed to this one. */
  extendTo(index: number): void
  toggle(index: number): void
  selectAll(): void
  clear(): void
}

/** Which rows of a list are focused and selected. Rows that left the list are not selected any more. */
export function useListSelection(ids: readonly ArticleId[], openId: ArticleId | null): ListSelection {
  const [chosen, setChosen] = useState<ReadonlySet<ArticleId>>(new Set())
  const [place, setPlace] = useState<{ id: ArticleId | null; index: number }>({ id: null, index: 0 })
  const anchor = useRef(0)

  const known = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids])
  const selected = useMemo(
    () => (chosen.size === 0 ? chosen : new Set([...chosen].filter((id) => known.has(id)))),
    [chosen, known],
  )
  // The tab stop stays with its article; when that leaves the list, the next one takes its place.
  const kept = place.id === null ? (openId === null ? undefined : known.get(openId)) : known.get(place.id)
  const focused = Math.max(0, Math.min(ids.length - 1, kept ?? place.index))

  const moveTo = (index: number) => setPlace({ id: ids[index] ?? null, index })

  return {
    selected,
    focused,
    focus(index) {
      anchor.current = index
      moveTo(index)
    },
    extendTo(index) {
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
      setChosen(new Set(ids.slice(from, to + 1)))
      moveTo(index)
    },
    toggle(index) {
      const id = ids[index]
      if (!id) return
      const next = new Set(selected)
      // The first toggle begins with what was focused, as file managers do.
      const start = ids[focused]
      if (next.size === 0 && start) next.add(start)
      if (selected.has(id)) next.delete(id)
      else next.add(id)
      setChosen(next)
      anchor.current = index
      moveTo(index)
    },
    selectAll: () => setChosen(new Set(ids)),
    clear: () => setChosen(new Set()),
  }
}
