import type { Conversation } from '@shared/contract/conversations'
import type { ConversationId } from '@shared/domain/ids'
import './ConversationList.css'

interface ConversationListProps {
  readonly conversations: readonly Conversation[]
  readonly shown: ConversationId | null
  readonly onShow: (id: ConversationId) => void
}

/** Conversations, the one asked last first, each with what it is about. */
export function ConversationList({ conversations, shown, onShow }: ConversationListProps) {
  return (
    <ul className="conversation-list" aria-label="Conversations">
      {conversations.map(({ id, title, placeTitle, questions, place }) => (
        <li key={id}>
          <button
            type="button"
            className="conversation-list__one"
            aria-current={id === shown ? 'true' : undefined}
            onClick={() => onShow(id)}
          >
            <span className="conversation-list__title">{title}</span>
            <small className="truncate" dir="auto">
              {place.kind === 'library' ? 'Whole library' : placeTitle} · {questions}{' '}
              {questions === 1 ? 'question' : 'questions'}
            </small>
          </button>
        </li>
      ))}
    </ul>
  )
}
