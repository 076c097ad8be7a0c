import { History } from 'lucide-react'
import { Button as RowButton } from 'react-aria-components'
import { OPERATORS } from '@shared/text/search-query/operators'
import { Button } from '../../ui/controls/Button'
import '../../ui/controls/filter.css'
import '../../ui/layout/Row.css'

interface RecentSearchesProps {
  recent: readonly string[]
  onSearch: (text: string) => void
  onClear: () => void
}

/** What stands under an empty search field: what one looked for before, and what a search can be narrowed with. */
export function RecentSearches({ recent, onSearch, onClear }: RecentSearchesProps) {
  return (
    <div className="search-page__recent">
      {recent.length > 0 && (
        <section aria-labelledby="recent-searches">
          <h2 id="recent-searches">Recent searches</h2>
          {recent.map((text) => (
            <RowButton key={text} className="row" onPress={() => onSearch(text)}>
              <History className="icon" aria-hidden />
              <span className="truncate">{text}</span>
            </RowButton>
          ))}
          <Button look="link" onPress={onClear}>
            Forget these
          </Button>
        </section>
      )}
      <section aria-labelledby="search-filters">
        <h2 id="search-filters">Narrow a search</h2>
        <div className="search-page__operators">
          {OPERATORS.map(({ operator, help }) => (
            <RowButton
              key={operator}
              className="filter"
              aria-label={`${operator}: ${help}`}
              onPress={() => onSearch(`${operator}:`)}
            >
              {operator}:
            </RowButton>
          ))}
        </div>
        <p className="search-page__help">
          Words in any order; “quotes” keep words together; -word leaves a word out. The last word may be unfinished.
        </p>
      </section>
    </div>
  )
}
