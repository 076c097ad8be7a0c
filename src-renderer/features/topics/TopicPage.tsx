import { MessageCircleQuestion, MoreHorizontal, PanelLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TopicId } from '@shared/domain/ids'
import { useTopic, useTopics } from '../../client/topics'
import { Button } from '../../ui/controls/Button'
import { EmptyState } from '../../ui/layout/EmptyState'
import { IconButton } from '../../ui/controls/IconButton'
import { Menu } from '../../ui/controls/Menu'
import { openList, type TopicTab } from '../../ui/places/route'
import { useTopicMenu } from './TopicMenu'
import { TopicHead } from './TopicHead'
import { TopicTabs } from './TopicTabs'
import './TopicPage.css'

interface TopicPageProps {
  topicId: TopicId
  tab: TopicTab
  /** What each tab shows. */
  parts: Readonly<Record<TopicTab, ReactNode>>
  /** Whether the list of its articles stands beside it; else a tab leads there. */
  isBesideList: boolean
  /** Set where the sidebar is hidden, to bring it back. */
  onShowSidebar: (() => void) | null
}

/** A topic's own page: how far one is, what is nested in it, and its highlights, notes and questions together. */
export function TopicPage({ topicId, tab, parts, isBesideList, onShowSidebar }: TopicPageProps) {
  const topics = useTopics()
  const topic = useTopic(topicId)
  const menu = useTopicMenu(topic ?? null)
  const view = { kind: 'topic', topicId } as const
  return (
    <main className="pane page topic-page" aria-label="Topic" data-pane>
      <div className="bar">
        {onShowSidebar && (
          <IconButton label="Show sidebar" icon={<PanelLeft aria-hidden />} keys="B" onPress={onShowSidebar} />
        )}
        <span className="grow" />
        {topic && (
          <>
            <Button onPress={() => openList(view, 'questions')}>
              <MessageCircleQuestion className="icon" aria-hidden />
              Ask this topic
            </Button>
            <Menu label={topic.title} actions={menu}>
              <IconButton label="More" icon={<MoreHorizontal aria-hidden />} />
            </Menu>
          </>
        )}
      </div>
      {topic === null ? (
        <EmptyState title="This topic was deleted">
          Its articles are still in the library. The topic can be restored from Trash for 30 days.
        </EmptyState>
      ) : (
        topic && (
          <>
            <TopicHead topic={topic} topics={topics} />
            <TopicTabs
              tab={tab}
              parts={parts}
              articleCount={isBesideList ? null : topic.ownCount}
              onTab={(next) => openList(view, next ?? undefined)}
            />
          </>
        )
      )}
    </main>
  )
}
