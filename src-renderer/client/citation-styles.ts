import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CitationStyleEntry } from '@shared/contract/outputs'
import type { CitationStyle } from '@shared/domain/output'
import { useClient } from './client'

/** The citation styles that there are; none until they are known. */
export function useCitationStyles(): readonly CitationStyleEntry[] {
  const client = useClient()
  const { data } = useQuery({
    queryKey: ['outputs', 'styles'],
    queryFn: () => client.outputs.styles(),
    placeholderData: keepPreviousData,
  })
  return data ?? []
}

/** The same to choose from. */
export function styleOptions(styles: readonly CitationStyleEntry[]): { value: CitationStyle; label: string }[] {
  return styles.map(({ id, title }) => ({ value: id, label: title }))
}
