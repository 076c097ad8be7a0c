import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ExportScope } from '@shared/contract/exports'
import { useClient } from './client'

/** What an export would hold; the last text stays while a new one comes. */
export function useExportPreview(scope: ExportScope) {
  const client = useClient()
  return useQuery({
    queryKey: ['exports', 'preview', { scope }],
    queryFn: () => client.exports.preview({ scope }),
    placeholderData: keepPreviousData,
  })
}
