import { useMemo } from 'react'
import type { TopicId } from '@shared/domain/ids'
import { ALL_HIGHLIGHTS, useAllHighlights } from '../client/highlights'
import { HighlightList } from '../features/highlights/HighlightList'
import { EmptyState } from '../ui/layout/EmptyState'
import '../features/highlights/HighlightsPage.css'

/** The highlights of a topic's articles, by article. */
export function TopicHighlights({ topicId }: { topicId: TopicId }) {
  const filter = useMemo(() => ({ ...ALL_HIGHLIGHTS, topicId }), [topicId])
  const { data, error, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = useAllHighlights(filter)
  const highlights = data?.pages.flatMap((page) => page.highlights) ?? []
  if (error) return <EmptyState title="The highlights could not be read">{error.message}</EmptyState>
  if (data && highlights.length === 0) {
    return (
      <EmptyState title="Nothing highlighted yet">
        What you mark in the articles of this topic comes together here, with your notes.
      </EmptyState>
    )
  }
  return (
    <HighlightList
      highlights={highlights}
      filter={filter}
      isStale={isPlaceholderData}
      total={data?.pages[0]?.total ?? 0}
      onEnd={() => {
        if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
      }}
    />
  )
}
