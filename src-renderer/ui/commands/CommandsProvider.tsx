import { createContext, type ReactNode, useContext, useState } from 'react'
import { type CommandRegistry, createCommandRegistry } from './registry'

const RegistryContext = createContext<CommandRegistry | null>(null)

/** Gives all below it one registry of commands. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createCommandRegistry)
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>
}

/** The registry of commands of this window. */
export function useCommandRegistry(): CommandRegistry {
  const registry = useContext(RegistryContext)
  if (!registry) throw new Error('There is no CommandsProvider above')
  return registry
}
