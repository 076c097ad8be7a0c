import { Copy, Highlighter, LibraryBig, SearchX, Trash2 } from 'lucide-react'
import type { Citation, Question } from '@shared/contract/ask'
import { useClient } from '../../client/client'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { showToast } from '../../ui/toasts'
import { pushUndo } from '../../ui/undo'
import { reportError } from '../../ui/use-article-actions'
import { answerText, quoteParts } from './answer-words'
import './AskTurn.css'

export interface AskTurnProps {
  readonly question: Question
  readonly onCitation: (citation: Citation) => void
  readonly onHighlight: (citation: Citation) => void
  readonly onCopy: (text: string, said: string) => void
  readonly onAskLibrary: () => void
}

/** Passages shown with an answer. */
const SHOWN = 3

/** One question and what the library says to it. */
export function AskTurn({ question, onCitation, onHighlight, onCopy, onAskLibrary }: AskTurnProps) {
  const { answer } = question
  const client = useClient()
  const { id } = question
  const remove = () => {
    const undo = () => void client.ask.restore({ id }).catch(reportError)
    void client.ask
      .remove({ id })
      .then(() => {
        const take = pushUndo({ label: 'Question deleted', undo })
        showToast({ message: 'Question deleted', action: { label: 'Undo', run: take } })
      })
      .catch(reportError)
  }
  const shown = answer.state === 'nothing' ? [] : answer.citations.slice(0, SHOWN)

  return (
    <article className="ask-turn">
      <h2 className="ask-turn__question">{question.text}</h2>
      {answer.state === 'answer' ? <Found question={question} onCitation={onCitation} /> : null}
      {answer.state === 'closest' ? (
        <p className="ask-turn__lead">Nothing answers this for certain. These passages come closest.</p>
      ) : null}
      {answer.state === 'nothing' ? (
        <NotFound question={question} onAskLibrary={onAskLibrary} />
      ) : (
        <ol className="ask-turn__sources" aria-label="Passages">
          {shown.map((citation, at) => (
            <li key={`${citation.snapshotId}-${citation.start}`}>
              <button type="button" className="ask-turn__source" onClick={() => onCitation(citation)}>
                <span className="ask-turn__number num">{at + 1}</span>
                <q dir="auto">{citation.quote}</q>
                <small dir="auto">{placeOf(citation, question)}</small>
              </button>
              {citation.articleId === question.articleId ? (
                <IconButton
                  label={`Highlight passage ${at + 1}`}
                  icon={<Highlighter aria-hidden />}
                  onPress={() => onHighlight(citation)}
                />
              ) : null}
            </li>
          ))}
        </ol>
      )}
      <div className="ask-turn__acts">
        {answer.state === 'nothing' ? null : (
          <Button look="ghost" onPress={() => onCopy(answerText(question), 'Answer copied')}>
            <Copy aria-hidden /> Copy
          </Button>
        )}
        {answer.state === 'closest' && question.scope === 'article' ? (
          <Button look="ghost" onPress={onAskLibrary}>
            <LibraryBig aria-hidden /> Ask the whole library
          </Button>
        ) : null}
        <span className="ask-turn__searched">{searchedWords(question)}</span>
        <IconButton label="Delete question" icon={<Trash2 aria-hidden />} onPress={remove} />
      </div>
    </article>
  )
}

function Found({ question, onCitation }: Pick<AskTurnProps, 'question' | 'onCitation'>) {
  const [first] = question.answer.citations
  if (!first) return null
  const { short } = question.answer
  return (
    <div className="ask-turn__answer">
      {short ? (
        <p className="ask-turn__short" dir="auto">
          {short.text}
        </p>
      ) : null}
      <p>
        {quoteParts(first, short).map(({ text, isStrong }, at) =>
          // The parts of a quotation never change their order.
          // oxlint-disable-next-line react/no-array-index-key
          isStrong ? <strong key={at}>{text}</strong> : <span key={at}>{text}</span>,
        )}
        <button
          type="button"
          className="ask-turn__cite num"
          aria-label="Go to passage 1"
          onClick={() => onCitation(first)}
        >
          1
        </button>
      </p>
    </div>
  )
}

function NotFound({ question, onAskLibrary }: Pick<AskTurnProps, 'question' | 'onAskLibrary'>) {
  const { unknown } = question.answer
  const where = question.scope === 'article' ? 'this article' : 'your library'
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
      {question.scope === 'article' ? (
        <Button look="link" onPress={onAskLibrary}>
          <LibraryBig aria-hidden /> Ask the whole library
        </Button>
      ) : null}
    </div>
  )
}

function placeOf({ articleId, title, section }: Citation, question: Question): string {
  const parts = [articleId === question.articleId && question.scope === 'article' ? '' : title, section]
  const words = parts.filter((part) => part !== '').join(' · ')
  return words === '' ? 'Beginning of the article' : words
}

function searchedWords({ scope, answer: { searched } }: Question): string {
  const passages = `${searched.passages.toLocaleString('en')} ${searched.passages === 1 ? 'passage' : 'passages'}`
  if (scope === 'article') return `Searched ${passages}`
  const articles = `${searched.articles.toLocaleString('en')} ${searched.articles === 1 ? 'article' : 'articles'}`
  return `Searched ${articles}, ${passages}`
}
