import type { SyncedFile, SyncReport } from '@shared/contract/sync'
import { counted } from '../../../ui/words/article-words'

const DONE: Record<SyncedFile['outcome'], string> = {
  created: 'New',
  updated: 'Updated',
  unchanged: 'Unchanged',
  removed: 'Removed',
  kept: 'Kept',
  skipped: 'Left alone',
}
/** More files than this are counted, not named. */
const MOST = 100

/** What one run did or would do, file by file. */
export function SyncReportView({ report, isOpen = false }: { report: SyncReport; isOpen?: boolean }) {
  const { files, unchanged, problem, dryRun, at } = report
  const when = new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  const words = dryRun
    ? `${counted(files.length, 'file')} would change, ${unchanged} would not. Nothing was written.`
    : `${counted(files.length, 'file')} changed, ${unchanged} did not.`
  return (
    <details className="sync-report" open={isOpen}>
      <summary>
        <span className="num">{when}</span> · {problem === null ? words : 'It could not be done'}
      </summary>
      {problem !== null && <p className="folder-choice__problem">{problem}</p>}
      {files.length > 0 && (
        <ul>
          {files.slice(0, MOST).map((file) => (
            <li key={file.documentId}>
              <span className="sync-report__outcome" data-outcome={file.outcome}>
                {DONE[file.outcome]}
              </span>
              <span className="sync-report__path">{file.path}</span>
              <span className="sync-report__said">{detailsOf(file)}</span>
            </li>
          ))}
        </ul>
      )}
      {files.length > MOST && (
        <p className="quiet num">and {counted(files.length - MOST, 'more file', 'more files')}</p>
      )}
    </details>
  )
}

function detailsOf({ outcome, added, updated, removed, conflicts, message }: SyncedFile): string {
  const parts = [
    outcome === 'updated' && added > 0 ? `${added} added` : '',
    updated > 0 ? `${updated} updated` : '',
    removed > 0 ? `${removed} removed` : '',
    conflicts > 0 ? `${conflicts} changed on both sides: yours kept, Lectern’s beside it` : '',
    message ?? '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
