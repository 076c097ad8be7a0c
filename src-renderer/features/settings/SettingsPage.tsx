import {
  FolderSync,
  Highlighter,
  Info,
  Keyboard,
  Library,
  MessageCircleQuestion,
  PanelLeft,
  PersonStanding,
  Sun,
  Type,
} from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { IconButton } from '../../ui/controls/IconButton'
import { routeToHash } from '../../ui/places/route'
import { AboutSection } from './AboutSection'
import { AccessibilitySection } from './AccessibilitySection'
import { AskSection } from './AskSection'
import { ExportingSection } from './exporting/ExportingSection'
import { GeneralSection } from './GeneralSection'
import { HighlightsSection } from './HighlightsSection'
import { KeyboardSection } from './KeyboardSection'
import { LibrarySection } from './LibrarySection'
import { ReadingPreview } from './ReadingPreview'
import { ReadingSection } from './ReadingSection'
import '../../ui/layout/Row.css'
import './SettingsPage.css'

interface Section {
  id: string
  title: string
  icon: ReactNode
  Content: ComponentType
  hasPreview?: boolean
}

const SECTIONS: readonly [Section, ...Section[]] = [
  { id: 'general', title: 'General', icon: <Sun className="icon" aria-hidden />, Content: GeneralSection },
  {
    id: 'reading',
    title: 'Reading',
    icon: <Type className="icon" aria-hidden />,
    Content: ReadingSection,
    hasPreview: true,
  },
  {
    id: 'highlights',
    title: 'Highlights',
    icon: <Highlighter className="icon" aria-hidden />,
    Content: HighlightsSection,
  },
  { id: 'ask', title: 'Ask', icon: <MessageCircleQuestion className="icon" aria-hidden />, Content: AskSection },
  {
    id: 'exporting',
    title: 'Adding and export',
    icon: <FolderSync className="icon" aria-hidden />,
    Content: ExportingSection,
  },
  {
    id: 'library',
    title: 'Library and backup',
    icon: <Library className="icon" aria-hidden />,
    Content: LibrarySection,
  },
  { id: 'keyboard', title: 'Keyboard', icon: <Keyboard className="icon" aria-hidden />, Content: KeyboardSection },
  {
    id: 'accessibility',
    title: 'Accessibility',
    icon: <PersonStanding className="icon" aria-hidden />,
    Content: AccessibilitySection,
  },
  { id: 'about', title: 'About Lectern', icon: <Info className="icon" aria-hidden />, Content: AboutSection },
]

interface SettingsPageProps {
  section: string
  onShowSidebar: (() => void) | null
}

/** All settings; each acts at once. */
export function SettingsPage({ section, onShowSidebar }: SettingsPageProps) {
  const current = SECTIONS.find(({ id }) => id === section) ?? SECTIONS[0]
  return (
    <main className="settings-page" aria-label="Settings" data-pane data-preview={current.hasPreview ?? false}>
      <nav className="settings-page__nav" aria-label="Settings">
        {onShowSidebar && (
          <div className="settings-page__bar">
            <IconButton label="Show sidebar" icon={<PanelLeft aria-hidden />} keys="B" onPress={onShowSidebar} />
          </div>
        )}
        <h1>Settings</h1>
        {SECTIONS.map(({ id, title, icon }) => (
          <a
            key={id}
            className="row"
            href={routeToHash({ page: 'settings', section: id })}
            aria-current={id === current.id ? 'page' : undefined}
          >
            {icon}
            <span className="truncate">{title}</span>
          </a>
        ))}
      </nav>
      <div className="settings-page__main" tabIndex={-1}>
        <current.Content />
      </div>
      {current.hasPreview && <ReadingPreview />}
    </main>
  )
}
