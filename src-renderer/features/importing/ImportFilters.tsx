import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { ImportItemState, KnownChoice } from '@shared/contract/imports'
import { Button } from '../../ui/controls/Button'
import type { Importing, Sums } from './use-importing'
import '../../ui/controls/filter.css'
import './ImportFilters.css'

/** Which items are shown. */
export type ImportFilter = 'all' | 'failed' | 'asks' | 'added' | 'known'

/** The states that each filter lets through; null for all of them. */
export const FILTER_STATES: Record<ImportFilter, ImportItemState[] | null> = {
  all: null,
  failed: ['failed'],
  asks: ['asks'],
  added: ['added', 'updated'],
  known: ['duplicate', 'skipped'],
}

const LABELS: Record<ImportFilter, string> = {
  all: 'All',
  failed: 'Failed',
  asks: 'To answer',
  added: 'Added',
  known: 'Already there',
}
const FILTERS: readonly ImportFilter[] = ['all', 'failed', 'asks', 'added', 'known']

/** How many items a filter lets through. */
export function countOf(sums: Sums, filter: ImportFilter): number {
  const states = FILTER_STATES[filter]
  if (filter === 'all') return sums.total + sums.refused
  return (states ?? []).reduce((sum, state) => sum + sums[state], filter === 'failed' ? sums.refused : 0)
}

interface ImportFiltersProps {
  importing: Importing
  filter: ImportFilter
  onFilter: (filter: ImportFilter) => void
}

/** Narrows a long list, and does to all what can be done to one: shown where there is more than one kind of outcome. */
export function ImportFilters({ importing, filter, onFilter }: ImportFiltersProps) {
  const { sums, isRunning } = importing
  const useful = FILTERS.filter((each) => each === 'all' || countOf(sums, each) > 0)
  if (useful.length < 3 && sums.asks === 0 && sums.failed === 0) return null
  return (
    <div className="import-filters">
      {countOf(sums, 'all') > 1 && (
        <ToggleButtonGroup
          className="import-filters__kinds"
          aria-label="Show"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[filter]}
          onSelectionChange={(keys) => onFilter(FILTERS.find((each) => keys.has(each)) ?? 'all')}
        >
          {useful.map((each) => (
            <ToggleButton key={each} id={each} className="filter">
              {LABELS[each]} <span className="num">{countOf(sums, each).toLocaleString('en-GB')}</span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <span className="grow" />
      {sums.failed > 1 && !isRunning && (
        <Button look="link" onPress={importing.retryAll}>
          Retry all that failed
        </Button>
      )}
      {sums.asks > 1 && <AnswerAll count={sums.asks} onAnswer={importing.resolveAll} />}
    </div>
  )
}

function AnswerAll({ count, onAnswer }: { count: number; onAnswer: (choice: KnownChoice) => void }) {
  return (
    <div className="import-filters__all" role="group" aria-label={`Answer for all ${count}`}>
      <span>For all {count.toLocaleString('en-GB')}:</span>
      <Button look="link" onPress={() => onAnswer('update')}>
        Update
      </Button>
      <Button look="link" onPress={() => onAnswer('keep-both')}>
        Keep both
      </Button>
      <Button look="link" onPress={() => onAnswer('skip')}>
        Skip
      </Button>
    </div>
  )
}
