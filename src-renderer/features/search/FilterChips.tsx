import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { momentOf } from '@shared/text/search-query/dates'
import { normalValue, valuesOf } from '@shared/text/search-query/operators'
import { type FilterPart, parseSearch, withoutPart } from '@shared/text/search-query/parse-search'
import { useSettings } from '../../client/settings'
import { fold } from '@shared/text/fold'
import './FilterChips.css'

/** The filters of a search as chips, each with a way to take it out. One that says nothing is marked so, and does not count. */
export function FilterChips({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { colourNames } = useSettings()
  const filters = parseSearch(text).filter((part) => part.kind === 'filter' && part.value.trim() !== '')
  if (filters.length === 0) return null
  return (
    <ul className="filter-chips" aria-label="Filters in use">
      {filters.map((part) =>
        part.kind === 'filter' ? (
          <li key={part.start} className="filter-chip" data-unknown={!isKnown(part, Object.values(colourNames))}>
            <span className="filter-chip__name">
              {part.negated ? 'not ' : ''}
              {part.operator}
            </span>
            <bdi className="truncate">{normalValue(part.operator, part.value)}</bdi>
            {!isKnown(part, Object.values(colourNames)) && <span className="filter-chip__why">not understood</span>}
            <Button
              className="filter-chip__remove"
              aria-label={`Remove filter ${text.slice(part.start, part.end)}`}
              onPress={() => onChange(withoutPart(text, part))}
            >
              <X className="icon icon--xs" aria-hidden />
            </Button>
          </li>
        ) : null,
      )}
    </ul>
  )
}

function isKnown({ operator, value }: FilterPart, colourNames: readonly string[]): boolean {
  if (operator === 'before' || operator === 'after') return momentOf(value, Date.now()) !== null
  const known = valuesOf(operator)
  if (known === null) return true
  const wanted = fold(normalValue(operator, value))
  return [...known, ...(operator === 'colour' ? colourNames : [])].some((each) => fold(each) === wanted)
}
