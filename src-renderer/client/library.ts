import { useQuery } from '@tanstack/react-query'
import { useClient } from './client'

/** Where the library is, how large it is, and Lectern's version. */
export function useLibraryInfo() {
  const client = useClient()
  return useQuery({ queryKey: ['library', 'info'], queryFn: () => client.library.info() })
}
