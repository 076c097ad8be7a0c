import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { TopicTab } from '../../ui/places/route'

const NAMES: Readonly<Record<TopicTab, string>> = { highlights: 'Highlights', notes: 'Notes', questions: 'Questions' }

const isTab = (key: unknown): key is TopicTab => typeof key === 'string' && key in NAMES

interface TopicTabsProps {
  tab: TopicTab
  parts: Readonly<Record<TopicTab, ReactNode>>
  /** Set where the articles are not beside the page: how many there are. */
  articleCount: number | null
  /** Null leads to the articles. */
  onTab: (tab: TopicTab | null) => void
}

/** The parts of a topic's page. */
export function TopicTabs({ tab, parts, articleCount, onTab }: TopicTabsProps) {
  return (
    <Tabs className="topic-tabs" selectedKey={tab} onSelectionChange={(key) => onTab(isTab(key) ? key : null)}>
      <TabList className="topic-tabs__list" aria-label="Parts of this topic">
        {articleCount !== null && (
          <Tab id="articles" className="topic-tabs__tab">
            Articles <span className="num">{articleCount}</span>
          </Tab>
        )}
        <Tab id="highlights" className="topic-tabs__tab">
          {NAMES.highlights}
        </Tab>
        <Tab id="notes" className="topic-tabs__tab">
          {NAMES.notes}
        </Tab>
        <Tab id="questions" className="topic-tabs__tab">
          {NAMES.questions}
        </Tab>
      </TabList>
      <TabPanel id={tab} className="topic-tabs__panel">
        {parts[tab]}
      </TabPanel>
    </Tabs>
  )
}
