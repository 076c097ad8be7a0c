import { useCallback, useEffect } from 'react'
import type { LecternEvent } from '@shared/contract/events'
import type { ReadingStatus } from '@shared/domain/article'
import { useLecternEvents } from '../client/client'
import { useSettings, useUpdateSettings } from '../client/settings'
import { useCommandKeys, useCommands } from '../ui/commands/use-commands'
import { useRunCommand } from '../ui/commands/use-run-command'
import { openDialog } from '../ui/dialogs/dialogs'
import { navigate, openArticle, openList, useRoute } from '../ui/places/route'
import { showToast } from '../ui/undo/toasts'
import { isMenuUndo, undoFromMenu } from './undo-from-menu'
import { usePaneCycle } from './use-pane-cycle'
import { useUndoCommands } from './use-undo-commands'

const THEMES = [
  ['system', 'Match system'],
  ['paper', 'Paper'],
  ['sepia', 'Sepia'],
  ['night', 'Night'],
  ['contrast', 'High contrast'],
] as const

/** The commands that act anywhere, their keys, and the application menu's way to all commands. */
export function useGlobalCommands(): void {
  const cyclePane = usePaneCycle()
  const route = useRoute()
  const { theme } = useSettings()
  const update = useUpdateSettings()
  const openId = route.page === 'articles' ? route.articleId : null

  useCommands([
    {
      id: 'palette.open',
      title: 'Commands',
      group: 'Anywhere',
      keys: ['Mod+K'],
      run: () => openDialog({ name: 'palette' }),
    },
    {
      id: 'search.open',
      title: 'Search the library',
      group: 'Anywhere',
      keys: openId ? ['Mod+Shift+F'] : ['Mod+Shift+F', '/'],
      run: () => navigate({ page: 'search', text: '' }),
    },
    {
      id: 'ask.open',
      title: 'Ask your library',
      group: 'Anywhere',
      keys: openId ? [] : ['A'],
      run: () => navigate({ page: 'ask', conversationId: null }),
    },
    {
      id: 'import.open',
      title: 'Add to library',
      group: 'Anywhere',
      keys: ['Mod+O'],
      run: () => openDialog({ name: 'import', way: 'files' }),
    },
    {
      id: 'export.open',
      title: 'Export notes',
      group: 'Anywhere',
      keys: ['Mod+E'],
      run: () => openDialog({ name: 'export', articleIds: openId ? [openId] : [] }),
    },
    {
      id: 'settings.open',
      title: 'Settings',
      group: 'Anywhere',
      keys: ['Mod+,'],
      run: () => navigate({ page: 'settings', section: 'general' }),
    },
    { id: 'pane.next', title: 'Next pane', group: 'Anywhere', keys: ['F6'], run: () => cyclePane(1) },
    { id: 'pane.previous', title: 'Previous pane', group: 'Anywhere', keys: ['Shift+F6'], run: () => cyclePane(-1) },
    {
      id: 'keyboard.open',
      title: 'Keyboard',
      group: 'Anywhere',
      keys: ['?'],
      run: () => openDialog({ name: 'keyboard' }),
    },
    {
      id: 'go.inbox',
      title: 'Go to Inbox',
      group: 'Go to',
      keys: [],
      run: () => goTo('inbox'),
    },
    { id: 'go.reading', title: 'Go to Reading', group: 'Go to', keys: [], run: () => goTo('reading') },
    { id: 'go.archive', title: 'Go to Archive', group: 'Go to', keys: [], run: () => goTo('archive') },
    {
      id: 'go.favourites',
      title: 'Go to Favourites',
      group: 'Go to',
      keys: [],
      run: () => openList({ kind: 'favourites' }),
    },
    { id: 'go.all', title: 'Go to all articles', group: 'Go to', keys: [], run: () => openList({ kind: 'all' }) },
    {
      id: 'go.highlights',
      title: 'Go to all highlights',
      group: 'Go to',
      keys: [],
      run: () => navigate({ page: 'highlights' }),
    },
    {
      id: 'go.review',
      title: 'Go to the daily review',
      group: 'Go to',
      keys: [],
      run: () => navigate({ page: 'review' }),
    },
    {
      id: 'go.notes',
      title: 'Go to notes',
      group: 'Go to',
      keys: [],
      run: () => navigate({ page: 'notes', noteId: null }),
    },
    {
      id: 'go.archives',
      title: 'Go to ZIM archives',
      group: 'Go to',
      keys: [],
      run: () => navigate({ page: 'archives', archiveId: null, text: '', path: null }),
    },
    {
      id: 'archive.add',
      title: 'Add a ZIM archive',
      group: 'Anywhere',
      keys: [],
      run: () => openDialog({ name: 'archive', file: null }),
    },
    { id: 'go.tags', title: 'Go to all tags', group: 'Go to', keys: [], run: () => navigate({ page: 'tags' }) },
    {
      id: 'topic.new',
      title: 'New topic',
      group: 'Anywhere',
      keys: [],
      run: () => openDialog({ name: 'topic', parentId: null }),
    },
    {
      id: 'article.topics',
      title: 'Move this article to a topic',
      group: 'Reader',
      keys: ['M'],
      enabled: openId !== null,
      run: () => openId && openDialog({ name: 'topics', articleIds: [openId] }),
    },
    { id: 'go.trash', title: 'Go to Trash', group: 'Go to', keys: [], run: () => navigate({ page: 'trash' }) },
    ...THEMES.map(([value, name]) => ({
      id: `theme.${value}`,
      title: `Theme: ${name}`,
      group: 'Look',
      keys: [],
      enabled: theme !== value,
      run: () => update({ theme: value }),
    })),
  ])

  useUndoCommands()

  const onKeyDown = useCommandKeys()
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onKeyDown])

  const runCommand = useRunCommand()
  const onEvent = useCallback(
    (event: LecternEvent) => {
      if (event.name === 'host.command') {
        if (isMenuUndo(event.command)) undoFromMenu(event.command)
        else runCommand(event.command)
      }
      if (event.name === 'host.showArticle') {
        openArticle(event.id, { annotationId: event.annotationId, passage: event.passage ?? null })
      }
      if (event.name === 'backend.restarted') {
        showToast({ message: 'Lectern’s library stopped and was started again. What you had saved is safe.' })
      }
    },
    [runCommand],
  )
  useLecternEvents(onEvent)
}

function goTo(status: ReadingStatus): void {
  openList({ kind: 'status', status })
}
