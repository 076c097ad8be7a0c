import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Command } from '../../ui/commands/command'
import { useScopedKeys } from '../../ui/commands/use-scoped-keys'
import { Button } from '../../ui/controls/Button'
import { KIND_TITLES, type TrashEntry, type TrashSection } from './trash-entry'
import { TrashRow } from './TrashRow'
import { isFocusLost, whenFree } from './when-free'

interface TrashListProps {
  sections: readonly TrashSection[]
  /** Hears which articles are in sight, for loading them. */
  onRange: (first: number, last: number) => void
  onRestore: (entry: TrashEntry) => void
  onRestoreAll: (section: TrashSection) => void
  onDelete: (entry: TrashEntry) => void
}

interface Line {
  readonly key: string
  readonly section: TrashSection
  /** Place in its section; null for the heading. */
  readonly index: number | null
}

/**
 * What is in Trash under a heading for each kind; only what is near the screen is mounted. Its buttons are one tab stop: the arrows go
 * from one to the next, and when one is gone the focus is on what came into its place.
 */
export function TrashList({ sections, onRange, onRestore, onRestoreAll, onDelete }: TrashListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => linesOf(sections), [sections])
  const [place, setPlace] = useState({ key: '', at: 1 })
  const kept = lines.findIndex(({ key }) => key === place.key)
  const focused = nearestEntry(lines, kept >= 0 ? kept : place.at)

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (lines[at]?.index === null ? 48 : 66),
    getItemKey: (at) => lines[at]?.key ?? at,
    overscan: 6,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      if (focused < 0 || shown.includes(focused)) return shown
      return [...shown, focused].sort((a, b) => a - b)
    },
  })
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {}
  // Articles come first, under their heading.
  useEffect(() => onRange(Math.max(0, startIndex - 1), endIndex), [onRange, startIndex, endIndex])

  const takesFocus = useRef(false)
  const takeFocus = () =>
    whenFree(() => {
      const button = scroller.current?.querySelector<HTMLElement>(`[data-index="${focused}"] button`)
      if (!takesFocus.current || !button) return
      takesFocus.current = false
      button.focus({ preventScroll: true })
    })
  useEffect(() => {
    // The row that had the focus is gone.
    if (place.key !== '' && kept < 0 && isFocusLost()) takesFocus.current = true
    if (!takesFocus.current || focused < 0) return
    virtual.scrollToIndex(focused, { align: 'auto' })
    takeFocus()
    // Only another list or another place moves the focus.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [lines, focused])

  const go = (at: number, step: 1 | -1) => {
    const next = nearestEntry(lines, Math.max(0, Math.min(lines.length - 1, at)), step)
    if (next < 0) return
    takesFocus.current = true
    setPlace({ key: lines[next]?.key ?? '', at: next })
    // The first stays the first: its heading comes into sight with it.
    virtual.scrollToIndex(next <= 1 ? 0 : next, { align: 'auto' })
    if (next === focused) takeFocus()
  }
  const entryAt = (at: number): TrashEntry | null => {
    const { section, index = null } = lines[at] ?? {}
    return index === null ? null : (section?.entries[index] ?? null)
  }
  const key = (title: string, keys: string[], run: () => void): Command => ({
    ...{ id: `trash ${title}`, title, group: 'Trash', keys, run },
  })
  const onKeyDown = useScopedKeys([
    key('Next', ['ArrowDown', 'J'], () => go(focused + 1, 1)),
    key('Previous', ['ArrowUp', 'K'], () => go(focused - 1, -1)),
    key('First', ['Home'], () => go(0, 1)),
    key('Last', ['End'], () => go(lines.length - 1, -1)),
    key('Delete now', ['Delete'], () => {
      const entry = entryAt(focused)
      if (entry) onDelete(entry)
    }),
  ])

  return (
    <div ref={scroller} className="trash-page__list" onKeyDown={onKeyDown}>
      <div style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index: at, key: rowKey, start }) => {
          const line = lines[at]
          const entry = entryAt(at)
          return (
            <div
              key={rowKey}
              ref={virtual.measureElement}
              data-index={at}
              className="trash-page__row"
              style={{ transform: `translateY(${start}px)` }}
            >
              {line && line.index === null ? (
                <SectionHead
                  section={line.section}
                  onRestoreAll={() => {
                    takesFocus.current = true
                    onRestoreAll(line.section)
                  }}
                />
              ) : null}
              {entry && (
                <TrashRow
                  entry={entry}
                  isFocused={at === focused}
                  onFocus={() => {
                    if (at !== focused) setPlace({ key: lines[at]?.key ?? '', at })
                  }}
                  onRestore={() => onRestore(entry)}
                  onDelete={() => onDelete(entry)}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function SectionHead({ section, onRestoreAll }: { section: TrashSection; onRestoreAll: () => void }) {
  const { kind, total, unlisted } = section
  return (
    <div className="trash-page__head">
      <h2>
        {KIND_TITLES[kind]} <span className="num">{total}</span>
      </h2>
      {unlisted > 0 && <p>The last {total - unlisted} are listed</p>}
      <span className="grow" />
      {total > 1 && (
        <Button look="ghost" onPress={onRestoreAll} aria-label={`Restore all: ${KIND_TITLES[kind]}`}>
          {unlisted > 0 ? 'Restore those listed' : 'Restore all'}
        </Button>
      )}
    </div>
  )
}

function linesOf(sections: readonly TrashSection[]): Line[] {
  return sections.flatMap((section) => [
    { key: section.kind, section, index: null },
    ...section.entries.map((_, index) => ({ key: `${section.kind} ${section.keyOf(index)}`, section, index })),
  ])
}

/** The line at a place, or of those around it the nearest that is no heading, first in the direction of `step`; -1 for none. */
function nearestEntry(lines: readonly Line[], at: number, step: 1 | -1 = 1): number {
  const from = Math.max(0, Math.min(lines.length - 1, at))
  for (const way of [step, -step]) {
    for (let next = from; next >= 0 && next < lines.length; next += way) {
      if (lines[next]?.index !== null && lines[next] !== undefined) return next
    }
  }
  return -1
}
