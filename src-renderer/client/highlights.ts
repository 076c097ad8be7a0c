import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { HighlightColour } from '@shared/domain/colour'
import type { Tag } from '@shared/domain/tag'
import { useClient } from './client'

/** Which highlights of the library to show; null is any. */
export interface HighlightFilter {
  colour: HighlightColour | null
  tag: Tag | null
  withNote: boolean | null
  orphaned: boolean | null
}

const PAGE_SIZE = 100

/** All highlights of the library, by article, a page at a time. */
export function useAllHighlights(filter: HighlightFilter) {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['annotations', 'listAll', filter],
    queryFn: ({ pageParam }) => client.annotations.listAll({ ...filter, offset: pageParam, limit: PAGE_SIZE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const have = pages.reduce((sum, page) => sum + page.highlights.length, 0)
      return have < last.total && last.highlights.length > 0 ? have : undefined
    },
    placeholderData: keepPreviousData,
  })
}
