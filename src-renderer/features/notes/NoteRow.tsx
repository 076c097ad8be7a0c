import type { NoteSummary } from '@shared/domain/note'
import { dayInWords } from '../../ui/words/day-words'
import './NoteRow.css'

interface NoteRowProps {
  readonly note: NoteSummary
  readonly isOpen: boolean
  /** The topic it belongs to; null where there is none, or where the list is a topic's. */
  readonly topic: string | null
}

/** A note as a list shows it. */
export function NoteRow({ note, isOpen, topic }: NoteRowProps) {
  const meta = [dayInWords(note.updatedAt), topic, ...note.tags.map((tag) => `#${tag}`)].filter((each) => each !== null)
  return (
    <div className="note-row" data-open={isOpen}>
      <p className="note-row__title truncate">{note.title || 'Untitled note'}</p>
      {note.excerpt ? <p className="note-row__text">{note.excerpt}</p> : null}
      <p className="note-row__meta truncate">{meta.join(' · ')}</p>
    </div>
  )
}
