import { Copy, LibraryBig, NotebookPen, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Citation, Question } from '@shared/contract/ask'
import type { Writing } from '../../client/ask'
import { Button } from '../../ui/controls/Button'
import { useScopedKeys } from '../../ui/commands/use-scoped-keys'
import { IconButton } from '../../ui/controls/IconButton'
import { searchedWords, supportedOf, usedCitations } from './answer-words'
import './AskTurn.css'
import { FoundAnswer } from './FoundAnswer'
import { NotFound, widerWords } from './NotFound'
import type { ScopeChoice } from './scopes'
import { Sources } from './Sources'
import type { TurnActions } from './use-turn-actions'
import { WrittenAnswer } from './WrittenAnswer'

export interface AskTurnProps {
  readonly question: Question
  /** It was asked for, and is marked for a moment. */
  readonly isFlashed: boolean
  /** What a local model writes of it; null where none was asked. */
  readonly writing: Writing | null
  readonly actions: TurnActions
  readonly wider: ScopeChoice | null
  readonly onWider: (choice: ScopeChoice) => void
  readonly onAgain: () => void
  readonly onStop: () => void
  readonly onCitation: (citation: Citation) => void
  readonly onHighlight: (citation: Citation) => void
}

/** Passages shown with an answer of the embedded engine. */
const SHOWN = 3
/** The most of the selected words that is shown, in UTF-16 units. */
const LONGEST_SELECTED = 160

/** One question and what the library says to it. While it has focus, 1–9 go to its passages and N saves it as a note. */
export function AskTurn(props: AskTurnProps) {
  const { question, writing, actions, wider, onCitation, onHighlight } = props
  const { answer } = question
  const hasWritten = supportedOf(writing?.written ?? null).length > 0
  const [isOwn, setOwn] = useState(false)
  const isWritten = hasWritten && !isOwn
  const citations = isWritten ? (writing?.written.sources ?? []) : citationsOf(question)
  const isFound = answer.state !== 'nothing' || isWritten
  const showsOther = hasWritten && answer.citations.length > 0
  const key = (id: string, title: string, keys: string, run: () => void) => ({
    ...{ id: `ask.${id}`, title, group: 'Ask', keys: [keys], run },
  })
  const onKeyDown = useScopedKeys([
    ...citations
      .slice(0, 9)
      .map((citation, at) => key(`cite${at}`, `Go to passage ${at + 1}`, String(at + 1), () => onCitation(citation))),
    key('note', 'Save answer as note', 'N', () => actions.saveNote(question)),
    ...(writing?.written.state === 'writing' ? [key('stop', 'Stop', 'Escape', props.onStop)] : []),
  ])

  return (
    // Keys act while one of its controls has focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      className="ask-turn"
      aria-label={question.text}
      data-question={question.id}
      data-flashed={props.isFlashed}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <h2 className="ask-turn__question">{question.text}</h2>
      {question.selected === null ? null : (
        <blockquote className="ask-turn__selected" dir="auto">
          {question.selected.slice(0, LONGEST_SELECTED)}
          {question.selected.length > LONGEST_SELECTED ? '…' : ''}
        </blockquote>
      )}
      {answer.readAs.length > 0 ? (
        <p className="ask-turn__lead">
          Searched for {answer.readAs.map(({ written, read }) => `“${read}” instead of “${written}”`).join(', ')}.
        </p>
      ) : null}
      {answer.state === 'answer' && !isWritten ? <FoundAnswer answer={answer} onCitation={onCitation} /> : null}
      {answer.state === 'closest' && !isWritten ? (
        <p className="ask-turn__lead">Nothing answers this for certain. These passages come closest.</p>
      ) : null}
      {writing && !isOwn ? <WrittenAnswer writing={writing} onCitation={onCitation} onStop={props.onStop} /> : null}
      {isFound ? (
        <Sources question={question} citations={citations} onCitation={onCitation} onHighlight={onHighlight} />
      ) : (
        <NotFound question={question} wider={wider} onWider={props.onWider} />
      )}
      <div className="ask-turn__acts">
        <Button look="ghost" onPress={() => actions.saveNote(question)}>
          <NotebookPen aria-hidden /> Save as note
        </Button>
        {isFound ? (
          <Button look="ghost" onPress={() => actions.copy(question)}>
            <Copy aria-hidden /> Copy
          </Button>
        ) : null}
        <span className="grow" />
        <IconButton label="Ask again" icon={<RotateCcw aria-hidden />} onPress={props.onAgain} />
        <IconButton label="Delete question" icon={<Trash2 aria-hidden />} onPress={() => actions.remove(question)} />
      </div>
      <p className="ask-turn__searched">
        {searchedWords(question)}
        {showsOther ? (
          <Button look="link" onPress={() => setOwn(!isOwn)}>
            {isOwn ? 'Show what the model wrote' : 'Show what Lectern found itself'}
          </Button>
        ) : null}
        {answer.state === 'closest' && wider ? (
          <Button look="link" onPress={() => props.onWider(wider)}>
            <LibraryBig aria-hidden /> {widerWords(wider)}
          </Button>
        ) : null}
      </p>
    </article>
  )
}

function citationsOf({ answer }: Question): readonly Citation[] {
  return answer.state === 'nothing' ? [] : answer.citations.slice(0, Math.max(SHOWN, usedCitations(answer)))
}
