import type { TopicId } from '@shared/domain/ids'
import { TopicNotes } from '../features/notes/TopicNotes'
import { TopicQuestions } from '../features/ask/TopicQuestions'
import { TopicPage } from '../features/topics/TopicPage'
import type { TopicTab } from '../ui/places/route'
import { TopicHighlights } from './TopicHighlights'

interface TopicViewProps {
  topicId: TopicId
  tab: TopicTab
  isBesideList: boolean
  onShowSidebar: (() => void) | null
}

/** A topic's page, with what other features show of it. */
export function TopicView({ topicId, ...place }: TopicViewProps) {
  return (
    <TopicPage
      topicId={topicId}
      {...place}
      parts={{
        highlights: <TopicHighlights topicId={topicId} />,
        notes: <TopicNotes topicId={topicId} />,
        questions: <TopicQuestions topicId={topicId} />,
      }}
    />
  )
}
