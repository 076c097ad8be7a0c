import {
  Archive,
  BookOpen,
  Highlighter,
  History,
  Inbox,
  LibraryBig,
  MessageCircleQuestion,
  PanelLeft,
  Plus,
  Search,
  Settings2,
  Star,
  StickyNote,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { ArticleView } from '@shared/contract/articles'
import type { Article } from '@shared/domain/article'
import type { ArticleId } from '@shared/domain/ids'
import { useCounts, useReadArticles } from '../../client/articles'
import { useImports } from '../../client/imports'
import { useLeftToReview } from '../../client/review'
import { useSettings } from '../../client/settings'
import { ariaKey } from '../../ui/commands/keys'
import { useRunCommand } from '../../ui/commands/use-run-command'
import { IconButton } from '../../ui/controls/IconButton'
import { Kbd } from '../../ui/controls/Kbd'
import { ProgressRing } from '../../ui/layout/ProgressRing'
import { reportError } from '../../ui/undo/perform'
import type { Route } from '../../ui/places/route'
import { useArticleActions } from '../../ui/actions/use-article-actions'
import { viewTitle } from '../../ui/places/views'
import { SidebarPlace } from './SidebarPlace'
import '../../ui/layout/Row.css'
import './Sidebar.css'

const list = (view: ArticleView): Route => ({
  page: 'articles',
  view,
  articleId: null,
  passage: null,
  annotationId: null,
})

interface SidebarProps {
  onHide: () => void
  /** Sections between the lists and the pages at its foot. */
  children: ReactNode
}

/** Lists, sections and pages of the library. Articles are dropped on the lists to be moved there. */
export function Sidebar({ onHide, children }: SidebarProps) {
  const run = useRunCommand()
  const { data: counts } = useCounts()
  const working = useWorking()
  const read = useReadArticles()
  const { setStatus, setFavourite, trash } = useArticleActions()

  const dropped = (act: (articles: Article[]) => void) => (ids: readonly ArticleId[]) => {
    read(ids).then(act).catch(reportError)
  }

  return (
    <nav className="pane sidebar" aria-label="Library" data-pane>
      <div className="bar sidebar__bar">
        <span className="grow" />
        <IconButton
          label={working === null ? 'Add to library' : 'Adding to library: show progress'}
          icon={working === null ? <Plus aria-hidden /> : <ProgressRing share={working} />}
          keys="Mod+O"
          onPress={() => run('import.open')}
        />
        <IconButton label="Hide sidebar" icon={<PanelLeft aria-hidden />} keys="B" onPress={onHide} />
      </div>
      <div className="sidebar__nav">
        <Button
          className="row sidebar__find"
          aria-keyshortcuts={ariaKey('Mod+Shift+F')}
          onPress={() => run('search.open')}
        >
          <Search className="icon" aria-hidden />
          <span className="grow truncate">Search</span>
          <Kbd keys="Mod+Shift+F" />
        </Button>
        {(['inbox', 'reading', 'archive'] as const).map((status) => (
          <SidebarPlace
            key={status}
            to={list({ kind: 'status', status })}
            icon={STATUS_ICONS[status]}
            label={viewTitle({ kind: 'status', status })}
            count={status === 'archive' ? 0 : counts?.[status]}
            onArticles={dropped((articles) => setStatus(articles, status))}
          />
        ))}
        <SidebarPlace
          to={list({ kind: 'favourites' })}
          icon={<Star className="icon" aria-hidden />}
          label="Favourites"
          onArticles={dropped((articles) => setFavourite(articles, true))}
        />
        {children}
        <div className="sidebar__foot">
          <SidebarPlace
            to={{ page: 'ask', conversationId: null }}
            icon={<MessageCircleQuestion className="icon" aria-hidden />}
            label="Ask your library"
          />
          <SidebarPlace
            to={{ page: 'highlights' }}
            icon={<Highlighter className="icon" aria-hidden />}
            label="All highlights"
            count={counts?.highlights}
          />
          <ReviewPlace />
          <SidebarPlace
            to={{ page: 'notes', noteId: null }}
            icon={<StickyNote className="icon" aria-hidden />}
            label="Notes"
          />
          <SidebarPlace
            to={{ page: 'archives', archiveId: null, text: '', path: null }}
            icon={<LibraryBig className="icon" aria-hidden />}
            label="ZIM archives"
          />
          <SidebarPlace
            to={{ page: 'trash' }}
            icon={<Trash2 className="icon" aria-hidden />}
            label="Trash"
            onArticles={dropped(trash)}
          />
          <SidebarPlace
            to={{ page: 'settings', section: 'general' }}
            icon={<Settings2 className="icon" aria-hidden />}
            label="Settings"
          />
        </div>
      </div>
    </nav>
  )
}

/** Today's review with how much of it is left; not there where it is off. */
function ReviewPlace() {
  const left = useLeftToReview()
  const { reviewCount } = useSettings()
  if (reviewCount === 0) return null
  return (
    <SidebarPlace
      to={{ page: 'review' }}
      icon={<History className="icon" aria-hidden />}
      label="Daily review"
      count={left}
    />
  )
}

const STATUS_ICONS = {
  inbox: <Inbox className="icon" aria-hidden />,
  reading: <BookOpen className="icon" aria-hidden />,
  archive: <Archive className="icon" aria-hidden />,
}

/** Share of the items of imports under way, or paused, that are done; null when there are none. */
function useWorking(): number | null {
  const { data = [] } = useImports()
  const open = data.filter(({ state }) => state === 'running' || state === 'paused')
  const total = open.reduce((sum, each) => sum + each.total, 0)
  if (total === 0) return null
  return 1 - open.reduce((sum, { counts }) => sum + counts.waiting + counts.working, 0) / total
}
