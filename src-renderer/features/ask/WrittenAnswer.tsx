import { Bot, Square, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Citation, WrittenSentence } from '@shared/contract/ask'
import type { Writing } from '../../client/ask'
import { Button } from '../../ui/controls/Button'
import { lastWord } from './answer-words'
import { CiteButton } from './CiteButton'
import './WrittenAnswer.css'

interface WrittenAnswerProps {
  readonly writing: Writing
  readonly onCitation: (citation: Citation) => void
  readonly onStop: () => void
}

/** What a local model wrote: the sentences that the library bears out, and, apart from them, those that it does not. */
export function WrittenAnswer({ writing: { written, tail }, onCitation, onStop }: WrittenAnswerProps) {
  const { sentences, sources, state, problem, model } = written
  const [isShown, setShown] = useState(false)
  const supported = sentences.filter(({ support }) => support === 'supported')
  const others = sentences.filter(({ support }) => support !== 'supported')
  const isWriting = state === 'writing'
  const said = (sentence: WrittenSentence) => {
    const [before, last] = lastWord(sentence.text)
    return (
      <>
        {before}
        <span className="ask-turn__end">
          {last}
          {sentence.citations.map((at) => {
            const citation = sources[at]
            return citation ? <CiteButton key={at} number={at + 1} citation={citation} onCitation={onCitation} /> : null
          })}
        </span>{' '}
      </>
    )
  }
  return (
    <div className="written-answer" data-state={state}>
      <p className="written-answer__who">
        <Bot aria-hidden /> {isWriting ? `${model} is writing` : whoWords(state, model)}
        {isWriting ? (
          <Button look="ghost" onPress={onStop}>
            <Square aria-hidden /> Stop
          </Button>
        ) : null}
      </p>
      {supported.length > 0 || tail !== '' ? (
        <p className="written-answer__text" dir="auto">
          {supported.map((sentence, at) => (
            // Sentences are only ever added at the end.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={at}>{said(sentence)}</span>
          ))}
          {tail === '' ? null : <span className="written-answer__tail">{tail}</span>}
        </p>
      ) : null}
      {problem ? <p className="written-answer__problem">{problem}</p> : null}
      {others.length > 0 && !isWriting ? (
        <>
          <Button look="link" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
            <TriangleAlert aria-hidden /> {othersWords(others.length, isShown)}
          </Button>
          {isShown ? (
            <ul className="written-answer__others" aria-label="Not borne out by your articles">
              {others.map(({ text, support }, at) => (
                // oxlint-disable-next-line react/no-array-index-key
                <li key={at} dir="auto">
                  <del>{text}</del>{' '}
                  <small>{support === 'uncited' ? 'names no passage' : 'its passage does not say so'}</small>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

function whoWords(state: Writing['written']['state'], model: string): string {
  switch (state) {
    case 'silent':
      return `${model} found no answer in these passages`
    case 'failed':
      return `${model} did not finish; your articles answered`
    case 'stopped':
      return `${model} was stopped`
    default:
      return `Written by ${model} from the passages below`
  }
}

function othersWords(count: number, isShown: boolean): string {
  const sentences = count === 1 ? '1 sentence is' : `${count} sentences are`
  return isShown ? 'Hide what is not borne out' : `${sentences} not borne out by your articles`
}
