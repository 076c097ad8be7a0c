import { Check, FileCode, FileText, Globe, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ErrorCode } from '@shared/contract/errors'
import type { ArticleId, ImportId } from '@shared/domain/ids'
import { Button } from '../../ui/Button'
import type { Refused } from './import-sources'
import type { ImportRow } from './use-importing'
import './ImportRows.css'

interface ImportRowsProps {
  rows: readonly ImportRow[]
  refused: readonly Refused[]
  onRetry: (importId: ImportId) => void
  onOpen: (id: ArticleId) => void
}

/** A row for each item, failures first, each saying what became of it. */
export function ImportRows({ rows, refused, onRetry, onOpen }: ImportRowsProps) {
  if (rows.length + refused.length === 0) return null
  return (
    <ul className="import-rows" aria-label="Items">
      {refused.map(({ name, reason }, index) => (
        <Failed key={`refused ${index}`} name={name} reason={reason} />
      ))}
      {rows.map((row) => (
        <Row key={row.id} row={row} onRetry={onRetry} onOpen={onOpen} />
      ))}
    </ul>
  )
}

function Failed({ name, reason, action }: { name: string; reason: string; action?: ReactNode }) {
  return (
    <li className="import-rows__row" data-failed>
      <TriangleAlert className="icon" aria-label="Failed" />
      <div className="grow">
        <span className="import-rows__name">{name}</span>
        <small>{reason}</small>
        {action && <div className="import-rows__actions">{action}</div>}
      </div>
    </li>
  )
}

/** Failures that need not happen again. */
const MAY_PASS: ReadonlySet<ErrorCode> = new Set([
  'fetch-failed',
  'timed-out',
  'disk-full',
  'library-not-writable',
  'backend-lost',
  'internal',
])

const STEPS = { fetching: 'Fetching', reading: 'Reading', saving: 'Saving' }

function Row({ row, onRetry, onOpen }: { row: ImportRow } & Pick<ImportRowsProps, 'onRetry' | 'onOpen'>) {
  const { state, name, title, articleId, remark } = row
  if (state === 'failed') {
    return (
      <Failed
        name={name}
        reason={row.error?.message ?? 'It could not be added.'}
        action={
          row.error && MAY_PASS.has(row.error.code) ? (
            <Button look="link" onPress={() => onRetry(row.importId)}>
              Retry
            </Button>
          ) : null
        }
      />
    )
  }
  const detail = {
    waiting: 'Waiting',
    working: row.step ? STEPS[row.step] : 'Working',
    added: [title === name ? null : name, remark].filter((part) => part !== null).join(' · '),
    duplicate: 'Already in your library. Your copy is unchanged.',
    cancelled: 'Stopped before it was added',
  }[state]
  return (
    <li className="import-rows__row">
      <KindIcon name={name} />
      <div className="grow">
        <span className={title ? 'import-rows__name import-rows__name--title' : 'import-rows__name'}>
          {title ?? name}
        </span>
        <small>{detail}</small>
      </div>
      <div className="import-rows__end">
        {state === 'working' && <span className="import-rows__working" aria-hidden />}
        {state === 'added' && (
          <>
            Added <Check className="icon icon--sm import-rows__tick" aria-hidden />
          </>
        )}
        {articleId && (
          <Button look="link" onPress={() => onOpen(articleId)} aria-label={`Open ${title ?? name}`}>
            Open
          </Button>
        )}
      </div>
    </li>
  )
}

function KindIcon({ name }: { name: string }) {
  if (/^https?:/u.test(name)) return <Globe className="icon" aria-hidden />
  return /\.x?html?$/iu.test(name) ? (
    <FileCode className="icon" aria-hidden />
  ) : (
    <FileText className="icon" aria-hidden />
  )
}
