import { BookOpen, Check, CircleHelp, FileCode, FileText, Globe, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ErrorCode } from '@shared/contract/errors'
import type { ArticleId } from '@shared/domain/ids'
import type { ImportRow } from '../../client/imports'
import { Button } from '../../ui/controls/Button'
import type { Importing } from './use-importing'

/** An item that could not be added, and why. */
export function FailedRow({ name, reason, action }: { name: string; reason: string; action?: ReactNode }) {
  return (
    <div className="import-rows__row" data-failed>
      <TriangleAlert className="icon" aria-label="Failed" />
      <div className="grow">
        <span className="import-rows__name">{name}</span>
        <small>{reason}</small>
        {action && <div className="import-rows__actions">{action}</div>}
      </div>
    </div>
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

interface ItemRowProps {
  row: ImportRow
  importing: Pick<Importing, 'retry' | 'resolve'>
  onOpen: (id: ArticleId) => void
}

/** One item: what it is, what became of it, and what can be done about it. */
export function ItemRow({ row, importing, onOpen }: ItemRowProps) {
  const { state, name, title, articleId, error } = row
  if (state === 'failed') {
    const retry = () => importing.retry(row.importId, row.id)
    return (
      <FailedRow
        name={name}
        reason={error?.message ?? 'It could not be added.'}
        action={
          error && MAY_PASS.has(error.code) ? (
            <Button look="link" onPress={retry} aria-label={`Retry ${name}`}>
              Retry
            </Button>
          ) : null
        }
      />
    )
  }
  return (
    <div className="import-rows__row" data-asks={state === 'asks' || undefined}>
      <KindIcon row={row} />
      <div className="grow">
        <span className={title ? 'import-rows__name import-rows__name--title' : 'import-rows__name'}>
          {title ?? name}
        </span>
        <small>{detailOf(row)}</small>
        {state === 'asks' && <Answers row={row} importing={importing} onOpen={onOpen} />}
      </div>
      <div className="import-rows__end">
        {state === 'working' && <span className="import-rows__working" aria-hidden />}
        {(state === 'added' || state === 'updated') && (
          <>
            {state === 'added' ? 'Added' : 'Updated'} <Check className="icon icon--sm import-rows__tick" aria-hidden />
          </>
        )}
        {articleId && state !== 'asks' && (
          <Button look="link" onPress={() => onOpen(articleId)} aria-label={`Open ${title ?? name}`}>
            Open
          </Button>
        )}
      </div>
    </div>
  )
}

function detailOf({ state, name, title, remark, step, known }: ImportRow): string {
  /** Behind the name of the file, where the row is headed by a title. */
  const named = (words: string | null) =>
    [title === null || title === name ? null : name, words].filter((part) => part !== null).join(' · ')
  switch (state) {
    case 'waiting':
      return 'Waiting'
    case 'working':
      return step ? STEPS[step] : 'Working'
    case 'asks':
      return named(
        known?.by === 'file'
          ? `Your library has another version of this file, of ${dayOf(known.savedAt)}.`
          : `Your library has another version from this address, of ${dayOf(known?.savedAt ?? 0)}.`,
      )
    case 'duplicate':
      return named(
        remark === null || remark === 'Already in your library.'
          ? 'Already in your library. Your copy is unchanged.'
          : remark,
      )
    case 'skipped':
      return named('Another version is in your library. Your copy is unchanged.')
    case 'cancelled':
      return 'Stopped before it was added'
    case 'added':
    case 'updated':
    case 'failed':
      return named(remark)
  }
}

function dayOf(time: number): string {
  return new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}

function Answers({ row, importing, onOpen }: ItemRowProps) {
  const { importId, id, known, title, name } = row
  const what = title ?? name
  return (
    <div className="import-rows__actions" role="group" aria-label={`What to do with ${what}`}>
      <Button look="link" onPress={() => importing.resolve(importId, id, 'update')} aria-label={`Update ${what}`}>
        Update
      </Button>
      <Button
        look="link"
        onPress={() => importing.resolve(importId, id, 'keep-both')}
        aria-label={`Keep both: ${what}`}
      >
        Keep both
      </Button>
      <Button look="link" onPress={() => importing.resolve(importId, id, 'skip')} aria-label={`Skip ${what}`}>
        Skip
      </Button>
      {known && (
        <Button look="link" onPress={() => onOpen(known.articleId)} aria-label={`Open yours: ${what}`}>
          Open yours
        </Button>
      )}
    </div>
  )
}

function KindIcon({ row: { name, state } }: { row: ImportRow }) {
  if (state === 'asks') return <CircleHelp className="icon" aria-label="Asks" />
  if (/^https?:/u.test(name)) return <Globe className="icon" aria-hidden />
  if (/\.epub$/iu.test(name)) return <BookOpen className="icon" aria-hidden />
  const Icon = /\.(?:x?html?|mhtml?|webarchive)$/iu.test(name) ? FileCode : FileText
  return <Icon className="icon" aria-hidden />
}
