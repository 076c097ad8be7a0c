import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { matching, useImportRows } from '../../client/imports'
import type { ArticleId } from '@shared/domain/ids'
import { FailedRow, ItemRow } from './ItemRow'
import { FILTER_STATES, type ImportFilter } from './ImportFilters'
import type { Importing } from './use-importing'
import './ImportRows.css'

interface ImportRowsProps {
  importing: Importing
  filter: ImportFilter
  onOpen: (id: ArticleId) => void
}

/** Height of a row before it is measured, in CSS pixels. */
const ROW_HEIGHT = 60

/** A row for each item, failures first, each saying what became of it. However many there are, only those on screen exist. */
export function ImportRows({ importing, filter, onOpen }: ImportRowsProps) {
  const { shown } = importing
  const refused = filter === 'all' || filter === 'failed' ? importing.refused : NONE
  const states = FILTER_STATES[filter]
  const count = refused.length + shown.reduce((sum, each) => sum + matching(each, states), 0)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  })
  const places = virtual.getVirtualItems()
  const first = (places[0]?.index ?? 0) - refused.length
  const last = (places[places.length - 1]?.index ?? -1) - refused.length
  const rows = useImportRows(shown, states, first, last)
  if (count === 0) return null
  return (
    // Rows that only wait hold nothing to press, and still have to be scrolled by keys.
    <div ref={scroller} className="import-rows" role="group" aria-label="What became of each item" tabIndex={0}>
      <ul className="import-rows__list" aria-label="Items" style={{ height: virtual.getTotalSize() }}>
        {places.map(({ index, key, start }) => {
          const refusal = refused[index]
          const row = rows.get(index - refused.length)
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="import-rows__place"
              aria-setsize={count}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {refusal ? (
                <FailedRow name={refusal.name} reason={refusal.reason} />
              ) : row ? (
                <ItemRow row={row} importing={importing} onOpen={onOpen} />
              ) : (
                <div className="import-rows__row" aria-busy />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const NONE: Importing['refused'] = []
