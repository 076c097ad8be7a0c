import { useState } from 'react'
import type { BackupSource } from '@shared/contract/backups'
import { useBackups, useRepairLibrary } from '../client/backups'
import { Button } from '../ui/controls/Button'
import { dayInWords } from '../ui/words/day-words'
import { RestoreDialog } from '../ui/dialogs/RestoreDialog'
import { Toasts } from '../ui/undo/toasts'
import '../ui/layout/EmptyState.css'
import './Recovery.css'

interface RecoveryProps {
  /** What is wrong with the library. */
  message: string
}

/** For a library that is too damaged to be opened: save what can be read of it, or go back to a backup. */
export function Recovery({ message }: RecoveryProps) {
  const { data } = useBackups()
  const { mutate: repair, isPending, data: report, error } = useRepairLibrary()
  const [source, setSource] = useState<BackupSource | null>(null)
  const reload = (): void => window.location.reload()
  return (
    <main className="recovery">
      <div className="empty-state">
        <h1 className="empty-state__title">The library file is damaged</h1>
        <p role="alert">{message}</p>
        <p className="quiet">Whatever you choose, the damaged file is kept in the folder “backups”.</p>
        {report ? (
          <div role="status">
            <p>
              Saved {report.articles} articles, {report.highlights} highlights and {report.notes} notes.
            </p>
            {report.lost.length > 0 && (
              <ul>
                {report.lost.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            )}
            <Button look="primary" onPress={reload}>
              Open the library
            </Button>
          </div>
        ) : (
          <>
            {error && <p role="alert">{error.message}</p>}
            <Button look="primary" isDisabled={isPending} onPress={() => repair()}>
              {isPending ? 'Saving what can be read…' : 'Save what can be read'}
            </Button>
            {data && data.backups.length > 0 && (
              <>
                <h2>Or go back to a backup</h2>
                <ul className="recovery__backups">
                  {data.backups.map(({ name, madeAt }) => (
                    <li key={name}>
                      <Button look="ghost" onPress={() => setSource({ kind: 'backup', name })}>
                        {dayInWords(madeAt)}, {new Date(madeAt).toLocaleTimeString('en-GB')}
                      </Button>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </div>
      <RestoreDialog source={source} onClose={() => setSource(null)} onRestored={reload} />
      <Toasts />
    </main>
  )
}
