import type { Handlers } from '@shared/contract'
import { archiveHandlers, archivePages } from './archives/archives'
import type { ArchiveReader } from './archives/archive-reader'
import { createArchiveStore } from './archives/archive-store'
import { createUploads } from './archives/uploads'
import { annotationHandlers } from './annotations/annotations'
import { createAnnotationStore } from './annotations/annotation-store'
import { articleHandlers } from './articles/articles'
import { createArticleStore } from './articles/article-store'
import { askHandlers } from './ask/ask'
import { createAskStore } from './ask/ask-store'
import { createQuestionStore } from './ask/question-store'
import { openDatabase } from './database/database'
import type { Emit } from './events'
import { exportHandlers } from './exports/exports'
import { createAssetFiles } from './files/asset-files'
import { createFetchPage } from './imports/fetch-page'
import { createImportQueueStore } from './imports/import-queue-store'
import { createImporting } from './imports/imports'
import { createKnownArticleStore } from './imports/known-article-store'
import type { ReadSource } from './imports/read-source'
import { createImportStore } from './imports/import-store'
import { originalHandlers } from './imports/originals'
import { libraryHandlers } from './library-info'
import { createSearchIndex } from './search/search-index'
import { searchHandlers } from './search/search'
import { settingsHandlers } from './settings/settings'
import { createSettingsStore } from './settings/settings-store'
import { snapshotHandlers } from './snapshots/snapshots'
import { createSnapshotStore } from './snapshots/snapshot-store'

export interface LibraryOptions {
  /** Folder that holds the library; made when it is not there. */
  readonly folder: string
  readonly emit: Emit
  /** Turns a source's bytes into an article. Runs outside this thread in the hosts, in it for tests. */
  readonly readSource: ReadSource
  /** Reads ZIM archives: like `readSource`, outside this thread in the hosts. */
  readonly archiveReader: ArchiveReader
  /** HTML of the article that a new library can begin with. */
  readonly sample: () => Promise<Uint8Array<ArrayBuffer>>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Lectern's version. */
  readonly version: string
}

/** An open library: the contract's answers, and the way to close it. */
export interface Library {
  readonly handlers: Handlers
  /** Goes on with imports that a process which is gone had begun. For the process that stays, not for a command. */
  resumeImports(): void
  /** Ends what is running and closes the database. */
  close(): Promise<void>
}

/** How long Trash and removed annotations can be taken back: 30 days. */
const KEEP_DELETED_MS = 30 * 24 * 60 * 60 * 1000

/**
 * Opens a library: the only place where the core's parts are put together.
 * @throws library-too-new, library-damaged, library-not-writable, library-in-use, disk-full
 */
export function openLibrary(options: LibraryOptions): Library {
  const { folder, emit, now, readSource, archiveReader, sample, version } = options
  const db = openDatabase(folder)
  const assets = createAssetFiles(folder)
  const index = createSearchIndex(db)
  const articles = createArticleStore(db, index)
  const snapshots = createSnapshotStore(db)
  const annotations = createAnnotationStore(db, index)
  const imported = createImportStore(db, index, annotations)
  const settings = createSettingsStore(db)
  const questions = createQuestionStore(db)
  articles.deleteTrashed(null, now() - KEEP_DELETED_MS)
  annotations.purgeRemoved(now() - KEEP_DELETED_MS)
  questions.purgeRemoved(now() - KEEP_DELETED_MS)
  const archiveStore = createArchiveStore(db)
  const pages = archivePages({ store: archiveStore, reader: archiveReader, emit })
  const uploads = createUploads(folder)
  const imports = createImporting({
    folder,
    assets,
    store: imported,
    queue: createImportQueueStore(db),
    known: createKnownArticleStore(db),
    readSource,
    fetchPage: createFetchPage(),
    readArchive: async (archiveId, path) => {
      const { bytes, mediaType, sourceUrl, file, fileName, path: found } = await pages.read(archiveId, path)
      return {
        bytes,
        name: `${fileName}/${found}`,
        format: /html/u.test(mediaType) ? 'html' : 'auto',
        via: 'file',
        url: sourceUrl,
        contentType: mediaType,
        folder: null,
        archive: { file, path: found },
      }
    },
    archivePageStored: pages.imported,
    sample,
    emit,
    now,
  })
  // Housekeeping: what it cannot do now, the next start does.
  const swept = uploads.sweep(now()).catch(() => undefined)
  const handlers: Handlers = {
    archives: archiveHandlers({
      store: archiveStore,
      reader: archiveReader,
      uploads,
      emit,
      now,
      importPages: imports.importArchivePages,
    }),
    annotations: annotationHandlers({ store: annotations, emit, now }),
    articles: articleHandlers({ store: articles, emit, now }),
    ask: askHandlers({ store: createAskStore(db), questions, snapshots, articles, emit, now }),
    exports: exportHandlers({ articles, snapshots, annotations, settings }),
    imports: imports.handlers,
    library: libraryHandlers({ folder, articles, annotations, assets, version }),
    originals: originalHandlers({ assets, store: imported, snapshots, articles, readSource, emit, now }),
    search: searchHandlers({ index }),
    settings: settingsHandlers({ store: settings, emit }),
    snapshots: snapshotHandlers({ store: snapshots }),
  }
  return {
    handlers,
    resumeImports: () => imports.resume(),
    close: async () => {
      await imports.close()
      await swept
      db.close()
    },
  }
}
