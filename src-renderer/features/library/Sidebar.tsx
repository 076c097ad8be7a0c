import {
  Archive,
  BookOpen,
  Highlighter,
  Inbox,
  LibraryBig,
  PanelLeft,
  Plus,
  Search,
  Settings2,
  Star,
  Trash2,
} from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { ArticleView } from '@shared/contract/articles'
import { useCounts } from '../../client/articles'
import { useImports } from '../../client/imports'
import { ariaKey } from '../../ui/commands/keys'
import { useRunCommand } from '../../ui/commands/use-run-command'
import { IconButton } from '../../ui/IconButton'
import { Kbd } from '../../ui/Kbd'
import { ProgressRing } from '../../ui/ProgressRing'
import { type Route, routeToHash, useRoute } from '../../ui/route'
import { isSameView, viewTitle } from '../../ui/views'
import { SidebarTags } from './SidebarTags'
import '../../ui/Row.css'
import './Sidebar.css'

const list = (view: ArticleView): Route => ({
  page: 'articles',
  view,
  articleId: null,
  passage: null,
  annotationId: null,
})

/** Lists, tags and pages of the library. */
export function Sidebar({ onHide }: { onHide: () => void }) {
  const route = useRoute()
  const run = useRunCommand()
  const { data: counts } = useCounts()
  const working = useWorking()

  function link(to: Route, icon: ReactNode, label: string, count = 0) {
    const isHere =
      route.page === 'articles' && to.page === 'articles' ? isSameView(route.view, to.view) : route.page === to.page
    return (
      <a className="row" href={routeToHash(to)} aria-current={isHere ? 'page' : undefined}>
        {icon}
        <span className="grow truncate">{label}</span>
        {count > 0 && <span className="num">{count.toLocaleString('en-GB')}</span>}
      </a>
    )
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
          <Fragment key={status}>
            {link(
              list({ kind: 'status', status }),
              STATUS_ICONS[status],
              viewTitle({ kind: 'status', status }),
              status === 'archive' ? 0 : counts?.[status],
            )}
          </Fragment>
        ))}
        {link(list({ kind: 'favourites' }), <Star className="icon" aria-hidden />, 'Favourites')}
        <SidebarTags
          tags={counts?.tags ?? []}
          link={(tag, icon, count) => link(list({ kind: 'tag', tag }), icon, tag, count)}
        />
        <div className="sidebar__foot">
          {link(
            { page: 'highlights' },
            <Highlighter className="icon" aria-hidden />,
            'All highlights',
            counts?.highlights,
          )}
          {link(
            { page: 'archives', archiveId: null, text: '', path: null },
            <LibraryBig className="icon" aria-hidden />,
            'ZIM archives',
          )}
          {link({ page: 'trash' }, <Trash2 className="icon" aria-hidden />, 'Trash', counts?.trash)}
          {link({ page: 'settings', section: 'general' }, <Settings2 className="icon" aria-hidden />, 'Settings')}
        </div>
      </div>
    </nav>
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
