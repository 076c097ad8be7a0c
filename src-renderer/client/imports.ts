import { useQuery } from '@tanstack/react-query'
import { useClient } from './client'

/** The imports of this session, newest first. */
export function useImports() {
  const client = useClient()
  return useQuery({ queryKey: ['imports', 'list'], queryFn: () => client.imports.list() })
}
