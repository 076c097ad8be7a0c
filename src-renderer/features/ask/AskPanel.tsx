import { useEffect, useRef, useState } from 'react'
import type { Citation, Question } from '@shared/contract/ask'
import type { Article } from '@shared/domain/article'
import { useAsk, useQuestions, useSuggestions } from '../../client/ask'
import { Button } from '../../ui/Button'
import { SegmentedControl } from '../../ui/SegmentedControl'
import './AskPanel.css'
import { AskTurn } from './AskTurn'
import { Composer } from './Composer'

export interface AskPanelProps {
  readonly article: Article
  /** Shows a cited passage: in the page if it is of this article, else where it stands. */
  readonly onCitation: (citation: Citation) => void
  /** Turns a cited passage of this article into a highlight. */
  readonly onHighlight: (citation: Citation) => void
  readonly onCopy: (text: string, said: string) => void
}

const NO_QUESTIONS: readonly Question[] = []

/** The conversation about an article: questions, and passages that answer them. */
export function AskPanel({ article, onCitation, onHighlight, onCopy }: AskPanelProps) {
  const list = useQuestions(article.id)
  const questions = list.data ?? NO_QUESTIONS
  const ask = useAsk(article.id)
  const [scope, setScope] = useState<Question['scope']>('article')
  const [text, setText] = useState('')
  const thread = useRef<HTMLDivElement>(null)
  const count = questions.length

  useEffect(() => {
    // The newest answer is read from its question on; only the thread scrolls, not the page beside it.
    const turns = thread.current
    const newest = turns?.querySelector<HTMLElement>('.ask-turn:last-of-type')
    if (turns && newest) turns.scrollTo({ top: newest.offsetTop - turns.offsetTop })
  }, [count])

  const send = (asked: string, where: Question['scope'] = scope) => {
    if (asked.trim() === '' || ask.isPending) return
    ask.mutate({ text: asked.trim(), scope: where }, { onSuccess: () => setText((now) => (now === asked ? '' : now)) })
  }

  return (
    <section className="ask-panel" aria-label="Ask">
      <div className="ask-panel__scope">
        <SegmentedControl
          label="What to ask"
          value={scope}
          options={[
            { value: 'article', label: 'This article' },
            { value: 'library', label: 'Whole library' },
          ]}
          onChange={setScope}
        />
      </div>
      <div ref={thread} className="ask-panel__thread">
        {count === 0 && list.isSuccess ? <Invitation article={article} onAsk={send} /> : null}
        {questions.map((question) => (
          <AskTurn
            key={question.id}
            question={question}
            onCitation={onCitation}
            onHighlight={onHighlight}
            onCopy={onCopy}
            onAskLibrary={() => send(question.text, 'library')}
          />
        ))}
        {list.isError ? (
          <p className="ask-panel__problem" role="alert">
            The conversation could not be read: {list.error.message}{' '}
            <Button look="link" onPress={() => void list.refetch()}>
              Try again
            </Button>
          </p>
        ) : null}
      </div>
      {ask.isError ? (
        <p className="ask-panel__problem" role="alert">
          {ask.error.message} Your question is still below.{' '}
          <Button look="link" onPress={() => send(text)}>
            Try again
          </Button>
        </p>
      ) : null}
      <Composer
        label={scope === 'article' ? 'Ask about this article' : 'Ask your whole library'}
        text={text}
        isBusy={ask.isPending}
        onText={setText}
        onSend={() => send(text)}
      />
      <div className="visually-hidden" aria-live="polite">
        {ask.data ? said(ask.data) : null}
      </div>
    </section>
  )
}

function Invitation({ article, onAsk }: { readonly article: Article; readonly onAsk: (text: string) => void }) {
  const suggestions = useSuggestions(article.id, true).data ?? []
  return (
    <div className="ask-panel__invitation">
      <p>Give it a read and then ask your questions in the chat. We can research this topic together.</p>
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

function said({ answer }: Question): string {
  if (answer.state === 'nothing') return 'Nothing was found.'
  const start = answer.state === 'answer' ? 'Answered' : 'Closest passages'
  return `${start}: ${answer.short?.text ?? answer.citations[0]?.quote ?? ''}`
}
