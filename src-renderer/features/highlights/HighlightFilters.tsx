import { ChevronDown } from 'lucide-react'
import { Button, ToggleButton } from 'react-aria-components'
import { HIGHLIGHT_COLOURS } from '../../anchoring/colours'
import type { HighlightFilter } from '../../client/highlights'
import { useSettings } from '../../client/settings'
import { Kbd } from '../../ui/Kbd'
import { Menu } from '../../ui/Menu'
import { Swatch } from '../../ui/Swatch'
import '../../ui/filter.css'

interface HighlightFiltersProps {
  filter: HighlightFilter
  tags: readonly string[]
  onFilter: (filter: HighlightFilter) => void
}

/** Narrows the highlights by colour, by having a note, by having lost its place, by tag. */
export function HighlightFilters({ filter, tags, onFilter }: HighlightFiltersProps) {
  const { colourNames } = useSettings()
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
      <ToggleButton
        className="filter"
        isSelected={filter.withNote === true}
        onChange={(on) => onFilter({ ...filter, withNote: on ? true : null })}
      >
        With a note
      </ToggleButton>
      <ToggleButton
        className="filter"
        isSelected={filter.orphaned === true}
        onChange={(on) => onFilter({ ...filter, orphaned: on ? true : null })}
      >
        Not found
      </ToggleButton>
      {tags.length > 0 && (
        <Menu
          label="Tag"
          actions={[
            {
              id: 'any',
              label: 'Any tag',
              isChosen: filter.tag === null,
              run: () => onFilter({ ...filter, tag: null }),
            },
            ...tags.map((tag) => ({
              id: `tag ${tag}`,
              label: tag,
              isChosen: filter.tag === tag,
              run: () => onFilter({ ...filter, tag }),
            })),
          ]}
        >
          <Button className="filter" data-on={filter.tag !== null}>
            {filter.tag === null ? 'Tag' : `#${filter.tag}`}
            <ChevronDown className="icon" aria-hidden />
          </Button>
        </Menu>
      )}
      <span className="grow" />
      <span className="highlights-page__keys">
        <Kbd keys="J" /> <Kbd keys="K" /> to move
      </span>
    </div>
  )
}
