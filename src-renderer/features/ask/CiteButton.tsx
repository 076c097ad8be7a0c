import type { Citation } from '@shared/contract/ask'

interface CiteButtonProps {
  /** From 1. */
  readonly number: number
  readonly citation: Citation
  readonly onCitation: (citation: Citation) => void
}

/** The number of a passage behind what rests on it; leads to the passage. */
export function CiteButton({ number, citation, onCitation }: CiteButtonProps) {
  return (
    <button
      type="button"
      className="ask-turn__cite num"
      aria-label={`Go to passage ${number}`}
      title={citation.section === '' ? citation.title : `${citation.title}, ${citation.section}`}
      onClick={() => onCitation(citation)}
    >
      {number}
    </button>
  )
}
