import { Download } from 'lucide-react'
import { useState } from 'react'
import { useCounts } from '../../client/articles'
import { type HighlightFilter, useAllHighlights } from '../../client/highlights'
import { counted } from '../../ui/article-words'
import { Button } from '../../ui/Button'
import { useCommands } from '../../ui/commands/use-commands'
import { openDialog } from '../../ui/dialogs'
import { EmptyState } from '../../ui/EmptyState'
import { PageHeader } from '../../ui/PageHeader'
import { HighlightFilters } from './HighlightFilters'
import { HighlightList } from './HighlightList'
import './HighlightsPage.css'

const ALL: HighlightFilter = { colour: null, tag: null, withNote: null, orphaned: null }

/** Every highlight of the library, by article. */
export function HighlightsPage({ onShowSidebar }: { onShowSidebar: (() => void) | null }) {
  const [filter, setFilter] = useState<HighlightFilter>(ALL)
  const { data: counts } = useCounts()
  const { data, error, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = useAllHighlights(filter)
  const highlights = data?.pages.flatMap((page) => page.highlights) ?? []
  const total = data?.pages[0]?.total ?? 0
  const isFiltered =
    filter.colour !== null || filter.tag !== null || filter.withNote !== null || filter.orphaned !== null

  const move = (by: number) => {
    const all = [...document.querySelectorAll<HTMLElement>('.highlight-entry')]
    const now = all.findIndex((entry) => entry === document.activeElement)
    all[Math.max(0, Math.min(all.length - 1, now + by))]?.focus()
  }
  useCommands([
    { id: 'highlights.next', title: 'Next highlight', group: 'List', keys: ['J'], run: () => move(1) },
    { id: 'highlights.previous', title: 'Previous highlight', group: 'List', keys: ['K'], run: () => move(-1) },
  ])

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
      <HighlightFilters filter={filter} tags={counts?.tags.map(({ tag }) => tag) ?? []} onFilter={setFilter} />
      {error ? (
        <EmptyState title="The highlights could not be read">{error.message}</EmptyState>
      ) : data && highlights.length === 0 ? (
        isFiltered ? (
          <EmptyState title="No highlight is like this">
            <Button onPress={() => setFilter(ALL)}>Show all highlights</Button>
          </EmptyState>
        ) : (
          <EmptyState title="Nothing highlighted yet">
            Select words in an article and press 1 to 5. What you mark comes together here, with your notes.
          </EmptyState>
        )
      ) : (
        <HighlightList
          highlights={highlights}
          isStale={isPlaceholderData}
          onEnd={() => {
            if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
          }}
        />
      )}
    </main>
  )
}
