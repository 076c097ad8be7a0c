import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { changeSettings } from '@shared/domain/change-settings'
import type { Settings, SettingsChange } from '@shared/domain/settings'
import { reportError } from '../ui/undo/perform'
import { useClient } from './client'

const KEY = ['settings', 'get']

/** What the person has set. Suspends until it is known, which the app waits for once at its start. */
export function useSettings(): Settings {
  const client = useClient()
  return useSuspenseQuery({ queryKey: KEY, queryFn: () => client.settings.get() }).data
}

/**
 * Changes settings: shown at once, taken back and told if it could not be saved. What is shown changes before the call
 * returns, so that of two changes right after one another neither is lost.
 */
export function useUpdateSettings(): (change: SettingsChange) => void {
  const client = useClient()
  const queryClient = useQueryClient()
  return (change) => {
    // What is being read may be from before this change; what was set elsewhere is read with the event of this one.
    void queryClient.cancelQueries({ queryKey: KEY })
    queryClient.setQueryData<Settings>(KEY, (shown) => shown && changeSettings(shown, change))
    client.settings.update(change).catch((error: unknown) => {
      reportError(error)
      return queryClient.invalidateQueries({ queryKey: KEY })
    })
  }
}
