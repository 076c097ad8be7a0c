import { useState } from 'react'
import type { Backup, BackupSource } from '@shared/contract/backups'
import { useBackups, useMakeBackup } from '../../client/backups'
import { Button } from '../../ui/controls/Button'
import { dayInWords } from '../../ui/words/day-words'
import { RestoreDialog } from '../../ui/dialogs/RestoreDialog'
import { sizeInWords } from '../../ui/words/size-words'
import { TextField } from '../../ui/controls/TextField'
import { showToast } from '../../ui/undo/toasts'
import './BackupSection.css'

const REASONS: Readonly<Record<Backup['reason'], string>> = {
  scheduled: 'by the clock',
  asked: 'asked for',
  'before-restore': 'before a restore',
  'before-format-change': 'before an update',
}

/** Backups: those there are, one more, and back to one of them. */
export function BackupSection() {
  const { data, error } = useBackups()
  const { mutate: make, isPending } = useMakeBackup()
  const [source, setSource] = useState<BackupSource | null>(null)
  const [path, setPath] = useState('')
  return (
    <section aria-labelledby="settings-backup" className="backup-section">
      <h2 id="settings-backup">Backups</h2>
      <p>
        While Lectern is open it makes a backup each hour in which something changed, and keeps those of the last hours,
        days and weeks. They are in the folder “backups” of the library.
      </p>
      {error && <p role="alert">{error.message}</p>}
      {data?.problem && <p role="alert">The last backup could not be made: {data.problem}</p>}
      <p>
        <Button
          isDisabled={isPending}
          onPress={() =>
            make(undefined, {
              onSuccess: () => void showToast({ message: 'Backup made and read back' }),
              onError: ({ message }) => void showToast({ message, kind: 'error' }),
            })
          }
        >
          {isPending ? 'Backing up…' : 'Back up now'}
        </Button>
      </p>
      {data?.backups.length === 0 && <p className="quiet">None yet: the first is made within minutes.</p>}
      <ul className="backup-section__list">
        {data?.backups.map(({ name, reason, madeAt, bytes }) => (
          <li key={name}>
            <span className="grow">
              {when(madeAt)} <span className="quiet">{REASONS[reason]}</span>
            </span>
            <span className="num quiet">{sizeInWords(bytes)}</span>
            <Button
              look="ghost"
              aria-label={`Look inside… the backup of ${when(madeAt)}`}
              onPress={() => setSource({ kind: 'backup', name })}
            >
              Look inside…
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="backup-section__line"
        onSubmit={(event) => {
          event.preventDefault()
          if (path.trim() !== '') setSource({ kind: 'file', path: path.trim() })
        }}
      >
        <TextField
          label="A library file or folder on this computer"
          labelShown
          value={path}
          onChange={setPath}
          placeholder="/home/me/Lectern library 2026-11-22.lectern"
        />
        <Button type="submit" isDisabled={path.trim() === ''}>
          Look inside…
        </Button>
      </form>
      <RestoreDialog source={source} onClose={() => setSource(null)} />
    </section>
  )
}

function when(time: number): string {
  const clock = new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const day = dayInWords(time)
  return `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${clock}`
}
