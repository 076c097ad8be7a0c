import type { KeyboardEvent } from 'react'
import type { Article } from '@shared/domain/article'
import type { ArticleId } from '@shared/domain/ids'
import type { Topic } from '@shared/domain/topic'
import { useReadArticles } from '../../client/articles'
import type { Command } from '../../ui/commands/command'
import { useCommands } from '../../ui/commands/use-commands'
import { useScopedKeys } from '../../ui/commands/use-scoped-keys'
import { openDialog } from '../../ui/dialogs/dialogs'
import { reportError } from '../../ui/undo/perform'
import { showAlike } from '../../ui/places/route'
import { useArticleActions } from '../../ui/actions/use-article-actions'
import { useCiting } from '../../ui/actions/use-citing'
import { useUpdateFromWeb } from '../../ui/actions/use-update-from-web'
import { useTopicActions } from '../../ui/actions/use-topic-actions'
import type { ListOrder } from './use-list-order'
import type { ListSelection } from './use-list-selection'

interface ListCommandsInput {
  ids: readonly ArticleId[]
  selection: ListSelection
  /** Articles of the list that are loaded. */
  articles: ReadonlyMap<ArticleId, Article>
  hasFocus: boolean
  openId: ArticleId | null
  open: (index: number) => void
  onTag: () => void
  /** Begins to drag what is meant by keyboard. */
  onDrag: () => void
  order: ListOrder
  /** The topic that the list is of. */
  topic: Topic | null
}

/** What a list's commands, selection bar and context menu do to the articles that are meant. */
export interface ListActions {
  open(): void
  toInbox(): void
  archive(): void
  favourite(): void
  tag(): void
  /** Asks which topics they are in. */
  topics(): void
  /** Takes them out of the topic that the list is of; null where it is of none. */
  takeOut: (() => void) | null
  /** Shows what is like the one that is meant; null where several are. */
  alike: (() => void) | null
  /** Copies the one that is meant as a source; null where several are. */
  cite: (() => void) | null
  update(): void
  export(): void
  trash(): void
  /** Whether all that are meant are favourites already. */
  areFavourites: boolean
  /** Whether some of them have an address, as far as is known. */
  haveAddresses: boolean
  /** Runs the list's commands by key while the list has focus. */
  onKeyDown(event: KeyboardEvent): void
  targetIds: readonly ArticleId[]
  /** The articles that are meant: those selected, else the focused one, else the open one. */
  targets(): Promise<Article[]>
}

