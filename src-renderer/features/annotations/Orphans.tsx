import { Unlink } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import type { AnnotationId } from '@shared/domain/ids'
import './Orphans.css'

/** What can be done with a highlight whose words are not in the newest version. */
export interface OrphanActions {
  /** Puts it on the words that are selected, or asks for some. */
  readonly onAttach: (highlight: Highlight) => void
  readonly onKeep: (highlight: Highlight, kept: boolean) => void
  readonly onShowEarlier: (highlight: Highlight) => void
}

interface OrphansProps extends OrphanActions {
  readonly orphans: readonly Highlight[]
  /** The one that waits for words to be selected. */
  readonly waitingFor: AnnotationId | null
  readonly card: (highlight: Highlight) => ReactNode
}

/** So many are listed at first, and with each press more. */
const PAGE = 50

/** Highlights that were not found in this version, with their words and notes, until somebody says where they belong. */
export function Orphans({ orphans, waitingFor, card, onAttach, onKeep, onShowEarlier }: OrphansProps) {
  const open = orphans.filter(({ place }) => place !== 'kept')
  const kept = orphans.filter(({ place }) => place === 'kept')
  const [isOpen, setOpen] = useState(true)
  const [most, setMost] = useState(PAGE)
  const [showsKept, setShowsKept] = useState(false)
  const one = (highlight: Highlight) => (
    <li key={highlight.id} className="orphans__one">
      {card(highlight)}
      <div className="orphans__actions">
        <button
          type="button"
          className="orphans__action"
          aria-pressed={waitingFor === highlight.id}
          onClick={() => onAttach(highlight)}
        >
          {waitingFor === highlight.id ? 'Select the words…' : 'Attach to selection'}
        </button>
        <button type="button" className="orphans__action" onClick={() => onKeep(highlight, highlight.place !== 'kept')}>
          {highlight.place === 'kept' ? 'Ask again' : 'Keep as is'}
        </button>
        <button type="button" className="orphans__action" onClick={() => onShowEarlier(highlight)}>
          Show in the earlier version
        </button>
      </div>
    </li>
  )
  return (
    <>
      {open.length > 0 ? (
        <section className="orphans" aria-label="Not found in this version">
          <div className="orphans__head">
            <Unlink className="icon" aria-hidden />
            <h2>
              {open.length === 1
                ? '1 highlight not found in this version'
                : `${open.length} highlights not found in this version`}
            </h2>
            <button type="button" className="orphans__action" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? 'Hide' : 'Review'}
            </button>
          </div>
          {isOpen ? <ul className="orphans__list">{open.slice(0, most).map(one)}</ul> : null}
          {isOpen && open.length > most ? (
            <button type="button" className="orphans__action" onClick={() => setMost(most + PAGE)}>
              Show {Math.min(PAGE, open.length - most)} more
            </button>
          ) : null}
        </section>
      ) : null}
      {kept.length > 0 ? (
        <section className="orphans" data-quiet aria-label="Kept without a place">
          <div className="orphans__head">
            <h2>{kept.length} kept without a place</h2>
            <button
              type="button"
              className="orphans__action"
              aria-expanded={showsKept}
              onClick={() => setShowsKept(!showsKept)}
            >
              {showsKept ? 'Hide' : 'Show'}
            </button>
          </div>
          {showsKept ? <ul className="orphans__list">{kept.slice(0, most).map(one)}</ul> : null}
          {showsKept && kept.length > most ? (
            <button type="button" className="orphans__action" onClick={() => setMost(most + PAGE)}>
              Show {Math.min(PAGE, kept.length - most)} more
            </button>
          ) : null}
        </section>
      ) : null}
    </>
  )
}
