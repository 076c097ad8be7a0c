import { useMutation } from '@tanstack/react-query'
import { useClient } from './client'

/** Asks a model server which models it has. */
export function useLookAtServer() {
  const client = useClient()
  return useMutation({ mutationFn: (address: string) => client.models.look({ address }) })
}
