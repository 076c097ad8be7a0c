import type { Handlers } from '@shared/contract'
import { archiveHandlers, archivePages } from './archives/archives'
import type { ArchiveReader } from './archives/archive-reader'
import { createArchiveStore } from './archives/archive-store'
import { createUploads } from './archives/uploads'
import { annotationHandlers } from './annotations/annotations'
import { createAnnotationStore } from './annotations/annotation-store'
import { createMovePlans } from './annotations/move-plans'
import { articleHandlers } from './articles/articles'
import { createArticleIndexing } from './articles/article-indexing-store'
import { createArticleStore } from './articles/article-store'
import { askHandlers } from './ask/ask'
import { createAskStore } from './ask/ask-store'
import { createConversationStore } from './ask/conversation-store'
import { conversationHandlers } from './ask/conversations'
import { createWriting } from './ask/model/writing'
import { createQuestionStore } from './ask/question-store'
import { keepForBackups } from './backups/backup-assets'
import { createBackups } from './backups/backups'
import type { BackupTasks } from './backups/tasks'
import { openDatabase } from './database/database'
import type { Emit } from './events'
import { createExportSource } from './exports/export-source'
import { createExportStore } from './exports/export-store'
import { createCitationStyleStore } from './exports/citation-style-store'
import { createOutputs, type Outputs } from './exports/outputs/create-outputs'
import { exportHandlers } from './exports/exports'
import { createSync } from './exports/syncing/sync'
import { createSyncStore } from './exports/syncing/sync-store'
import { createSyncing, type Syncing } from './exports/syncing/syncing'
import { createAssetFiles } from './files/asset-files'
import { decode } from './imports/reading/charset'
import { createFetchPage } from './imports/fetching/fetch-page'
import { openZip } from './imports/formats/zip/zip-archive'
import { createFromElsewhere } from './imports/storing/from-elsewhere'
import { createImportQueueStore } from './imports/queue/import-queue-store'
import { createImporting } from './imports/imports'
import { createPoliteFetch } from './imports/fetching/polite-fetch'
import { createKnownArticleStore } from './imports/storing/known-article-store'
import type { ReadSource } from './imports/reading/read-source'
import { createImportStore } from './imports/storing/import-store'
import { originalHandlers } from './imports/storing/originals'
import { libraryHandlers } from './library-info'
import { createMigrating } from './migrating/migrating'
import { createMigratingStore } from './migrating/migrating-store'
import { createNoteStore } from './notes/note-store'
import { noteHandlers } from './notes/notes'
import { reviewHandlers } from './review/review'
import { createReviewStore } from './review/review-store'
import { createSavedSearchStore } from './saved-searches/saved-search-store'
import { savedSearchHandlers } from './saved-searches/saved-searches'
import { createSearch } from './search/create-search'
import { createSearchIndex } from './search/search-index'
import { settingsHandlers } from './settings/settings'
import { createSettingsStore } from './settings/settings-store'
import { snapshotHandlers } from './snapshots/snapshots'
import type { TextTasks } from './text/text-tasks'
import { createSnapshotStore } from './snapshots/snapshot-store'
import { createTagStore } from './tags/tag-store'
import { tagHandlers } from './tags/tags'
import { createTopicStore } from './topics/topic-store'
import { topicHandlers } from './topics/topics'
import { createTrashPurge } from './trash-purge'

export interface LibraryOptions {
  /** Folder that holds the library; made when it is not there. */
  readonly folder: string
  readonly emit: Emit
  /** Turns a source's bytes into an article. Runs outside this thread in the hosts, in it for tests. */
  readonly readSource: ReadSource
  /** Reads ZIM archives: like `readSource`, outside this thread in the hosts. */
  readonly archiveReader: ArchiveReader
  /** Backups and checks: like `readSource`, outside this thread in the hosts. */
  readonly backupTasks: BackupTasks
  /** Comparing and moving between long texts: like `readSource`, outside this thread in the hosts. */
  readonly textTasks: TextTasks
  /**
   * Ends this library, once the call that asked for it is answered, and opens the one in `folder`.
   * @param whenClosed done in between; where it fails, the library is opened where it was
   */
  readonly restart: (folder: string, whenClosed?: () => Promise<void>) => void
  /** Folder with the citation styles and languages that come with Lectern: `resources/csl`. */
  readonly cslFolder: string
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
  /** Indexes what an update of Lectern left, a piece at a time; other calls are answered in between. */
  finishIndexing(): Promise<void>
  /** Makes a backup now if one is due. */
  backUpIfDue(): Promise<void>
  /** Makes backups by the clock from now on. For the process that stays, not for a command. */
  startBackups(): void
  /** Goes on to delete what lies in Trash for 30 days. For the process that stays, not for a command. */
  startPurging(): void
  /** Writes exported files to any folder, for the command line. */
  readonly syncing: Syncing
  /** Makes outputs file by file, for the command line. */
  readonly planOutput: Outputs['plan']
  /** Lets the synced folder follow changes from now on. For the process that stays, not for a command. */
  startSync(): void
  /** Ends what is running and closes the database. */
  close(): Promise<void>
}

/**
 * Opens a library: the only place where the core's parts are put together.
 * @throws library-too-new, library-damaged, library-not-writable, library-in-use, disk-full
 */
