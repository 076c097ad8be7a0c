import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Citation, ConversationPlace } from '@shared/contract/ask'
import type { QuestionId } from '@shared/domain/ids'
import { Button } from '../../ui/controls/Button'
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
  /** The question that is to be shown; null for the newest. */
  readonly shown: QuestionId | null
  readonly onAsk: (text: string, choice: ScopeChoice) => void
  readonly onCitation: (citation: Citation) => void
  /** Highlights a passage in the open page; left out, it is highlighted wherever it stands. */
  readonly onHighlight?: (citation: Citation) => void
  /** Shown while nothing was asked. */
  readonly invitation: ReactNode
}

/** What stays free above a question that is gone to, in pixels. */
const ABOVE = 8
/** How long the question that is shown is marked, in milliseconds. */
const FLASH = 900

/** The questions of a conversation and their answers, oldest first. */
export function Thread({ place, thread, choices, shown, onAsk, onCitation, onHighlight, invitation }: ThreadProps) {
  const { questions, problem, newest, writingOf } = thread
  const actions = useTurnActions(place)
  const turns = useRef<HTMLDivElement>(null)
  const newestId = newest?.id ?? null
  const isThere = questions.some(({ id }) => id === shown)
  const [flashed, setFlashed] = useState<QuestionId | null>(null)

  // An answer is read from its question on; only the thread scrolls, not the page beside it.
  const goTo = (turn: HTMLElement | null | undefined) => {
    if (turns.current && turn) turns.current.scrollTo({ top: turn.offsetTop - turns.current.offsetTop - ABOVE })
  }
  useEffect(() => goTo(turns.current?.querySelector<HTMLElement>('.ask-turn:last-of-type')), [newestId])
  useEffect(() => {
    if (shown === null || !isThere) return undefined
    const turn = turns.current?.querySelector<HTMLElement>(`[data-question="${shown}"]`)
    goTo(turn)
    turn?.focus({ preventScroll: true })
    setFlashed(shown)
    const timer = window.setTimeout(() => setFlashed(null), FLASH)
    return () => window.clearTimeout(timer)
  }, [shown, isThere])

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
            isFlashed={question.id === flashed}
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
