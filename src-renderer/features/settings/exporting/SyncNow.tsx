import { useState } from 'react'
import type { SyncReport } from '@shared/contract/sync'
import { useRunSync, useSyncLog } from '../../../client/sync'
import { Button } from '../../../ui/controls/Button'
import { SyncReportView } from './SyncReportView'

/** Syncs now, shows first what that would do, and what the latest runs did. */
export function SyncNow() {
  const { mutate, isPending, error } = useRunSync()
  const { data: log } = useSyncLog()
  const [report, setReport] = useState<SyncReport | null>(null)
  const run = (dryRun: boolean, restore = false) => mutate({ dryRun, restore }, { onSuccess: setReport })
  const earlier = (log ?? []).filter(({ at }) => at !== report?.at)
  return (
    <div className="sync-now">
      <div className="sync-now__buttons">
        <Button look="primary" isDisabled={isPending} onPress={() => run(false)}>
          {isPending ? 'Working…' : 'Sync now'}
        </Button>
        <Button isDisabled={isPending} onPress={() => run(true)}>
          See what would change
        </Button>
        <Button look="ghost" isDisabled={isPending} onPress={() => run(false, true)}>
          Write deleted files again
        </Button>
      </div>
      <div role="status">
        {error && <p className="folder-choice__problem">{error.message}</p>}
        {!error && report && <SyncReportView report={report} isOpen />}
      </div>
      {earlier.length > 0 && (
        <>
          <h3>What it did</h3>
          {earlier.slice(0, 10).map((one) => (
            <SyncReportView key={one.at} report={one} />
          ))}
        </>
      )}
    </div>
  )
}
