import { List, PanelRight, TextAlignStart } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel } from 'react-aria-components'
import type { Article } from '@shared/domain/article'
import type { Snapshot } from '@shared/domain/snapshot'
import { IconButton } from '../../ui/controls/IconButton'
import { Backlinks } from '../../editor/Backlinks'
import { NotesRail, type NotesRailProps } from '../annotations/NotesRail'
import { AboutPanel } from './about/AboutPanel'
import type { LinkActions } from './links/use-links'

/** The tabs beside the page. */
export type RailTab = 'notes' | 'ask' | 'about'

interface RailBarProps {
  readonly tab: RailTab
  readonly count: number
  readonly arrangement: NotesRailProps['arrangement']
  readonly onArrangement: (() => void) | null
  readonly onClose: () => void
}

/** The bar over the rail: its tabs and controls. */
export function RailBar({ tab, count, arrangement, onArrangement, onClose }: RailBarProps) {
  return (
    <div className="bar bar--line reading__rail-bar">
      <TabList className="reading__tabs" aria-label="Beside the page">
        <Tab id="notes" className="reading__tab">
          Notes {count > 0 ? <span className="num">{count}</span> : null}
        </Tab>
        <Tab id="ask" className="reading__tab">
          Ask
        </Tab>
        <Tab id="about" className="reading__tab">
          About
        </Tab>
      </TabList>
      <span className="grow" />
      {tab === 'notes' && onArrangement ? (
        <IconButton
          label={arrangement === 'margin' ? 'Show as a list' : 'Show beside the passages'}
          icon={arrangement === 'margin' ? <List aria-hidden /> : <TextAlignStart aria-hidden />}
          onPress={onArrangement}
        />
      ) : null}
      <IconButton label="Hide notes" keys="R" icon={<PanelRight aria-hidden />} onPress={onClose} />
    </div>
  )
}

interface RailPanelsProps {
  readonly article: Article
  readonly snapshot: Snapshot | null
  readonly notes: NotesRailProps
  /** The conversation about the article. */
  readonly ask: ReactNode
  readonly links: LinkActions
  readonly onCopy: (text: string, said: string) => void
}

/** What the tabs show. */
export function RailPanels({ article, snapshot, notes, ask, links, onCopy }: RailPanelsProps) {
  return (
    <aside className="reading__rail" data-pane="rail" aria-label="Notes and facts">
      <TabPanel id="notes" className="reading__rail-panel" data-sticky={notes.arrangement === 'list'}>
        <NotesRail {...notes} backlinks={<Backlinks target={{ kind: 'article', id: article.id }} />} />
      </TabPanel>
      <TabPanel id="ask" className="reading__rail-panel" data-sticky>
        {ask}
      </TabPanel>
      <TabPanel id="about" className="reading__rail-panel" data-sticky>
        {snapshot ? <AboutPanel article={article} snapshot={snapshot} links={links} onCopy={onCopy} /> : null}
      </TabPanel>
    </aside>
  )
}
