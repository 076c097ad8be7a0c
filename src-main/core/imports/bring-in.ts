import { join } from 'node:path'
import { LecternError, type ErrorData } from '@shared/contract/errors'
import type { ImportItem } from '@shared/contract/imports'
import type { AssetFiles } from '../files/asset-files'
import type { FetchPage } from './fetch-page'
import { notAnArticle } from './file-kind'
import type { Origin } from './import-job'
import type { Added, ImportStore } from './import-store'
import type { ReadArticle, ReadSource, Source } from './read-source'
import { safePath } from './safe-path'
import type { Staging } from './staging'

export interface BringInDeps {
  readonly assets: AssetFiles
  readonly store: ImportStore
  readonly staging: Staging
  readonly readSource: ReadSource
  readonly fetchPage: FetchPage
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** An article that was read and stored, or found. */
export interface BroughtIn {
  readonly article: ReadArticle
  readonly added: Added
}

/** Gets hold of an item's bytes. @throws LecternError fetch-failed, timed-out, too-large, unsupported-format */
export async function getSource(
  origin: Origin,
  deps: Pick<BringInDeps, 'staging' | 'fetchPage'>,
  signal: AbortSignal,
): Promise<Source> {
  const { fetchPage, staging } = deps
  switch (origin.kind) {
    case 'url': {
      const { bytes, url, contentType } = await fetchPage(origin.url, signal)
      const { host, pathname } = new URL(url)
      return {
        bytes,
        name: decodeName(`${host}${pathname}`),
        format: 'auto',
        via: 'web',
        url,
        contentType,
        folder: null,
      }
    }
    case 'text': {
      const bytes = await staging.read(origin.staged)
      return { bytes, name: '', format: origin.format, via: 'paste', url: null, contentType: null, folder: null }
    }
    case 'file': {
      const what = notAnArticle(origin.path)
      if (what !== null) throw refused(origin.path, what)
      const bytes = await staging.read(origin.staged)
      const parts = safePath(origin.path)
      const folder = {
        root: join(origin.staged, ...parts.map(() => '..')),
        page: parts.slice(0, -1).join('/'),
      }
      return { bytes, name: origin.path, format: 'auto', via: 'file', url: null, contentType: null, folder }
    }
  }
}

/**
 * Stores what was read: files first, so that no row ever refers to a file that is not there.
 * @returns null when `signal` came before the article was stored
 */
export async function keep(
  article: ReadArticle,
  source: Source,
  { assets, store, now }: Pick<BringInDeps, 'assets' | 'store' | 'now'>,
  signal: AbortSignal,
): Promise<Added | null> {
  for (const { bytes } of article.assets) await assets.put(bytes)
  const original = await assets.put(source.bytes)
  if (signal.aborted) return null
  return store.add(article, {
    via: source.via,
    fileName: source.via === 'file' || source.via === 'sample' ? source.name : null,
    sourceUrl: article.sourceUrl,
    original,
    originalBytes: source.bytes.byteLength,
    format: article.format,
    importedAt: now(),
  })
}

/** How an item that went well reads. */
export function outcome({ article, added }: BroughtIn): Pick<ImportItem, 'state' | 'articleId' | 'title' | 'remark'> {
  const { articleId } = added
  if (added.kind === 'duplicate') {
    const place = PLACES[added.restoredTo ?? '']
    const remark = place === undefined ? 'Already in your library.' : `Was in Trash; it is back in ${place}.`
    return { state: 'duplicate', articleId, title: added.title, remark }
  }
  const remarks = [
    article.truncated ? 'The source itself was cut short.' : '',
    article.missingImages === 0 ? '' : missing(article.missingImages),
    added.sameAddress ? 'Your library has another version from the same address.' : '',
  ].filter((remark) => remark !== '')
  return { state: 'added', articleId, title: article.title, remark: remarks.length === 0 ? null : remarks.join(' ') }
}

const PLACES: Readonly<Record<string, string>> = { inbox: 'Inbox', reading: 'Reading', archive: 'Archive' }

function missing(count: number): string {
  return count === 1 ? 'One image could not be kept.' : `${count} images could not be kept.`
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

function refused(path: string, what: string): LecternError {
  const hint =
    what === 'an image' ? 'Drop it together with the page that shows it.' : 'HTML, Markdown and plain text can be read.'
  return new LecternError(
    'unsupported-format',
    `Lectern cannot read ${path}: it is ${what}. Nothing was added. ${hint}`,
  )
}

function decodeName(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
