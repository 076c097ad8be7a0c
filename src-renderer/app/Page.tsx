import { AskPage } from '../features/ask/AskPage'
import { ArchivesPage } from '../features/archives/ArchivesPage'
import { HighlightsPage } from '../features/highlights/HighlightsPage'
import { NotesPage } from '../features/notes/NotesPage'
import { ReviewPage } from '../features/review/ReviewPage'
import { AlikePage } from '../features/search/AlikePage'
import { SearchPage } from '../features/search/SearchPage'
import { SettingsPage } from '../features/settings/SettingsPage'
import { TagsPage } from '../features/tags/TagsPage'
import { TrashPage } from '../features/trash/TrashPage'
import type { Route } from '../ui/places/route'

interface PageProps {
  route: Exclude<Route, { page: 'articles' }>
  /** Set where the sidebar is hidden, to bring it back. */
  onShowSidebar: (() => void) | null
}

/** What stands in place of list, reader and rail. */
export function Page({ route, onShowSidebar }: PageProps) {
  switch (route.page) {
    case 'search':
      return <SearchPage text={route.text} onShowSidebar={onShowSidebar} />
    case 'alike':
      return <AlikePage key={JSON.stringify(route.to)} to={route.to} onShowSidebar={onShowSidebar} />
    case 'archives':
      return <ArchivesPage route={route} onShowSidebar={onShowSidebar} />
    case 'ask':
      return <AskPage wanted={route.conversationId} question={route.questionId ?? null} onShowSidebar={onShowSidebar} />
    case 'highlights':
      return <HighlightsPage onShowSidebar={onShowSidebar} />
    case 'notes':
      return <NotesPage noteId={route.noteId} onShowSidebar={onShowSidebar} />
    case 'review':
      return <ReviewPage onShowSidebar={onShowSidebar} />
    case 'tags':
      return <TagsPage onShowSidebar={onShowSidebar} />
    case 'trash':
      return <TrashPage onShowSidebar={onShowSidebar} />
    case 'settings':
      return <SettingsPage section={route.section} onShowSidebar={onShowSidebar} />
  }
}
