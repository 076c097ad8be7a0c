import type { Handlers } from '@shared/contract'
import type { Emit } from '../events'
import type { SettingsStore } from './settings-store'

/** Answers the contract's `settings`. */
export function settingsHandlers(deps: { readonly store: SettingsStore; readonly emit: Emit }): Handlers['settings'] {
  const { store, emit } = deps
  return {
    get: () => store.get(),
    update: (change) => {
      const settings = store.update(change)
      emit({ name: 'settings.changed' })
      return settings
    },
  }
}
