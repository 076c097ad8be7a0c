import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { HighlightSort } from '@shared/contract/annotations'
import type { HighlightColour } from '@shared/domain/colour'
import type { AnnotationId, TopicId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'
import { useClient } from './client'

/** How many days back each choice reaches, today included. */
const PERIOD_DAYS = { week: 7, month: 30, year: 365 } as const
export type Period = keyof typeof PERIOD_DAYS

/** Which highlights of the library to show, and in which order; null is any. */
export interface HighlightFilter {
  colour: HighlightColour | null
  tag: Tag | null
  /** With the topics nested in it. */
  topicId: TopicId | null
  withNote: boolean | null
  orphaned: boolean | null
  period: Period | null
  sort: HighlightSort
}

export const ALL_HIGHLIGHTS: HighlightFilter = {
  colour: null,
  tag: null,
  topicId: null,
  withNote: null,
  orphaned: null,
  period: null,
  sort: 'article',
}

const PAGE_SIZE = 100
const MOST_AT_ONCE = 200

function queryOf({ period, ...filter }: HighlightFilter) {
  if (period === null) return { ...filter, since: null }
  // From the start of a day, so that every page counts from the same moment.
  const now = new Date()
  const since = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1 - PERIOD_DAYS[period])
  return { ...filter, since: since.getTime() }
}

/** All highlights of the library a page at a time. */
export function useAllHighlights(filter: HighlightFilter) {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['annotations', 'listAll', filter],
    queryFn: ({ pageParam }) => client.annotations.listAll({ ...queryOf(filter), offset: pageParam, limit: PAGE_SIZE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const have = pages.reduce((sum, page) => sum + page.highlights.length, 0)
      return have < last.total && last.highlights.length > 0 ? have : undefined
    },
    placeholderData: keepPreviousData,
  })
}

/** Reads the ids of all highlights that are like this, shown yet or not. */
export function useReadHighlightIds(filter: HighlightFilter): () => Promise<AnnotationId[]> {
  const client = useClient()
  return useCallback(async () => {
    const ids: AnnotationId[] = []
    for (let total = Infinity; ids.length < total;) {
      const page = await client.annotations.listAll({ ...queryOf(filter), offset: ids.length, limit: MOST_AT_ONCE })
      if (page.highlights.length === 0) break
      ids.push(...page.highlights.map(({ id }) => id))
      total = page.total
    }
    return ids
  }, [client, filter])
}
