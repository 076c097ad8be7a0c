import { LecternError, type ErrorData } from '@shared/contract/errors'
import type { Added } from '../storing/import-store'
import type { Settled } from './import-job'
import type { ReadArticle } from '../reading/read-source'

const NOTHING = { remark: null, error: null, known: null } as const

/** How many highlights went where when an article was updated. */
export interface MovedCounts {
  readonly moved: number
  readonly changed: number
  readonly orphaned: number
}

/** How an item reads that was added, or was there already. */
export function addedOutcome(article: ReadArticle, added: Added): Settled {
  const { articleId } = added
  if (added.kind === 'duplicate') {
    const place = PLACES[added.restoredTo ?? '']
    const remark = place === undefined ? 'Already in your library.' : `Was in Trash; it is back in ${place}.`
    return { ...NOTHING, state: 'duplicate', articleId, title: added.title, remark }
  }
  const remark = sentences(
    ...sourceRemarks(article),
    added.sameAddress && 'Your library has another version from the same address.',
  )
  return { ...NOTHING, state: 'added', articleId, title: article.title, remark }
}

/** How an item reads that became a new snapshot of an article. */
export function updatedOutcome(
  article: ReadArticle,
  { articleId, title }: Pick<Settled, 'articleId' | 'title'>,
  counts: MovedCounts,
): Settled {
  return {
    ...NOTHING,
    state: 'updated',
    articleId,
    title,
    remark: sentences(highlightWords(counts), ...sourceRemarks(article)),
  }
}

/** How an item reads whose article has the same words still. */
export function unchangedOutcome(
  { articleId, title }: Pick<Settled, 'articleId' | 'title'>,
  savedAt: number,
  now: number,
): Settled {
  const remark = `Nothing has changed since ${dateWords(savedAt, now)}.`
  return { ...NOTHING, state: 'duplicate', articleId, title, remark }
}

const PLACES: Readonly<Record<string, string>> = { inbox: 'Inbox', reading: 'Reading', archive: 'Archive' }

function sourceRemarks(article: ReadArticle): (string | false)[] {
  const { missingImages: missing } = article
  return [
    article.truncated && 'The source itself was cut short.',
    missing > 0 && (missing === 1 ? 'One image could not be kept.' : `${missing} images could not be kept.`),
  ]
}

function highlightWords({ moved, changed, orphaned }: MovedCounts): string | false {
  const kept = moved + changed
  if (kept + orphaned === 0) return false
  const edited = changed === 0 ? '' : changed === kept ? ', its words were edited' : `, ${changed} with edited words`
  const parts = [
    kept > 0 &&
      `${kept} ${kept === 1 ? 'highlight' : 'highlights'} moved${kept > 1 && changed === kept ? ', all with edited words' : edited}`,
    orphaned > 0 &&
      `${kept > 0 ? orphaned : `${orphaned} ${orphaned === 1 ? 'highlight' : 'highlights'}`} ${orphaned === 1 ? 'needs' : 'need'} a look`,
  ].filter((part) => part !== false)
  return `${parts.join(', ')}.`
}

/** Such as 22 November, with the year unless it is this one. */
function dateWords(time: number, now: number): string {
  const thisYear = new Date(time).getFullYear() === new Date(now).getFullYear()
  return new Date(time).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(thisYear ? {} : { year: 'numeric' }),
  })
}

function sentences(...parts: (string | false)[]): string | null {
  return parts.filter((part) => part !== false).join(' ') || null
}

/** A failure of an item as data; the disk being full is the one system error that a person can do something about. */
export function failureOf(error: unknown, name: string): ErrorData {
  if (error instanceof LecternError) return error.toData()
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
    return { code: 'disk-full', message: `The disk is full, so ${name} was not added. Free some space and try again.` }
  }
  return { code: 'internal', message: `Something went wrong inside Lectern while it added ${name}. Nothing was added.` }
}
