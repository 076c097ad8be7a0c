import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Client } from '@shared/contract'
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

/** The beginning of an output; the last one stays while a new one comes. Null asks for nothing. */
export function useOutputPreview(request: Parameters<Client['outputs']['preview']>[0] | null) {
  const client = useClient()
  return useQuery({
    queryKey: ['exports', 'output', request],
    queryFn: () => (request === null ? null : client.outputs.preview(request)),
    placeholderData: keepPreviousData,
  })
}
