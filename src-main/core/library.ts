import type { Handlers } from '@shared/contract'
import { annotationHandlers } from './annotations/annotations'
import { createAnnotationStore } from './annotations/annotation-store'
import { articleHandlers } from './articles/articles'
import { createArticleStore } from './articles/article-store'
import { openDatabase } from './database/database'
import type { Emit } from './events'
import { exportHandlers } from './exports/exports'
import { createAssetFiles } from './files/asset-files'
import { importHandlers } from './imports/imports'
import type { ReadSource } from './imports/read-source'
import { createImportStore } from './imports/import-store'
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
  const { folder, emit, now, readSource, sample, version } = options
  const db = openDatabase(folder)
  const assets = createAssetFiles(folder)
  const index = createSearchIndex(db)
  const articles = createArticleStore(db, index)
  const snapshots = createSnapshotStore(db)
  const annotations = createAnnotationStore(db, index)
  const imported = createImportStore(db, index)
  const settings = createSettingsStore(db)
  articles.deleteTrashed(null, now() - KEEP_DELETED_MS)
  annotations.purgeRemoved(now() - KEEP_DELETED_MS)
  const imports = importHandlers({ folder, assets, store: imported, readSource, sample, emit, now })
  const handlers: Handlers = {
    annotations: annotationHandlers({ store: annotations, emit, now }),
    articles: articleHandlers({ store: articles, emit, now }),
    exports: exportHandlers({ articles, snapshots, annotations, settings }),
    imports: imports.handlers,
    library: libraryHandlers({ folder, articles, annotations, assets, version }),
    search: searchHandlers({ index }),
    settings: settingsHandlers({ store: settings, emit }),
    snapshots: snapshotHandlers({ store: snapshots }),
  }
  return {
    handlers,
    close: async () => {
      await imports.close()
      db.close()
    },
  }
}
