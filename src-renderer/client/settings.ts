import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Settings } from '@shared/domain/settings'
import { useClient } from './client'

const KEY = ['settings', 'get']

/** What the person has set. Suspends until it is known, which the app waits for once at its start. */
export function useSettings(): Settings {
  const client = useClient()
  return useSuspenseQuery({ queryKey: KEY, queryFn: () => client.settings.get() }).data
}

/** Changes settings: shown at once, taken back if it could not be saved. */
export function useUpdateSettings() {
  const client = useClient()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: Partial<Settings>) => client.settings.update(change),
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey: KEY })
      const before = queryClient.getQueryData<Settings>(KEY)
      if (before) queryClient.setQueryData<Settings>(KEY, { ...before, ...change })
      return before
    },
    onError: (_error, _change, before) => {
      if (before) queryClient.setQueryData<Settings>(KEY, before)
    },
  })
}
