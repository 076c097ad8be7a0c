import { PanelLeft } from 'lucide-react'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import type { ArticleSort, ArticleView } from '@shared/contract/articles'
import type { ArticleId } from '@shared/domain/ids'
import { useArticleIds, useArticlesInRange } from '../../client/articles'
import { useTopic } from '../../client/topics'
import { counted } from '../../ui/words/article-words'
import { IconButton } from '../../ui/controls/IconButton'
import { navigate, useRoute } from '../../ui/places/route'
import { useStored } from '../../ui/use-stored'
import { viewTitle } from '../../ui/places/views'
import { VirtualList } from '../../ui/layout/VirtualList'
import { ArticleListMenu } from './ArticleListMenu'
import { ArticleRow } from './ArticleRow'
import { KeyDrag, type KeyDragHandle } from './KeyDrag'
import { isSort, ListTools } from './ListTools'
import { NothingListed } from './NothingListed'
import { SelectionBar } from './SelectionBar'
import { TagEditor } from './TagEditor'
import { useListCommands } from './use-list-commands'
import { useListOrder } from './use-list-order'
import { useListSelection } from './use-list-selection'
import './ArticleList.css'

interface ArticleListProps {
  view: ArticleView
  openId: ArticleId | null
  /** Set where the sidebar is hidden, to bring it back. */
  onShowSidebar: (() => void) | null
  /** Stands at the end of its bar, such as what can be done to a topic. */
  tools?: ReactNode
}

/** One list of the library: rows, order, filter, and what can be done to the articles in it. */
export function ArticleList({ view, openId, onShowSidebar, tools }: ArticleListProps) {
  const route = useRoute()
  const isTopic = view.kind === 'topic'
  const topic = useTopic(isTopic ? view.topicId : null)
  const [sort, setSort] = useStored<ArticleSort>(
    isTopic ? 'list.sort.topic' : 'list.sort',
    isTopic ? 'manual' : 'added',
    isSort,
  )
  const [filter, setFilter] = useState('')
  const [range, setRange] = useState({ first: 0, last: 0 })
  const [hasFocus, setHasFocus] = useState(false)
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null)
  const [tagsAt, setTagsAt] = useState<{ x: number; y: number } | null>(null)
  const pane = useRef<HTMLElement>(null)
  const keyDrag = useRef<KeyDragHandle>(null)

  const input = { view, sort, filter }
  const { data: ids = NONE, isPending, error } = useArticleIds(input)
  const articles = useArticlesInRange(input, range.first, Math.min(range.last, Math.max(0, ids.length - 1)))
  const selection = useListSelection(ids, openId)
  const { selected, focused } = selection
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), [])

  const open = useCallback(
    (index: number) => {
      const articleId = ids[index]
      if (articleId) navigate({ page: 'articles', view, articleId, passage: null, annotationId: null })
    },
    [ids, view],
  )

  const withId = <Found,>(index: number, find: (id: ArticleId) => Found) => {
    const id = ids[index]
    return id === undefined ? undefined : find(id)
  }
  const articleAt = (index: number) => withId(index, (id) => articles.get(id)) ?? null
  const isSelected = (index: number) => withId(index, (id) => selected.has(id)) ?? false
  const rowPlace = () => {
    const row = pane.current?.querySelector(`[data-index="${focused}"]`)?.getBoundingClientRect()
    return { x: (row?.left ?? 120) + 24, y: (row?.top ?? 120) + 32 }
  }

  const order = useListOrder({
    topic: sort === 'manual' && filter === '' ? (topic ?? null) : null,
    ids,
    selection,
    articles,
  })
  const commands = useListCommands({
    order,
    topic: topic ?? null,
    ids,
    selection,
    articles,
    hasFocus,
    openId: route.page === 'articles' ? route.articleId : null,
    open,
    onTag: () => setTagsAt(rowPlace()),
    onDrag: () => keyDrag.current?.begin(),
  })

  const name = isTopic ? (topic?.title ?? (topic === null ? 'Deleted topic' : '')) : viewTitle(view)
  return (
    <section
      ref={pane}
      className="pane article-list"
      aria-label="Articles"
      data-pane
      onKeyDown={commands.onKeyDown}
      onFocus={() => setHasFocus(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHasFocus(false)
      }}
    >
      <div className="bar">
        {onShowSidebar && (
          <IconButton label="Show sidebar" icon={<PanelLeft aria-hidden />} keys="B" onPress={onShowSidebar} />
        )}
        <h2 className="article-list__title grow truncate" dir="auto">
          {name}
        </h2>
        {tools}
      </div>
      <ListTools
        summary={error ? '' : isPending ? '' : counted(ids.length, 'article')}
        sort={sort}
        onSort={setSort}
        hasOrder={isTopic}
        filter={filter}
        onFilter={setFilter}
      />
      {selected.size > 1 && <SelectionBar count={selected.size} actions={commands} onClear={selection.clear} />}
      {error ? (
        <p className="article-list__error" role="alert">
          {error.message}
        </p>
      ) : ids.length === 0 && !isPending ? (
        <NothingListed view={view} filter={filter} />
      ) : (
        <VirtualList
          label={name}
          count={ids.length}
          estimate={118}
          focused={focused}
          onFocusedChange={selection.focus}
          keyOf={(index) => ids[index] ?? index}
          isSelected={(index) => isSelected(index) || (selected.size === 0 && ids[index] === openId)}
          isMultiple
          row={(index) => <ArticleRow article={articleAt(index)} isOpen={ids[index] === openId} />}
          onPress={(index, { shiftKey, mod }) => {
            if (shiftKey) selection.extendTo(index)
            else if (mod) selection.toggle(index)
            else {
              selection.clear()
              selection.focus(index)
              open(index)
            }
          }}
          onContextMenu={(index, at) => {
            if (!isSelected(index)) {
              selection.clear()
              selection.focus(index)
            }
            setMenuAt(at)
          }}
          onKeyDown={(event) => {
            if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
              event.preventDefault()
              const to = focused + (event.key === 'ArrowDown' ? 1 : -1)
              selection.extendTo(Math.max(0, Math.min(ids.length - 1, to)))
            } else if (event.key === 'Escape' && selected.size > 0) {
              event.preventDefault()
              selection.clear()
            }
          }}
          onRange={onRange}
          dragOf={order.dragOf}
        />
      )}
      <p className="visually-hidden" role="status">
        {order.said}
      </p>
      <KeyDrag
        ref={keyDrag}
        articleIds={() => commands.targetIds}
        onEnd={() => pane.current?.querySelector<HTMLElement>(`[data-index="${focused}"]`)?.focus()}
      />
      <ArticleListMenu at={menuAt} actions={commands} onClose={() => setMenuAt(null)} />
      <TagEditor at={tagsAt} load={commands.targets} onClose={() => setTagsAt(null)} />
    </section>
  )
}

const NONE: readonly ArticleId[] = []
