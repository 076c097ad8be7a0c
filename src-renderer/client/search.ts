import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { RelatedTo } from '@shared/contract/search'
import type { Operator } from '@shared/text/search-query/operators'
import { useClient } from './client'

/** What the library holds for these words; old results stay while new ones come. Idle while there are no words. */
export function useSearch(text: string, limit: number) {
  const client = useClient()
  // White space at the end says that the last word is finished.
  const input = { text: text.trimStart(), limit }
  return useQuery({
    queryKey: ['search', 'query', input],
    queryFn: () => client.search.query(input),
    enabled: input.text !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

/** Values of the library for a filter that is being typed; idle for null. */
export function useSearchCompletions(filter: { operator: Operator; typed: string } | null) {
  const client = useClient()
  const input = filter && { operator: filter.operator, value: filter.typed.slice(0, 200), limit: 8 }
  return useQuery({
    queryKey: ['search', 'complete', input],
    queryFn: input === null ? skipToken : () => client.search.complete(input),
    gcTime: 60_000,
  })
}

/** The words that other articles are to be like, and where they stand. */
export function useRelatedSubject(to: RelatedTo) {
  const client = useClient()
  return useQuery({ queryKey: ['search', 'subject', { to }], queryFn: () => client.search.subject({ to }) })
}

/** Other articles that speak of the same thing; idle for null. */
export function useRelated(to: RelatedTo | null, limit: number) {
  const client = useClient()
  return useQuery({
    queryKey: ['search', 'related', { to, limit }],
    queryFn: to === null ? skipToken : () => client.search.related({ to, limit }),
    staleTime: 60_000,
  })
}
