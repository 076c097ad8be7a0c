import { LibraryBig, SearchX } from 'lucide-react'
import type { Question } from '@shared/contract/ask'
import { Button } from '../../ui/controls/Button'
import { scopeName } from './answer-words'
import type { ScopeChoice } from './scopes'

interface NotFoundProps {
  readonly question: Question
  readonly wider: ScopeChoice | null
  readonly onWider: (choice: ScopeChoice) => void
}

/** Says calmly that there is no answer, what was looked for, and where else it may be. */
export function NotFound({ question, wider, onWider }: NotFoundProps) {
  const { unknown } = question.answer
  const where = scopeName(question.scope)
  return (
    <div className="ask-turn__nothing">
      <h3>
        <SearchX aria-hidden /> Not found in {where}
      </h3>
      <p>
        {unknown.length > 0
          ? `Nothing here mentions ${unknown.map((word) => `“${word}”`).join(', ')}.`
          : `No passage of ${where} has to do with this question.`}
      </p>
      {wider ? (
        <Button look="link" onPress={() => onWider(wider)}>
          <LibraryBig aria-hidden /> {widerWords(wider)}
        </Button>
      ) : null}
    </div>
  )
}

/** Names the step to a wider scope. */
export function widerWords({ value, invitation }: ScopeChoice): string {
  return value === 'library' ? 'Ask the whole library' : invitation
}