export function openLibrary(options: LibraryOptions): Library {
  const {
    folder,
    emit: tell,
    now,
    readSource,
    archiveReader,
    backupTasks,
    textTasks,
    restart,
    sample,
    version,
  } = options
  const listeners: ((name: Parameters<Emit>[0]['name']) => void)[] = []
  const emit: Emit = (event) => {
    tell(event)
    for (const hear of listeners) hear(event.name)
  }
  const db = openDatabase(folder)
  const assets = createAssetFiles(folder)
  const index = createSearchIndex(db)
  const articles = createArticleStore(db, index)
  const snapshots = createSnapshotStore(db)
  const annotations = createAnnotationStore(db, index, createMovePlans(textTasks))
  const notes = createNoteStore(db, index)
  const imported = createImportStore(db, index, annotations)
  const settings = createSettingsStore(db)
  const questions = createQuestionStore(db)
  const topics = createTopicStore(db)
  const tags = createTagStore(db, { annotations: annotations.reindex, notes: (ids) => ids.forEach(notes.reindex) })
  const conversations = createConversationStore(db)
  const writing = createWriting({ settings, questions, conversations, index, emit })
  const indexArticles = createArticleIndexing(db, index)
  const savedSearches = createSavedSearchStore(db)
  const reviews = createReviewStore(db)
  const trash = createTrashPurge({
    ...{ annotations, articles, conversations, notes, questions, savedSearches, tags, topics },
    now,
  })
  trash.purge()
  let stopPurging = (): void => undefined
  const search = createSearch({
    db,
    now,
    colourNames: () => settings.get().colourNames,
    reindex: {
      article: (id) => indexArticles([id]),
      annotation: (id) => annotations.reindex([id]),
      note: notes.reindex,
    },
  })
  const archiveStore = createArchiveStore(db)
  const pages = archivePages({ store: archiveStore, reader: archiveReader, emit })
  const uploads = createUploads(folder)
  const imports = createImporting({
    folder,
    assets: keepForBackups(assets, folder),
    store: imported,
    queue: createImportQueueStore(db),
    known: createKnownArticleStore(db),
    planMoves: annotations.planMoves,
    readSource,
    fetchPage: createPoliteFetch(createFetchPage()),
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
  const backups = createBackups({ folder, tasks: backupTasks, emit, now, restart })
  // Housekeeping: what it cannot do now, the next start does.
  const swept = uploads.sweep(now()).catch(() => undefined)
  const exportStore = createExportStore(db)
  const exportSource = createExportSource({ articles, snapshots, annotations, settings, store: exportStore })
  const syncStore = createSyncStore(db)
  const syncing = createSyncing({
    source: exportSource,
    store: exportStore,
    sync: syncStore,
    settings,
    assets,
    library: folder,
    now,
  })
  const sync = createSync({ syncing, store: syncStore, settings, source: exportSource, emit, now })
  listeners.push(sync.auto.heard)
  const outputs = createOutputs({
    ...{ articles, snapshots, annotations, settings, assets, topics, notes, conversations, questions },
    ...{ styles: createCitationStyleStore(db), cslFolder: options.cslFolder, emit, now },
  })
  const elsewhere = createFromElsewhere({ assets: keepForBackups(assets, folder), store: imported, readSource, now })
  const migrating = createMigrating({
    decode: (bytes) => decode(bytes, null),
    openZip,
    annotations,
    pages: elsewhere,
    saved: elsewhere,
    store: createMigratingStore(db),
    keepOriginal: elsewhere.keepOriginal,
    fetchArticles: imports.fetchArticles,
    emit,
    now,
  })
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
    ask: askHandlers({
      store: createAskStore(db),
      conversations,
      questions,
      index,
      writer: writing.writer,
      snapshots,
      articles,
      emit,
      now,
    }),
    backups: backups.handlers,
    conversations: conversationHandlers({
      conversations,
      questions,
      index,
      stopWriting: writing.writer.stopConversation,
      emit,
      now,
    }),
    exports: exportHandlers({ source: exportSource, settings, assets }),
    imports: imports.handlers,
    migrating: migrating.handlers,
    models: writing.models,
    library: libraryHandlers({ folder, articles, annotations, assets, version }),
    notes: noteHandlers({ store: notes, assets, emit, now }),
    outputs: outputs.handlers,
    originals: originalHandlers({
      ...{ assets, store: imported, snapshots, articles, readSource, emit, now },
      planMoves: annotations.planMoves,
    }),
    review: reviewHandlers({ store: reviews, annotations, settings, emit, now }),
    savedSearches: savedSearchHandlers({ store: savedSearches, emit, now }),
    search: search.handlers,
    settings: settingsHandlers({ store: settings, emit }),
    snapshots: snapshotHandlers({ store: snapshots, tasks: textTasks }),
    sync: sync.handlers,
    tags: tagHandlers({ store: tags, emit, now }),
    topics: topicHandlers({ store: topics, emit, now }),
  }
  return {
    handlers,
    resumeImports: () => imports.resume(),
    finishIndexing: search.catchUp,
    backUpIfDue: backups.makeIfDue,
    startBackups: backups.start,
    startPurging: () => {
      stopPurging = trash.start()
    },
    syncing,
    planOutput: outputs.plan,
    startSync: sync.auto.start,
    close: async () => {
      stopPurging()
      await backups.close()
      await sync.close()
      search.stop()
      await writing.writer.close()
      await migrating.close()
      await imports.close()
      await swept
      db.close()
    },
  }
}
