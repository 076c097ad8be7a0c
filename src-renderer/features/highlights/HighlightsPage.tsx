import { Download, History } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { ALL_HIGHLIGHTS, useAllHighlights } from '../../client/highlights'
import { counted } from '../../ui/words/article-words'
import { Button } from '../../ui/controls/Button'
import { openDialog } from '../../ui/dialogs/dialogs'
import { EmptyState } from '../../ui/layout/EmptyState'
import { PageHeader } from '../../ui/layout/PageHeader'
import { navigate } from '../../ui/places/route'
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

  // What was deleted last leaves no row to focus.
  const page = useRef<HTMLElement>(null)
  const isEmpty = data !== undefined && highlights.length === 0
  useEffect(() => {
    if (isEmpty && document.activeElement === document.body) page.current?.focus()
  }, [isEmpty])

  return (
    <main ref={page} className="pane page highlights-page" aria-label="All highlights" data-pane tabIndex={-1}>
      <PageHeader
        title="All highlights"
        summary={data ? counted(total, 'highlight') : ''}
        onShowSidebar={onShowSidebar}
      >
        <Button onPress={() => navigate({ page: 'review' })}>
          <History className="icon" aria-hidden />
          Daily review
        </Button>
        <Button onPress={() => openDialog({ name: 'export', articleIds: [] })}>
          <Download className="icon" aria-hidden />
          Export
        </Button>
      </PageHeader>
      <HighlightFilters filter={filter} onFilter={setFilter} />
      {error ? (
        <EmptyState title="The highlights could not be read">{error.message}</EmptyState>
      ) : isEmpty ? (
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
          total={total}
          onEnd={() => {
            if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
          }}
        />
      )}
    </main>
  )
}
