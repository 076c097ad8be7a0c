import { useCallback, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useSettings } from '../../client/settings'
import type { Command } from './command'
import { useCommandRegistry } from './CommandsProvider'

/**
 * Registers commands while mounted. They may be made anew on each render: what is registered always runs the newest
 * `run`, and is registered again only when something that can be seen changed.
 */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry()
  const newest = useRef(commands)
  useLayoutEffect(() => {
    newest.current = commands
  })
  const visible = JSON.stringify(
    commands.map(({ id, title, group, keys, enabled }) => [id, title, group, keys, enabled]),
  )
  useEffect(() => {
    const registered = newest.current.map((command) => ({
      ...command,
      run: () => newest.current.find(({ id }) => id === command.id)?.run(),
    }))
    return registry.register(registered)
  }, [registry, visible])
}

/** Every command now registered, for the palette, the keyboard sheet and the settings page. */
export function useCommandList(): readonly Command[] {
  const registry = useCommandRegistry()
  return useSyncExternalStore(registry.subscribe, registry.list)
}

// Not `instanceof`: the reading frame's elements belong to another window.
function isTextEntry(target: EventTarget | null): boolean {
  if (target === null || !('tagName' in target) || typeof target.tagName !== 'string') return false
  if ('isContentEditable' in target && target.isContentEditable === true) return true
  if (target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  if (target.tagName !== 'INPUT' || !('type' in target)) return false
  return !['checkbox', 'radio', 'range', 'button', 'submit', 'reset', 'file', 'color'].includes(String(target.type))
}

/** Whether an open dialog or menu has the keyboard to itself. One that is fading away has not. */
function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(':is(.dialog-scrim, .menu, .popover):not([data-exiting], [data-exiting] *)') !== null
  )
}

/** A keydown handler that runs commands; attach it to a document. Stable while settings are. */
export function useCommandKeys(): (event: KeyboardEvent) => void {
  const registry = useCommandRegistry()
  const { singleKeys } = useSettings()
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return
      const command = registry.find(event, { singleKeys, inText: isTextEntry(event.target) })
      if (!command) return
      event.preventDefault()
      command.run()
    },
    [registry, singleKeys],
  )
}
