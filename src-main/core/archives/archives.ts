import { statSync } from 'node:fs'
import { isAbsolute, normalize } from 'node:path'
import type { Archive } from '@shared/contract/archives'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { ArchiveId, ArticleId, ImportId } from '@shared/domain/ids'
import type { Emit } from '../events'
import type { ArchiveReader, EntryBytes } from './archive-reader'
import type { ArchiveRow, ArchiveStore } from './archive-store'
import type { Uploads } from './uploads'
import { partsOf } from './zim/file-bytes'

export interface ArchivesDeps {
  readonly store: ArchiveStore
  readonly reader: ArchiveReader
  readonly uploads: Uploads
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Begins to import pages. */
  readonly importPages: (id: ArchiveId, pages: readonly ArchivePageName[]) => ImportId
}

/** A page of an archive that is to be imported. */
export interface ArchivePageName {
  readonly path: string
  /** For the import's progress. */
  readonly name: string
}

const MOST_IMAGE_BYTES = 24 * 1024 * 1024

/** Answers the contract's `archives`. */
export function archiveHandlers(deps: ArchivesDeps): Handlers['archives'] {
  const { store, reader, uploads, emit, now, importPages } = deps

  const find = (id: ArchiveId): ArchiveRow => findArchive(store, id)
  const changed = (): void => emit({ name: 'archives.changed' })

  /** Learns what a file is, and keeps it unless the same archive is known where it can be found. */
  const adopt = async (path: string, isCopy: boolean): Promise<ArchiveRow> => {
    const facts = await reader.describe({ file: path })
    const known = store.getByUuid(facts.uuid)
    if (known !== null && known.path !== path && isThere(known.path)) {
      await reader.forget({ file: path })
      if (isCopy) await uploads.remove(path)
      return known
    }
    const saved = store.save({ ...facts, path, isCopy, addedAt: known?.addedAt ?? now() })
    changed()
    return saved
  }

  return {
    list: () => store.list().map(described),
    add: async ({ path }) => {
      const file = normalize(unquoted(path))
      if (!isAbsolute(file)) {
        throw new LecternError(
          'archive-missing',
          `“${path}” is not a whole path. It begins with / or a drive’s letter.`,
        )
      }
      return described(await adopt(file, false))
    },
    beginUpload: ({ name, bytes }) => uploads.begin(name, bytes),
    appendUpload: ({ uploadId, offset, bytes }) => uploads.append(uploadId, offset, bytes),
    finishUpload: async ({ uploadId }) => {
      const path = await uploads.finish(uploadId)
      try {
        return described(await adopt(path, true))
      } catch (error) {
        await reader.forget({ file: path })
        await uploads.remove(path)
        throw error
      }
    },
    abortUpload: ({ uploadId }) => uploads.abort(uploadId),
    remove: async ({ id }) => {
      const { path, isCopy } = find(id)
      await reader.forget({ file: path })
      store.remove(id)
      if (isCopy) await uploads.remove(path)
      changed()
    },
    check: async ({ id }) => void (await reader.check({ file: find(id).path })),
    titles: ({ id, ...asked }) => reader.titles({ file: find(id).path, ...asked }),
    search: ({ id, ...asked }) => reader.search({ file: find(id).path, ...asked }),
    entry: ({ id, path }) => reader.entry({ file: find(id).path, path }),
    marks: ({ id }) => store.marks(find(id).uuid),
    page: ({ id, path }) => reader.page({ file: find(id).path, path, base: `/archives/${id}` }),
    file: async ({ id, path }) => (await reader.bytes({ file: find(id).path, path, most: MOST_IMAGE_BYTES })).bytes,
    importPages: ({ id, paths }) => {
      find(id)
      return importPages(
        id,
        paths.map((path) => ({ path, name: path.replace(/^[^/]*\//u, '').replace(/_/gu, ' ') })),
      )
    },
  }
}

/** What importing asks of archives. */
export interface ArchivePages {
  /** @throws LecternError not-found, archive-missing, archive-damaged, too-large */
  read(id: ArchiveId, path: string): Promise<EntryBytes & { readonly file: string; readonly fileName: string }>
  /** Remembers which article a page became. */
  imported(id: ArchiveId, path: string, articleId: ArticleId): void
}

const MOST_PAGE_BYTES = 32 * 1024 * 1024

/** The pages of the library's archives, for importing. */
export function archivePages({ store, reader, emit }: Pick<ArchivesDeps, 'store' | 'reader' | 'emit'>): ArchivePages {
  return {
    async read(id, path) {
      const { path: file } = findArchive(store, id)
      const entry = await reader.bytes({ file, path, most: MOST_PAGE_BYTES })
      return { ...entry, file, fileName: file.replace(/^.*[\\/]/su, '') }
    },
    imported(id, path, articleId) {
      const row = store.get(id)
      if (row === null) return
      store.saveArticle(row.uuid, path, articleId)
      emit({ name: 'archives.changed' })
    },
  }
}

function findArchive(store: ArchiveStore, id: ArchiveId): ArchiveRow {
  const row = store.get(id)
  if (row === null) throw new LecternError('not-found', 'This archive is not in your library any more. Add it again.')
  return row
}

function described(row: ArchiveRow): Archive {
  const {
    id,
    title,
    description,
    language,
    creator,
    publisher,
    date,
    articleCount,
    bytes,
    path,
    isCopy,
    icon,
    addedAt,
  } = row
  const state = isThere(path) ? 'ready' : 'missing'
  return {
    ...{ id, title, description, language, creator, publisher, date, articleCount, bytes, path, isCopy, icon, addedAt },
    state,
  }
}

/** Whether a file is there now; that it can be read shows itself when it is. */
function isThere(path: string): boolean {
  return partsOf(path).every((part) => statSync(part, { throwIfNoEntry: false })?.isFile() === true)
}

/** File managers copy a path with quotes around it, or as an address. */
function unquoted(path: string): string {
  const text = path.trim().replace(/^(["'])(.*)\1$/su, '$2')
  return text.startsWith('file:///') ? decodeURIComponent(new URL(text).pathname) : text
}
