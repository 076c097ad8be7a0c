import { ProgressBar } from 'react-aria-components'
import { counted } from '../../ui/article-words'
import type { Refused } from './import-sources'
import type { ImportRow } from './use-importing'
import './ImportProgress.css'

interface ImportProgressProps {
  rows: readonly ImportRow[]
  refused: readonly Refused[]
  upload: { sent: number; of: number } | null
}

/** How far all of it is. */
export function ImportProgress({ rows, refused, upload }: ImportProgressProps) {
  if (upload) return <Line title="Reading files" done={upload.sent} of={upload.of} failed={0} />
  const total = rows.length + refused.length
  if (total === 0) return null
  const left = rows.filter(({ state }) => state === 'waiting' || state === 'working').length
  const failed = rows.filter(({ state }) => state === 'failed').length + refused.length
  const added = rows.filter(({ state }) => state === 'added').length
  const title = left > 0 ? `Adding ${counted(total, 'item')}` : `${counted(added, 'article')} added`
  return <Line title={title} done={total - left} of={total} failed={failed} />
}

function Line({ title, done, of, failed }: { title: string; done: number; of: number; failed: number }) {
  return (
    <div className="import-progress">
      <span className="import-progress__title" role="status">
        {title}
      </span>
      <ProgressBar className="import-progress__bar" aria-label={title} value={of === 0 ? 0 : (done / of) * 100}>
        {({ percentage }) => <i style={{ width: `${percentage ?? 0}%` }} />}
      </ProgressBar>
      <span className="import-progress__count num">
        {done} of {of}
        {failed > 0 && <span className="import-progress__failed">, {failed} failed</span>}
      </span>
    </div>
  )
}
