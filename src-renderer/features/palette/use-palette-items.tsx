import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Excerpt } from '@shared/contract/search'
import type { Command } from '../../ui/commands/command'
import { useCommandList } from '../../ui/commands/use-commands'
import { isTexts, useStored } from '../../ui/use-stored'
import { matchTitle } from './match'
import { usePaletteThings } from './use-palette-things'

export interface PaletteItem {
  id: string
  icon: ReactNode
  title: Excerpt
  /** Said small at the end: where it is from. */
  aside?: string
  keys?: string | undefined
  isArticle?: boolean
  run: () => void
}

export interface PaletteSection {
  title: string
  items: PaletteItem[]
}

const MOST_ACTIONS = 8
const MOST_RECENT = 6
const NONE: string[] = []

/** What the palette offers for what is typed: recent and all commands, then what the library holds. */
export function usePaletteItems(typed: string): PaletteSection[] {
  const commands = useCommandList()
  const [recent, setRecent] = useStored('palette.recent', NONE, isTexts)
  const onlyActions = typed.startsWith('>')
  const text = typed.replace(/^>/u, '').trim()
  const things = usePaletteThings(onlyActions ? '' : text)

  const action = (command: Command, marks: [number, number][]): PaletteItem => ({
    id: `command ${command.id}`,
    icon: <ChevronRight className="icon" aria-hidden />,
    title: { text: command.title, marks },
    aside: command.group,
    keys: command.keys[0],
    run: () => {
      setRecent([command.id, ...recent.filter((id) => id !== command.id)].slice(0, MOST_RECENT))
      command.run()
    },
  })

  const available = commands.filter(({ enabled, id }) => enabled !== false && id !== 'palette.open')
  if (text === '') {
    const used = recent.flatMap((id) => available.find((command) => command.id === id) ?? [])
    const others = available.filter((command) => !used.includes(command))
    return [
      { title: 'Recent', items: used.map((command) => action(command, [])) },
      { title: 'Actions', items: others.map((command) => action(command, [])) },
    ].filter(({ items }) => items.length > 0)
  }

  const actions = available
    .flatMap((command) => {
      const match = matchTitle(command.title, text)
      return match ? [{ command, match }] : []
    })
    .toSorted((a, b) => a.match.rank - b.match.rank)
    .slice(0, onlyActions ? available.length : MOST_ACTIONS)
    .map(({ command, match }) => action(command, match.marks))

  if (onlyActions) return actions.length > 0 ? [{ title: 'Actions', items: actions }] : []
  return [{ title: 'Actions', items: actions }, ...things].filter(({ items }) => items.length > 0)
}
