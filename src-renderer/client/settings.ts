import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Settings } from '@shared/domain/settings'
import { useClient } from './client'

const KEY = ['settings', 'get']

/** What the person has set. Suspends until it is known, which the app waits for once at its start. */
export function useSettings(): Settings {
  const client = useClient()
  return useSuspenseQuery({ queryKey: KEY, queryFn: () => client.settings.get() }).data
}

/** What is to change, or how it follows from what is set at that moment. */
export type SettingsChange = Partial<Settings> | ((now: Settings) => Partial<Settings>)

/**
 * Changes settings: shown at once, taken back if it could not be saved. What is shown changes before the call returns,
 * so that of two changes right after one another the second builds on the first.
 */
export function useUpdateSettings() {
  const client = useClient()
  const queryClient = useQueryClient()
  const saving = useMutation({
    mutationFn: ({ change }: { change: Partial<Settings>; before: Settings }) => client.settings.update(change),
    onError: (_error, { before }) => queryClient.setQueryData<Settings>(KEY, before),
  })
  const show = (change: SettingsChange) => {
    // An answer under way was asked for before this change; stopping it puts back what was there before it was asked for.
    void queryClient.cancelQueries({ queryKey: KEY })
    const before = queryClient.getQueryData<Settings>(KEY)
    if (!before) throw new Error('Settings are changed only where they are shown')
    const changed = typeof change === 'function' ? change(before) : change
    queryClient.setQueryData<Settings>(KEY, { ...before, ...changed })
    return { change: changed, before }
  }
  return {
    mutate: (change: SettingsChange): void => saving.mutate(show(change)),
    mutateAsync: (change: SettingsChange): Promise<Settings> => saving.mutateAsync(show(change)),
  }
}
