import { join } from 'node:path'
import { LecternError } from '@shared/contract/errors'
import type { ArchiveId } from '@shared/domain/ids'
import { packBook } from '../folders/book-folder'
import type { FetchPage } from './fetch-page'
import { notAnArticle, READABLE } from '../folders/file-kind'
import type { Origin } from '../queue/import-job'
import type { Source } from '../reading/read-source'
import { safePath } from '../folders/safe-path'
import type { Staging } from '../queue/staging'

export interface GetSourceDeps {
  readonly staging: Staging
  readonly fetchPage: FetchPage
  /** A page of a ZIM archive. @throws LecternError not-found, archive-missing, archive-damaged, too-large */
  readonly readArchive: (archiveId: ArchiveId, path: string) => Promise<Source>
}

/** Gets hold of an item's bytes. @throws LecternError fetch-failed, timed-out, too-large, unsupported-format, not-found */
export async function getSource(
  origin: Origin,
  { fetchPage, readArchive, staging }: GetSourceDeps,
  signal: AbortSignal,
): Promise<Source> {
  switch (origin.kind) {
    case 'url':
    case 'update': {
      const { bytes, url, contentType, privateHost, sheets } = await fetchPage(origin.url, signal)
      const { host, pathname } = new URL(url)
      const name = decodeName(`${host}${pathname}`)
      const web = { bytes, name, format: 'auto', via: 'web', url, contentType, sheets, folder: null } as const
      return privateHost === null ? web : { ...web, privateHost }
    }
    case 'archive':
      return readArchive(origin.archiveId, origin.path)
    case 'text': {
      const bytes = await staged(origin, 'the pasted text', staging)
      return { bytes, name: '', format: origin.format, via: 'paste', url: null, contentType: null, folder: null }
    }
    case 'file': {
      const what = notAnArticle(origin.path)
      if (what !== null) throw refused(origin.path, what)
      if (origin.book !== undefined) {
        const bytes = await packBook(origin.path, origin.book, (path) => readStaged(path, origin.path, staging))
        return { bytes, name: origin.path, format: 'auto', via: 'file', url: null, contentType: null, folder: null }
      }
      const bytes = await staged(origin, origin.path, staging)
      const next = await Promise.all((origin.next ?? []).map((path) => readStaged(path, origin.path, staging)))
      const parts = safePath(origin.path)
      const folder = {
        root: join(staging.path(origin.staged), ...parts.map(() => '..')),
        page: parts.slice(0, -1).join('/'),
      }
      const file = {
        bytes,
        name: origin.path,
        format: 'auto',
        via: 'file',
        url: null,
        contentType: null,
        folder,
      } as const
      return next.length > 0 ? { ...file, next } : file
    }
  }
}

/** A power cut can leave a staged file empty or gone: it is no precious data, so it was not forced to the disk. */
async function staged(
  { staged: path, bytes: length }: { staged: string; bytes: number },
  name: string,
  staging: Staging,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await staging.read(path).catch(() => null)
  if (bytes !== null && bytes.byteLength === length) return bytes
  throw gone(name)
}

function readStaged(path: string, name: string, staging: Staging): Promise<Uint8Array<ArrayBuffer>> {
  return staging.read(path).catch(() => {
    throw gone(name)
  })
}

function gone(name: string): LecternError {
  return new LecternError(
    'not-found',
    `The copy of ${name} that waited to be read is gone or damaged. Nothing was added; add ${name} again.`,
  )
}

/** What to do with files that are of use, but not as articles. */
const HINTS: Readonly<Record<string, string>> = {
  'an image': 'Drop it together with the page that shows it.',
  'a ZIM archive': 'Add it under ZIM archives, where its articles are chosen.',
}

function refused(path: string, what: string): LecternError {
  const hint = HINTS[what] ?? READABLE
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
