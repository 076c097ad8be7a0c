import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type HighlightFilter, useReadHighlightIds } from '../../client/highlights'
import { HighlightBar } from './HighlightBar'
import { HighlightRow, type ListedHighlight } from './HighlightRow'
import { useHighlightCommands } from './use-highlight-commands'
import { useHighlightSelection } from './use-highlight-selection'

interface HighlightListProps {
  highlights: readonly ListedHighlight[]
  /** What they were narrowed by. */
  filter: HighlightFilter
  isStale: boolean
  /** How many there are, loaded or not. */
  total: number
  /** Called when the last loaded highlights come into sight. */
  onEnd: () => void
}

/** Highlights under the titles of their articles, to be selected; only what is near the screen is mounted. */
export function HighlightList({ highlights, filter, isStale, total, onEnd }: HighlightListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const ids = useMemo(() => highlights.map(({ id }) => id), [highlights])
  const newest = useMemo(() => newestUnderHeadings(highlights), [highlights])
  const selection = useHighlightSelection(ids)
  const { focused, selected } = selection
  const [isTagging, setTagging] = useState(false)
  const chosen = useMemo(() => [...selected], [selected])

  const virtual = useVirtualizer({
    count: highlights.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (newest[index] == null ? 90 : 130),
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
    // The focused row stays mounted wherever one scrolls, so that focus is never lost.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      if (focused >= highlights.length || shown.includes(focused)) return shown
      return [...shown, focused].sort((a, b) => a - b)
    },
  })
  const rows = virtual.getVirtualItems()
  const last = virtual.range?.endIndex ?? -1

  useEffect(() => {
    if (last >= highlights.length - 10) onEnd()
  }, [last, highlights.length, onEnd])

  const takesFocus = useRef(false)
  useEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    virtual.scrollToIndex(focused, { align: 'auto' })
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${focused}"] .highlight-entry`)
    row?.focus({ preventScroll: true })
  }, [virtual, focused, selected])

  const actions = useHighlightCommands({
    ids,
    selection,
    readAll: useReadHighlightIds(filter),
    isHere: () => scroller.current?.contains(document.activeElement) ?? false,
    takeFocus: () => (takesFocus.current = true),
    onTag: () => setTagging(true),
  })

  return (
    <>
      {chosen.length > 0 && (
        <HighlightBar
          ids={chosen}
          isTagging={isTagging}
          onTagging={setTagging}
          onRemove={actions.remove}
          onClear={selection.clear}
        />
      )}
      <div ref={scroller} className="highlights-page__list" data-stale={isStale} onKeyDown={actions.onKeyDown}>
        <div role="list" aria-label="Highlights" style={{ position: 'relative', height: virtual.getTotalSize() }}>
          {rows.map(({ index, key, start }) => {
            const highlight = highlights[index]
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                role="listitem"
                aria-posinset={index + 1}
                aria-setsize={total}
                className="highlights-page__row"
                style={{ transform: `translateY(${start}px)` }}
              >
                {highlight && (
                  <HighlightRow
                    highlight={highlight}
                    newest={newest[index] ?? null}
                    isSelected={selected.has(highlight.id)}
                    isFocused={index === focused}
                    onFocus={() => {
                      if (index !== focused) selection.focus(index)
                    }}
                    onSelect={(way) => {
                      takesFocus.current = true
                      if (way === 'extend') selection.extendTo(index)
                      else selection.toggle(index)
                    }}
                  />
                )}
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}

/** For the first row of each run of one article, when the newest of the run was made; null for the other rows. */
function newestUnderHeadings(highlights: readonly ListedHighlight[]): (number | null)[] {
  const newest: (number | null)[] = []
  let heading = 0
  for (const [index, { articleId, createdAt }] of highlights.entries()) {
    const isFirst = highlights[index - 1]?.articleId !== articleId
    if (isFirst) heading = index
    newest.push(isFirst ? createdAt : null)
    newest[heading] = Math.max(newest[heading] ?? 0, createdAt)
  }
  return newest
}
