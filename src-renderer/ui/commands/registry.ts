import type { Command } from './command'
import { isSingleKey, matchesKey } from './keys'

/** Keys that mean something else while one writes. */
const EDITING = /^Mod\+(?:Shift\+)?[AYZ]$/u

/** Holds the commands of all that is mounted. */
export interface CommandRegistry {
  /** Adds commands until the returned function is called. Later registrations win for the same id and the same key. */
  register(commands: readonly Command[]): () => void
  /** Every command, one per id; the same array until something changes. */
  list(): readonly Command[]
  subscribe(listener: () => void): () => void
  /** The command that this key runs now, if any. */
  find(event: KeyboardEvent, options: { singleKeys: boolean; inText: boolean }): Command | null
}

/** Makes an empty registry. */
export function createCommandRegistry(): CommandRegistry {
  let layers: (readonly Command[])[] = []
  let current: readonly Command[] = []
  const listeners = new Set<() => void>()

  function changed(next: (readonly Command[])[]): void {
    layers = next
    const byId = new Map<string, Command>()
    for (const command of layers.flat()) byId.set(command.id, command)
    current = [...byId.values()]
    for (const listener of listeners) listener()
  }

  return {
    register(commands) {
      changed([...layers, commands])
      return () => changed(layers.filter((layer) => layer !== commands))
    },
    list: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    find(event, { singleKeys, inText }) {
      for (const layer of layers.toReversed()) {
        for (const command of layer) {
          if (command.enabled === false) continue
          const matches = command.keys.some((key) => {
            if (isSingleKey(key) && (inText || !singleKeys)) return false
            if (inText && EDITING.test(key)) return false
            return matchesKey(key, event)
          })
          if (matches) return command
        }
      }
      return null
    },
  }
}
