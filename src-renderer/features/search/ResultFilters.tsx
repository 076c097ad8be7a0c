import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { SearchResults } from '@shared/contract/search'
import { GROUPS, type Shown } from './result-groups'
import '../../ui/controls/filter.css'

interface ResultFiltersProps {
  results: SearchResults
  shown: Shown
  onShow: (shown: Shown) => void
}

/** Chooses between everything and one kind of result; each says how many there are. */
export function ResultFilters({ results, shown, onShow }: ResultFiltersProps) {
  const everything = GROUPS.reduce((sum, { group }) => sum + results[group].total, 0)
  const choices: { id: Shown; label: string; total: number }[] = [
    { id: 'everything', label: 'Everything', total: everything },
    ...GROUPS.map(({ group, title }) => ({ id: group, label: title, total: results[group].total })),
  ]
  return (
    <ToggleButtonGroup
      className="search-page__filters"
      aria-label="Kind of result"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown]}
      onSelectionChange={(keys) => onShow(choices.find(({ id }) => keys.has(id))?.id ?? shown)}
    >
      {choices.map(({ id, label, total }) => (
        <ToggleButton key={id} id={id} className="filter">
          {label} <span className="num">{total.toLocaleString('en-GB')}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
