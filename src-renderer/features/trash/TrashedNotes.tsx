import type { NoteSummary } from '@shared/domain/note'
import { useClient } from '../../client/client'
import { counted } from '../../ui/article-words'
import { Button } from '../../ui/Button'
import { reportError } from '../../ui/perform'
import { showToast } from '../../ui/toasts'
import { daysLeft } from './days-left'
import './TrashedNotes.css'

/** Notes in Trash, each with how long it stays. */
export function TrashedNotes({ notes }: { readonly notes: readonly NoteSummary[] }) {
  const client = useClient()
  const restore = (note: NoteSummary) => {
    client.notes
      .restore({ ids: [note.id] })
      .then(() => showToast({ message: `“${note.title || 'Untitled note'}” restored` }))
      .catch(reportError)
  }
  return (
    <section className="trashed-notes" aria-label="Deleted notes">
      <h2 className="trashed-notes__title">{counted(notes.length, 'note')}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note.id} className="trashed-notes__row">
            <span className="grow truncate">{note.title || 'Untitled note'}</span>
            <span className="trashed-notes__left">{note.removedAt !== null && daysLeft(note.removedAt)}</span>
            <Button onPress={() => restore(note)} aria-label={`Restore ${note.title}`}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
