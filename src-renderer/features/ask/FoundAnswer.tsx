import type { Citation, Question } from '@shared/contract/ask'
import { lastWord, quoteParts } from './answer-words'
import { CiteButton } from './CiteButton'

interface FoundAnswerProps {
  readonly answer: Question['answer']
  readonly onCitation: (citation: Citation) => void
}

/** What the embedded engine found, in the words of the articles: the few words that answer, then the passages they stand in. */
export function FoundAnswer({ answer, onCitation }: FoundAnswerProps) {
  const { kind, short, fact, items, polarity, citations } = answer
  const [first] = citations
  if (!first) return null
  // A row of facts says no more than its label and its value, which stand above it already.
  const isRow = fact !== null && short !== null && first.quote.replace(/\s+/gu, ' ') === `${fact.label} ${short.text}`
  const shown = kind === 'comparison' || kind === 'summary' ? citations : isRow ? [] : [first]
  return (
    <div className="ask-turn__answer">
      {fact ? <p className="ask-turn__label">{fact.label}</p> : null}
      {short ? (
        <p className="ask-turn__short" dir="auto">
          {short.text}
          {isRow ? <CiteButton number={1} citation={first} onCitation={onCitation} /> : null}
        </p>
      ) : null}
      {polarity ? (
        <p className="ask-turn__label">{polarity === 'says-so' ? 'A passage says so:' : 'A passage denies it:'}</p>
      ) : null}
      {items.length > 0 ? (
        <ul className="ask-turn__items">
          {items.map(({ text, citation, start }) => {
            const source = citations[citation]
            return (
              <li key={`${citation}-${start}`} dir="auto">
                {text}
                {source ? <CiteButton number={citation + 1} citation={source} onCitation={onCitation} /> : null}
              </li>
            )
          })}
        </ul>
      ) : (
        shown.map((citation, at) => (
          <p key={`${citation.snapshotId}-${citation.start}`} dir="auto">
            {kind === 'comparison' ? <span className="ask-turn__of">{citation.title}: </span> : null}
            <Quoted citation={citation} short={at === 0 ? short : null} number={at + 1} onCitation={onCitation} />
          </p>
        ))
      )}
    </div>
  )
}

interface QuotedProps extends Pick<FoundAnswerProps, 'onCitation'> {
  readonly citation: Citation
  readonly short: Question['answer']['short']
  readonly number: number
}

function Quoted({ citation, short, number, onCitation }: QuotedProps) {
  const parts = quoteParts(citation, short)
  return parts.map(({ text, isStrong }, at) => {
    const isLast = at === parts.length - 1
    const [before, last] = isLast ? lastWord(text) : [text, '']
    const Part = isStrong ? 'strong' : 'span'
    return (
      // The parts of a quotation never change their order.
      // oxlint-disable-next-line react/no-array-index-key
      <Part key={at}>
        {before}
        {isLast ? (
          <span className="ask-turn__end">
            {last}
            <CiteButton number={number} citation={citation} onCitation={onCitation} />
          </span>
        ) : null}
      </Part>
    )
  })
}
