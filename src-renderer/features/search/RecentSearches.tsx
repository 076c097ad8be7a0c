import { History } from 'lucide-react'
import { Button as RowButton } from 'react-aria-components'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import '../../ui/Row.css'

interface RecentSearchesProps {
  recent: readonly string[]
  onSearch: (text: string) => void
  onClear: () => void
}

/** What stands under an empty search field. */
export function RecentSearches({ recent, onSearch, onClear }: RecentSearchesProps) {
  if (recent.length === 0) {
    return (
      <EmptyState title="Search everything you have read and written">
        Words in any order; “quotes” keep words together. The last word may be unfinished.
      </EmptyState>
    )
  }
  return (
    <section className="search-page__recent" aria-labelledby="recent-searches">
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
  )
}
