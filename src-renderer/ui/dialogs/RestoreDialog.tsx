import type { BackupContents, BackupSource } from '@shared/contract/backups'
import { useBackupContents, useRestoreBackup } from '../../client/backups'
import { Button } from '../controls/Button'
import { Dialog } from './Dialog'
import { dayInWords } from '../words/day-words'
import { showToast } from '../undo/toasts'
import './RestoreDialog.css'

interface RestoreDialogProps {
  /** What to look into; null while the dialog is closed. */
  source: BackupSource | null
  onClose: () => void
  /** After the library was opened again. */
  onRestored?: () => void
}

/** Shows what is inside a backup, and puts it in the library's place. */
export function RestoreDialog({ source, onClose, onRestored }: RestoreDialogProps) {
  const { data, error, isPending } = useBackupContents(source)
  const { mutate: restore, isPending: isRestoring } = useRestoreBackup()
  const begin = (): void => {
    if (source === null) return
    restore(source, {
      onSuccess: () => {
        onClose()
        showToast({ message: 'The backup is in place. What was there before is kept as a backup too.' })
        onRestored?.()
      },
      onError: ({ message }) => void showToast({ message, kind: 'error' }),
    })
  }
  return (
    <Dialog
      title="Restore this backup?"
      isOpen={source !== null}
      onOpenChange={(open) => {
        if (!open && !isRestoring) onClose()
      }}
      width="md"
      footer={
        <>
          <span className="grow" />
          <Button size="lg" autoFocus onPress={onClose} isDisabled={isRestoring}>
            Cancel
          </Button>
          <Button size="lg" look="primary" onPress={begin} isDisabled={!data || isRestoring}>
            {isRestoring ? 'Restoring…' : 'Restore'}
          </Button>
        </>
      }
    >
      {error && <p role="alert">{error.message}</p>}
      {isPending && !error && <p role="status">Looking inside…</p>}
      {data && <Contents contents={data} />}
    </Dialog>
  )
}

function Contents({ contents }: { contents: BackupContents }) {
  const { madeAt, articles, highlights, notes, newest, missing, returning, annotationsSince } = contents
  const isSame = missing.count + returning.count + annotationsSince === 0
  return (
    <div className="restore-dialog">
      <p>
        Made {dayInWords(madeAt)} at {timeInWords(madeAt)}: {count(articles, 'article')},{' '}
        {count(highlights, 'highlight')}, {count(notes, 'note')}.
      </p>
      {isSame && <p>It holds what the library holds now.</p>}
      <Titles head={`${count(missing.count, 'article')} of today would go`} {...missing} />
      <Titles head={`${count(returning.count, 'article')} would come back`} {...returning} />
      {annotationsSince > 0 && (
        <p>{count(annotationsSince, 'highlight or note', 'highlights and notes')} of today are newer than it.</p>
      )}
      <details>
        <summary>Newest articles in it</summary>
        <ul>
          {newest.map(({ title, addedAt }) => (
            <li key={`${addedAt}${title}`}>
              {title} <span className="quiet">{dayInWords(addedAt)}</span>
            </li>
          ))}
        </ul>
      </details>
      <p className="quiet">The library as it is now is backed up first, so that you can come back to it.</p>
    </div>
  )
}

function Titles({ head, count: total, titles }: { head: string; count: number; titles: readonly string[] }) {
  if (total === 0) return null
  return (
    <details>
      <summary>{head}</summary>
      <ul>
        {titles.map((title, index) => (
          <li key={`${index}${title}`}>{title}</li>
        ))}
        {total > titles.length && <li className="quiet">and {total - titles.length} more</li>}
      </ul>
    </details>
  )
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}

/** A time of day, such as `14:05`. */
function timeInWords(time: number): string {
  return new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
