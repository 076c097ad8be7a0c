import { Download } from 'lucide-react'
import { useState } from 'react'
import { ALL_HIGHLIGHTS, useAllHighlights } from '../../client/highlights'
import { counted } from '../../ui/article-words'
import { Button } from '../../ui/Button'
import { openDialog } from '../../ui/dialogs'
import { EmptyState } from '../../ui/EmptyState'
import { PageHeader } from '../../ui/PageHeader'
import { HighlightFilters } from './HighlightFilters'
import { HighlightList } from './HighlightList'
import './HighlightsPage.css'

/** Every highlight of the library, by article or the newest first. */
export function HighlightsPage({ onShowSidebar }: { onShowSidebar: (() => void) | null }) {
  const [filter, setFilter] = useState(ALL_HIGHLIGHTS)
  const { data, error, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = useAllHighlights(filter)
  const highlights = data?.pages.flatMap((page) => page.highlights) ?? []
  const total = data?.pages[0]?.total ?? 0
  const { sort, ...narrowed } = filter
  const isFiltered = Object.values(narrowed).some((value) => value !== null)

  return (
    <main className="pane page" aria-label="All highlights" data-pane>
      <PageHeader
        title="All highlights"
        summary={data ? counted(total, 'highlight') : ''}
        onShowSidebar={onShowSidebar}
      >
        <Button onPress={() => openDialog({ name: 'export', articleIds: [] })}>
          <Download className="icon" aria-hidden />
          Export
        </Button>
      </PageHeader>
      <HighlightFilters filter={filter} onFilter={setFilter} />
      {error ? (
        <EmptyState title="The highlights could not be read">{error.message}</EmptyState>
      ) : data && highlights.length === 0 ? (
        isFiltered ? (
          <EmptyState title="No highlight is like this">
            <Button onPress={() => setFilter({ ...ALL_HIGHLIGHTS, sort })}>Show all highlights</Button>
          </EmptyState>
        ) : (
          <EmptyState title="Nothing highlighted yet">
            Select words in an article and press 1 to 5. What you mark comes together here, with your notes.
          </EmptyState>
        )
      ) : (
        <HighlightList
          key={JSON.stringify(filter)}
          highlights={highlights}
          filter={filter}
          isStale={isPlaceholderData}
          onEnd={() => {
            if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
          }}
        />
      )}
    </main>
  )
}
