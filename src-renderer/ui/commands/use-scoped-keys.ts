import type { KeyboardEvent } from 'react'
import { useSettings } from '../../client/settings'
import type { Command } from './command'
import { isSingleKey, matchesKey } from './keys'

/**
 * A keydown handler for a part of the window that runs these commands while the part has focus, before any other
 * command with the same key.
 */
export function useScopedKeys(commands: readonly Command[]): (event: KeyboardEvent) => void {
  const { singleKeys } = useSettings()
  return (event) => {
    const { target, currentTarget } = event
    // React also passes on what happens in popovers that the part opened; that is not in the part.
    if (event.defaultPrevented || !(target instanceof Element) || !currentTarget.contains(target)) return
    if (target.closest('input, textarea, [contenteditable="true"]')) return
    const command = commands.find(
      ({ enabled, keys }) =>
        enabled !== false && keys.some((key) => (singleKeys || !isSingleKey(key)) && matchesKey(key, event)),
    )
    if (!command) return
    event.preventDefault()
    command.run()
  }
}
