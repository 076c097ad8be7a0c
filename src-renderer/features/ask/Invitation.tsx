import type { ArticleId } from '@shared/domain/ids'
import { useSuggestions } from '../../client/ask'
import { Button } from '../../ui/controls/Button'
import './Invitation.css'

interface InvitationProps {
  /** The article whose facts and headings suggest questions; null for none. */
  readonly articleId: ArticleId | null
  readonly onAsk: (text: string) => void
}

/** What stands where nothing was asked yet. */
export function Invitation({ articleId, onAsk }: InvitationProps) {
  const suggestions = useSuggestions(articleId).data ?? []
  return (
    <div className="invitation">
      <p>
        {articleId === null
          ? 'Ask what your articles say. Answers quote them, and nothing else.'
          : 'Give it a read and then ask your questions in the chat. We can research this topic together.'}
      </p>
      {suggestions.length > 0 ? (
        <ul aria-label="Suggested questions">
          {suggestions.map((suggestion) => (
            <li key={suggestion}>
              <Button look="plain" onPress={() => onAsk(suggestion)}>
                {suggestion}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
