// Syncs a library to a folder again and again, and says each time that it begins: LIBRARY-FOLDER VAULT
import { writeSync } from 'node:fs'
import { createAnnotationStore } from '../../src-main/core/annotations/annotation-store'
import { createArticleStore } from '../../src-main/core/articles/article-store'
import { openDatabase } from '../../src-main/core/database/database'
import { createExportSource } from '../../src-main/core/exports/export-source'
import { createExportStore } from '../../src-main/core/exports/export-store'
import { createSyncStore } from '../../src-main/core/exports/syncing/sync-store'
import { createSyncing } from '../../src-main/core/exports/syncing/syncing'
import { createAssetFiles } from '../../src-main/core/files/asset-files'
import { createSearchIndex } from '../../src-main/core/search/search-index'
import { createSettingsStore } from '../../src-main/core/settings/settings-store'
import { createSnapshotStore } from '../../src-main/core/snapshots/snapshot-store'

const [library = '', vault = ''] = process.argv.slice(3)
const db = openDatabase(library)
const index = createSearchIndex(db)
const settings = createSettingsStore(db)
const store = createExportStore(db)
const source = createExportSource({
  articles: createArticleStore(db, index),
  snapshots: createSnapshotStore(db),
  annotations: createAnnotationStore(db, index),
  settings,
  store,
})
const assets = createAssetFiles(library)
const syncing = createSyncing({ source, store, sync: createSyncStore(db), settings, assets, library, now: Date.now })
writeSync(1, 'begin\n')
await syncing.run({ folder: vault, flavour: 'obsidian', dryRun: false, restore: false, only: null })
writeSync(1, 'end\n')
