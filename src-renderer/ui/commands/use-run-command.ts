import { useCallback } from 'react'
import { useCommandRegistry } from './CommandsProvider'

/** Runs a command by its id, for buttons and menus that do what a command does elsewhere. */
export function useRunCommand(): (id: string) => void {
  const registry = useCommandRegistry()
  return useCallback(
    (id) => {
      const command = registry.list().find((candidate) => candidate.id === id)
      if (command && command.enabled !== false) command.run()
    },
    [registry],
  )
}
