import { ToggleButton } from 'react-aria-components'
import { HIGHLIGHT_COLOURS } from '../../anchoring/colours'
import type { HighlightFilter, Period } from '../../client/highlights'
import { useSettings } from '../../client/settings'
import { useTags } from '../../client/tags'
import { useTopics } from '../../client/topics'
import { Swatch } from '../../ui/controls/Swatch'
import { FilterMenu } from './FilterMenu'
import '../../ui/controls/filter.css'

interface HighlightFiltersProps {
  filter: HighlightFilter
  onFilter: (filter: HighlightFilter) => void
}

const PERIODS: readonly { value: Period; label: string }[] = [
  { value: 'week', label: 'Last week' },
  { value: 'month', label: 'Last month' },
  { value: 'year', label: 'Last year' },
]

/** Narrows the highlights by colour, note, lost place, tag, topic and time, and sorts them. */
export function HighlightFilters({ filter, onFilter }: HighlightFiltersProps) {
  const { colourNames } = useSettings()
  const tags = useTags()
  const topics = useTopics()
  return (
    <div className="highlights-page__filters" role="group" aria-label="Filters">
      {HIGHLIGHT_COLOURS.map((colour) => (
        <ToggleButton
          key={colour}
          className="filter"
          isSelected={filter.colour === colour}
          onChange={(on) => onFilter({ ...filter, colour: on ? colour : null })}
        >
          <Swatch colour={colour} />
          {colourNames[colour]}
        </ToggleButton>
      ))}
      <span className="bar__gap" />
      <FilterMenu
        label="Note"
        any="With or without a note"
        choices={[
          { value: true, label: 'With a note' },
          { value: false, label: 'Without a note' },
        ]}
        value={filter.withNote}
        onChange={(withNote) => onFilter({ ...filter, withNote })}
      />
      <ToggleButton
        className="filter"
        isSelected={filter.orphaned === true}
        onChange={(on) => onFilter({ ...filter, orphaned: on ? true : null })}
      >
        Not found
      </ToggleButton>
      {tags.length > 0 && (
        <FilterMenu
          label="Tag"
          any="Any tag"
          choices={tags.map(({ tag }) => ({ value: tag, label: `#${tag}` }))}
          value={filter.tag}
          onChange={(tag) => onFilter({ ...filter, tag })}
        />
      )}
      {topics.length > 0 && (
        <FilterMenu
          label="Topic"
          any="Any topic"
          choices={topics.map(({ id, title }) => ({ value: id, label: title }))}
          value={filter.topicId}
          onChange={(topicId) => onFilter({ ...filter, topicId })}
        />
      )}
      <FilterMenu
        label="Time"
        any="Any time"
        choices={PERIODS}
        value={filter.period}
        onChange={(period) => onFilter({ ...filter, period })}
      />
      <span className="grow" />
      <FilterMenu
        label="By article"
        any="By article"
        choices={[{ value: 'newest' as const, label: 'Newest first' }]}
        value={filter.sort === 'article' ? null : filter.sort}
        onChange={(sort) => onFilter({ ...filter, sort: sort ?? 'article' })}
      />
    </div>
  )
}
