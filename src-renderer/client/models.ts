import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useClient } from './client'

/** The models of a server that is set up already, asked anew each time they are shown; idle for an empty address. */
export function useModels(address: string) {
  const client = useClient()
  return useQuery({
    queryKey: ['models', 'look', { address }],
    queryFn: address === '' ? skipToken : () => client.models.look({ address }),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
}

/** Asks a model server which models it has. */
export function useLookAtServer() {
  const client = useClient()
  return useMutation({ mutationFn: (address: string) => client.models.look({ address }) })
}
