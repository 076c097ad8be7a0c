import { ProgressBar } from 'react-aria-components'
import { counted } from '../../ui/words/article-words'
import type { Importing } from './use-importing'
import './ImportProgress.css'

/** How far all of it is. */
export function ImportProgress({ importing }: { importing: Importing }) {
  const { upload, sums, isPaused, isRunning } = importing
  if (upload) return <Line title="Reading files" done={upload.sent} of={upload.of} failed={0} asks={0} />
  const total = sums.total + sums.refused
  if (total === 0) return null
  const left = sums.waiting + sums.working
  const title =
    left === 0
      ? doneTitle(sums.added, sums.updated)
      : isPaused && !isRunning
        ? `Paused: ${counted(left, 'item')} left`
        : `Adding ${counted(total, 'item')}`
  return <Line title={title} done={total - left} of={total} failed={sums.failed + sums.refused} asks={sums.asks} />
}

function doneTitle(added: number, updated: number): string {
  if (added + updated === 0) return 'Nothing added'
  const parts = [added > 0 ? `${counted(added, 'article')} added` : '']
  if (updated > 0)
    parts.push(added > 0 ? `${updated.toLocaleString('en-GB')} updated` : `${counted(updated, 'article')} updated`)
  return parts.filter((part) => part !== '').join(', ')
}

interface LineProps {
  title: string
  done: number
  of: number
  failed: number
  asks: number
}

function Line({ title, done, of, failed, asks }: LineProps) {
  const number = (value: number) => value.toLocaleString('en-GB')
  return (
    <div className="import-progress">
      <span className="import-progress__title num" role="status">
        {title}
      </span>
      <ProgressBar className="import-progress__bar" aria-label={title} value={of === 0 ? 0 : (done / of) * 100}>
        {({ percentage }) => <i style={{ width: `${percentage ?? 0}%` }} />}
      </ProgressBar>
      <span className="import-progress__count num">
        {number(done)} of {number(of)}
        {failed > 0 && <span className="import-progress__failed">, {number(failed)} failed</span>}
        {asks > 0 && <span className="import-progress__asks">, {number(asks)} to answer</span>}
      </span>
    </div>
  )
}
