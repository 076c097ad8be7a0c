import { ChevronRight, FileText, NotebookPen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Excerpt } from '@shared/contract/search'
import { useSearch } from '../../client/search'
import type { Command } from '../../ui/commands/command'
import { useCommandList } from '../../ui/commands/use-commands'
import { openArticle } from '../../ui/route'
import { isTexts, useStored } from '../../ui/use-stored'
import { matchTitle } from './match'

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

/** What the palette offers for what is typed: recent and all commands, then notes and articles. */
export function usePaletteItems(typed: string): PaletteSection[] {
  const commands = useCommandList()
  const [recent, setRecent] = useStored('palette.recent', NONE, isTexts)
  const onlyActions = typed.startsWith('>')
  const text = typed.replace(/^>/u, '').trim()
  const { data: found } = useSearch(onlyActions ? '' : text, MOST_RECENT)

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

  const hits = onlyActions || !found ? null : found
  const notes = (hits?.notes.hits ?? []).flatMap((hit): PaletteItem[] =>
    hit.kind === 'note'
      ? [
          {
            id: `note ${hit.annotationId}`,
            icon: <NotebookPen className="icon" aria-hidden />,
            title: hit.excerpt,
            aside: hit.articleTitle,
            run: () => openArticle(hit.articleId, { passage: hit.passage, annotationId: hit.annotationId }),
          },
        ]
      : [],
  )
  const articles = (hits?.articles.hits ?? []).flatMap((hit): PaletteItem[] =>
    hit.kind === 'article'
      ? [
          {
            id: `article ${hit.articleId}`,
            icon: <FileText className="icon" aria-hidden />,
            title: hit.title,
            isArticle: true,
            run: () => openArticle(hit.articleId),
          },
        ]
      : [],
  )
  return [
    { title: 'Actions', items: actions },
    { title: 'Your notes', items: notes },
    { title: 'Articles', items: articles },
  ].filter(({ items }) => items.length > 0)
}
