import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import type { ComparedPart } from '@shared/contract/snapshots'
import type { SnapshotId } from '@shared/domain/ids'
import { useVersionText } from '../../client/snapshots'
import { counted } from '../../ui/words/article-words'
import './Unchanged.css'

interface UnchangedProps {
  readonly part: Extract<ComparedPart, { kind: 'unchanged' }>
  /** The newer version, whose words they are. */
  readonly snapshotId: SnapshotId
}

/** What did not change between two changes: folded, until somebody wants to read it. */
export function Unchanged({ part, snapshotId }: UnchangedProps) {
  const [isOpen, setOpen] = useState(false)
  const { data: text, error } = useVersionText(snapshotId, part.start, part.end, isOpen)
  const id = useId()
  const what = part.paragraphs > 1 ? `${part.paragraphs} unchanged paragraphs` : counted(part.words, 'unchanged word')
  return (
    <li className="unchanged" data-open={isOpen}>
      <button
        type="button"
        className="unchanged__fold"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? <ChevronUp className="icon" aria-hidden /> : <ChevronDown className="icon" aria-hidden />}
        {isOpen ? 'Hide' : 'Show'} {what}
      </button>
      <div id={id} className="unchanged__text" hidden={!isOpen} aria-busy={isOpen && text === undefined && !error}>
        {error ? <p role="alert">{error.message}</p> : null}
        {isOpen && text !== undefined
          ? text
              .split(/\n\s*/u)
              .filter((paragraph) => paragraph.trim() !== '')
              .map((paragraph, at) => <p key={at}>{paragraph}</p>)
          : null}
      </div>
    </li>
  )
}
