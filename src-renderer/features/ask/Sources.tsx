import { Highlighter } from 'lucide-react'
import type { Citation, Question } from '@shared/contract/ask'
import { IconButton } from '../../ui/controls/IconButton'

interface SourcesProps {
  readonly question: Question
  readonly citations: readonly Citation[]
  readonly onCitation: (citation: Citation) => void
  readonly onHighlight: (citation: Citation) => void
}

/** The passages of an answer: where they stand, and the way to each. */
export function Sources({ question, citations, onCitation, onHighlight }: SourcesProps) {
  return (
    <ol className="ask-turn__sources" aria-label="Passages">
      {citations.map((citation, at) => (
        <li key={`${citation.snapshotId}-${citation.start}-${citation.end}`}>
          <button type="button" className="ask-turn__source" onClick={() => onCitation(citation)}>
            <span className="ask-turn__number num">{at + 1}</span>
            <q dir="auto">{citation.quote}</q>
            <small dir="auto">{placeWords(citation, question)}</small>
          </button>
          <IconButton
            label={`Highlight passage ${at + 1}`}
            icon={<Highlighter aria-hidden />}
            onPress={() => onHighlight(citation)}
          />
        </li>
      ))}
    </ol>
  )
}

function placeWords({ title, section }: Citation, { scope }: Question): string {
  const isHere = scope.kind === 'article' || scope.kind === 'selection'
  const words = [isHere ? '' : title, section].filter((part) => part !== '').join(' · ')
  return words === '' ? 'Beginning of the article' : words
}
