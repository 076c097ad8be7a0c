import { type ReactNode, useEffect, useRef } from 'react'
import type { Citation, ConversationPlace } from '@shared/contract/ask'
import { Button } from '../../ui/Button'
import { saidOf } from './answer-words'
import { AskTurn } from './AskTurn'
import { type ScopeChoice, widerScope } from './scopes'
import './Thread.css'
import type { ThreadState } from './use-thread'
import { useTurnActions } from './use-turn-actions'

interface ThreadProps {
  readonly place: ConversationPlace
  readonly thread: ThreadState
  readonly choices: readonly ScopeChoice[]
  readonly onAsk: (text: string, choice: ScopeChoice) => void
  readonly onCitation: (citation: Citation) => void
  /** Highlights a passage in the open page; left out, it is highlighted wherever it stands. */
  readonly onHighlight?: (citation: Citation) => void
  /** Shown while nothing was asked. */
  readonly invitation: ReactNode
}

/** The questions of a conversation and their answers, oldest first. */
export function Thread({ place, thread, choices, onAsk, onCitation, onHighlight, invitation }: ThreadProps) {
  const { questions, problem, newest, writingOf } = thread
  const actions = useTurnActions(place)
  const turns = useRef<HTMLDivElement>(null)
  const newestId = newest?.id ?? null

  useEffect(() => {
    // The newest answer is read from its question on; only the thread scrolls, not the page beside it.
    const last = turns.current?.querySelector<HTMLElement>('.ask-turn:last-of-type')
    if (turns.current && last) turns.current.scrollTo({ top: last.offsetTop - turns.current.offsetTop })
  }, [newestId])

  const writing = newest ? writingOf(newest) : null
  const isBusy = thread.isAsking || writing?.written.state === 'writing'
  return (
    <>
      <div ref={turns} className="thread">
        {questions.length === 0 && thread.isRead ? invitation : null}
        {questions.map((question) => (
          <AskTurn
            key={question.id}
            question={question}
            writing={writingOf(question)}
            actions={actions}
            wider={widerScope(question.scope, choices)}
            onWider={(choice) => onAsk(question.text, choice)}
            onAgain={() => thread.askAgain(question)}
            onStop={thread.stop}
            onCitation={onCitation}
            onHighlight={(citation) =>
              onHighlight && place.kind === 'article' && citation.articleId === place.articleId
                ? onHighlight(citation)
                : actions.highlight(citation)
            }
          />
        ))}
        {problem ? (
          <p className="thread__problem" role="alert">
            The conversation could not be read: {problem.message}{' '}
            <Button look="link" onPress={thread.readAgain}>
              Try again
            </Button>
          </p>
        ) : null}
      </div>
      <div className="visually-hidden" aria-live="polite">
        {isBusy
          ? 'Answering'
          : newest && thread.hasAsked
            ? saidOf({ ...newest, written: writing?.written ?? null })
            : null}
      </div>
    </>
  )
}