/** Registers the commands of a list, and gives the same actions to its bar and menu. */
export function useListCommands(list: ListCommandsInput): ListActions {
  const { ids, selection, articles, hasFocus, openId, order, topic } = list
  const { removeArticles } = useTopicActions()
  const readArticles = useReadArticles()
  const actions = useArticleActions()
  const updateFromWeb = useUpdateFromWeb()
  const citing = useCiting()
  const { selected, focused } = selection

  const single = hasFocus || openId === null ? (ids[focused] ?? null) : openId
  const targetIds = selected.size > 0 ? [...selected] : single ? [single] : []
  const only = targetIds.length === 1 ? (targetIds[0] ?? null) : null
  const loaded = targetIds.flatMap((id) => articles.get(id) ?? [])
  const areFavourites = loaded.length > 0 && loaded.every(({ favourite }) => favourite)

  async function targets(): Promise<Article[]> {
    return loaded.length === targetIds.length ? loaded : readArticles(targetIds)
  }
  const withTargets = (run: (articles: Article[]) => void) => () => {
    targets().then(run).catch(reportError)
  }

  const made: Omit<ListActions, 'onKeyDown'> = {
    open: () => list.open(focused),
    toInbox: withTargets((found) => actions.setStatus(found, 'inbox')),
    archive: withTargets((found) => {
      const done = found.every(({ status }) => status === 'archive')
      actions.setStatus(found, done ? 'inbox' : 'archive')
      selection.clear()
    }),
    favourite: withTargets((found) => actions.setFavourite(found, !found.every(({ favourite }) => favourite))),
    tag: list.onTag,
    topics: () => openDialog({ name: 'topics', articleIds: targetIds }),
    takeOut: topic && (() => removeArticles(topic, targetIds)),
    alike: only && (() => showAlike({ kind: 'article', articleId: only })),
    cite: only && (() => citing.citation(only)),
    update: () => updateFromWeb(targetIds),
    export: () => openDialog({ name: 'export', articleIds: targetIds }),
    trash: withTargets((found) => {
      actions.trash(found)
      selection.clear()
    }),
    areFavourites,
    targetIds,
    haveAddresses: loaded.length < targetIds.length || loaded.some(({ sourceUrl }) => sourceUrl !== null),
    targets,
  }

  const some = targetIds.length > 0
  const step = (by: number) => selection.focus(Math.max(0, Math.min(ids.length - 1, focused + by)))
  const focusRow = (by: number) => {
    step(by)
    if (hasFocus) return
    document.querySelector<HTMLElement>('.article-list [role="option"][tabindex="0"]')?.focus()
  }
  const moveInTopic = (by: 1 | -1) => {
    // The tab stop goes with the article, not with its place.
    selection.focus(focused)
    order.step(targetIds, by)
  }
  // While an article is open, E and S are the reader's, unless the list has focus.
  const isMeant = some && (hasFocus || openId === null)
  const commands: Command[] = [
    {
      id: 'list.next',
      title: 'Next article',
      group: 'List',
      keys: ['J'],
      enabled: ids.length > 0,
      run: () => focusRow(1),
    },
    {
      id: 'list.previous',
      title: 'Previous article',
      group: 'List',
      keys: ['K'],
      enabled: ids.length > 0,
      run: () => focusRow(-1),
    },
    { id: 'list.archive', title: 'Archive', group: 'List', keys: ['E'], enabled: isMeant, run: made.archive },
    { id: 'list.favourite', title: 'Favourite', group: 'List', keys: ['S'], enabled: isMeant, run: made.favourite },
    { id: 'list.tag', title: 'Tag', group: 'List', keys: ['T'], enabled: some && hasFocus, run: made.tag },
    {
      id: 'list.topics',
      title: 'Move to topic',
      group: 'List',
      keys: ['M'],
      enabled: some && (hasFocus || openId === null),
      run: made.topics,
    },
    {
      id: 'list.drag',
      title: 'Drag to a topic, tag or place (Tab, Enter)',
      group: 'List',
      keys: ['D'],
      enabled: some && hasFocus,
      run: list.onDrag,
    },
    {
      id: 'list.up',
      title: 'Move up in topic',
      group: 'List',
      keys: ['Alt+ArrowUp'],
      enabled: some && hasFocus && order.canMove,
      run: () => moveInTopic(-1),
    },
    {
      id: 'list.down',
      title: 'Move down in topic',
      group: 'List',
      keys: ['Alt+ArrowDown'],
      enabled: some && hasFocus && order.canMove,
      run: () => moveInTopic(1),
    },
    {
      id: 'list.cite',
      title: 'Copy citation',
      group: 'List',
      keys: [],
      enabled: isMeant && made.cite !== null,
      run: () => made.cite?.(),
    },
    {
      id: 'list.trash',
      title: 'Move to Trash',
      group: 'List',
      keys: ['Delete'],
      enabled: some && hasFocus,
      run: made.trash,
    },
    {
      id: 'list.select-all',
      title: 'Select all',
      group: 'List',
      keys: ['Mod+A'],
      enabled: ids.length > 0 && hasFocus,
      run: selection.selectAll,
    },
    ...(selected.size > 0
      ? [{ id: 'export.open', title: 'Export notes', group: 'Anywhere', keys: ['Mod+E'], run: made.export }]
      : []),
  ]
  useCommands(commands)
  const onKeyDown = useScopedKeys(commands)

  return { ...made, onKeyDown }
}
