import { PanelLeft } from 'lucide-react'
import { useEffect, useState } from 'react'
import { AskPanel } from '../features/ask/AskPanel'
import { ArticleList } from '../features/library/ArticleList'
import { FirstRun } from '../features/library/FirstRun'
import { TopicTools } from '../features/topics/TopicTools'
import { Reading } from '../features/reader/Reading'
import { useCommands } from '../ui/commands/use-commands'
import { EmptyState } from '../ui/layout/EmptyState'
import { IconButton } from '../ui/controls/IconButton'
import { PaneDivider } from '../ui/layout/PaneDivider'
import type { Route } from '../ui/places/route'
import { Drawer } from './Drawer'
import { LibrarySidebar } from './LibrarySidebar'
import { Page } from './Page'
import { TopicView } from './TopicView'
import { LIST, SIDEBAR, usePanes } from './use-panes'

/** Sidebar, list and what they lead to, side by side or as drawers, as there is room. */
export function Panes({ route, isEmpty }: { route: Route; isEmpty: boolean }) {
  const panes = usePanes()
  const { room } = panes
  const [drawerOpen, setDrawerOpen] = useState(false)
  const isList = route.page === 'articles' && !isEmpty
  const openId = route.page === 'articles' ? route.articleId : null
  const topicId = route.page === 'articles' && route.view.kind === 'topic' ? route.view.topicId : null
  const tab = route.page === 'articles' ? (route.tab ?? null) : null
  const hasSidebar = room === 'wide' && panes.sidebarOpen
  // Where there is room for one pane only, the list is that pane until an article is open.
  const isNarrowPage = openId !== null || tab !== null
  const hasList = isList && (room === 'narrow' ? !isNarrowPage : panes.listOpen)
  const hasReading = isList && (room !== 'narrow' || isNarrowPage)

  useEffect(() => setDrawerOpen(false), [route, room])

  const toggleSidebar = () => (room === 'wide' ? panes.setSidebarOpen(!panes.sidebarOpen) : setDrawerOpen(!drawerOpen))
  useCommands([
    { id: 'pane.sidebar', title: 'Show or hide sidebar', group: 'Show and hide', keys: ['B'], run: toggleSidebar },
    {
      id: 'pane.list',
      title: 'Show or hide article list',
      group: 'Show and hide',
      keys: ['L'],
      enabled: isList,
      run: () => (room === 'narrow' ? setDrawerOpen(!drawerOpen) : panes.setListOpen(!panes.listOpen)),
    },
  ])

  const showSidebar = hasSidebar ? null : toggleSidebar
  const list = (onShowSidebar: (() => void) | null) =>
    route.page === 'articles' && (
      <ArticleList
        key={JSON.stringify(route.view)}
        view={route.view}
        openId={openId}
        onShowSidebar={onShowSidebar}
        tools={topicId && <TopicTools topicId={topicId} />}
      />
    )

  return (
    <div
      className="app"
      data-room={room}
      data-sidebar={hasSidebar ? 'shown' : 'hidden'}
      style={{ '--sidebar-px': panes.sidebarWidth, '--list-px': panes.listWidth }}
    >
      {hasSidebar && (
        <div className="app__cell app__cell--sidebar">
          <LibrarySidebar onHide={toggleSidebar} />
          <PaneDivider
            label="Width of sidebar"
            width={panes.sidebarWidth}
            onChange={panes.setSidebarWidth}
            {...SIDEBAR}
          />
        </div>
      )}
      {hasList && (
        <div className="app__cell app__cell--list">
          {list(showSidebar)}
          {panes.canResizeList && (
            <PaneDivider
              label="Width of article list"
              width={panes.listWidth}
              onChange={panes.setListWidth}
              {...LIST}
            />
          )}
        </div>
      )}
      {!(hasList && room === 'narrow') && (
        <div className="app__cell app__cell--rest">
          {route.page !== 'articles' ? (
            <Page route={route} onShowSidebar={showSidebar} />
          ) : isEmpty ? (
            <FirstRun onShowSidebar={showSidebar} />
          ) : openId ? (
            <Reading
              key={openId}
              articleId={openId}
              passage={route.passage}
              annotationId={route.annotationId}
              asked={route.asked?.questionId ?? null}
              railOpen={panes.railOpen}
              onRailOpenChange={panes.setRailOpen}
              ask={(place) => <AskPanel {...place} />}
              leading={
                !hasList &&
                showSidebar && (
                  <IconButton label="Show library" icon={<PanelLeft aria-hidden />} keys="B" onPress={showSidebar} />
                )
              }
            />
          ) : topicId ? (
            hasReading && (
              <TopicView
                topicId={topicId}
                tab={tab ?? 'highlights'}
                isBesideList={hasList}
                onShowSidebar={hasList ? null : showSidebar}
              />
            )
          ) : (
            hasReading && (
              <main className="pane app__nothing" aria-label="Article" data-pane>
                <div className="bar">
                  {!hasList && showSidebar && (
                    <IconButton label="Show sidebar" icon={<PanelLeft aria-hidden />} keys="B" onPress={showSidebar} />
                  )}
                </div>
                <EmptyState title="Choose an article" />
              </main>
            )
          )}
        </div>
      )}
      <Drawer label="Library" isOpen={drawerOpen} onOpenChange={setDrawerOpen}>
        <LibrarySidebar onHide={() => setDrawerOpen(false)} />
        {room === 'narrow' && openId !== null && list(null)}
      </Drawer>
    </div>
  )
}
