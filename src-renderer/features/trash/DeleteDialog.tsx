import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog'
import type { TrashEntry } from './trash-entry'

interface DeleteDialogProps {
  /** One thing, all of Trash, or null while nothing is asked. */
  asked: TrashEntry | 'all' | null
  /** What Trash holds, in words. */
  what: string
  onCancel: () => void
  onDelete: () => void
}

const NAMES: Readonly<Record<TrashEntry['kind'], string>> = {
  article: 'article',
  highlight: 'highlight',
  note: 'note',
  topic: 'topic',
  tag: 'tag',
  search: 'saved search',
  conversation: 'conversation',
  question: 'question',
}

/** Asks before something is deleted for good: the only deletes that cannot be undone. */
export function DeleteDialog({ asked, what, onCancel, onDelete }: DeleteDialogProps) {
  const isAll = asked === 'all' || asked === null
  const name = isAll ? '' : asked.kind === 'highlight' && asked.colour === null ? 'note' : NAMES[asked.kind]
  return (
    <ConfirmDialog
      title={isAll ? 'Empty Trash?' : `Delete this ${name} now?`}
      isOpen={asked !== null}
      action={isAll ? `Delete ${what}` : `Delete ${name}`}
      onCancel={onCancel}
      onConfirm={onDelete}
    >
      <p className="trash-page__question">
        {isAll ? (
          'Everything in Trash goes for good, with its highlights and notes. This cannot be undone.'
        ) : (
          <>
            <span className="trash-page__asked">“{asked.title}”</span> {asked.loses} This cannot be undone.
          </>
        )}
      </p>
    </ConfirmDialog>
  )
}
