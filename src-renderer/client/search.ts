import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useClient } from './client'

/** What the library holds for these words; old results stay while new ones come. Idle while there are no words. */
export function useSearch(text: string, limit: number) {
  const client = useClient()
  const input = { text: text.trim(), limit }
  return useQuery({
    queryKey: ['search', 'query', input],
    queryFn: () => client.search.query(input),
    enabled: input.text !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}
