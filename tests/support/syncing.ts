import { createExportSource } from '../../src-main/core/exports/export-source'
import { createExportStore } from '../../src-main/core/exports/export-store'
import { createSyncStore } from '../../src-main/core/exports/syncing/sync-store'
import { createSyncing, type SyncOptions } from '../../src-main/core/exports/syncing/syncing'
import { createAssetFiles } from '../../src-main/core/files/asset-files'
import { createSettingsStore } from '../../src-main/core/settings/settings-store'
import { createSnapshotStore } from '../../src-main/core/snapshots/snapshot-store'
import { openStores, targetOf } from './stores'

/** The core's stores with what syncs them to folders. */
export function openSyncing(folder?: string) {
  const stores = openStores(folder)
  const { db, articleStore, annotationStore, clock } = stores
  const settings = createSettingsStore(db)
  const store = createExportStore(db)
  const snapshots = createSnapshotStore(db)
  const source = createExportSource({
    articles: articleStore,
    snapshots,
    annotations: annotationStore,
    settings,
    store,
  })
  const assets = createAssetFiles(stores.folder)
  const syncStore = createSyncStore(db)
  const now = () => clock.now
  const syncing = createSyncing({ source, store, sync: syncStore, settings, assets, library: stores.folder, now })
  return {
    ...stores,
    assets,
    settings,
    source,
    syncStore,
    syncing,
    /** Syncs a folder. */
    sync: (to: string, options: Partial<SyncOptions> = {}) =>
      syncing.run({ folder: to, flavour: 'obsidian', dryRun: false, restore: false, only: null, ...options }),
    /** Adds an article with one highlight. */
    highlighted: async (title: string, exact = 'Broad Street pump', addedAt = 1) => {
      const article = stores.addArticle({ title, addedAt, sourceUrl: 'https://example.org/pump' })
      const target = targetOf(article.snapshotId, article.text, exact)
      return { ...article, highlight: await stores.annotations.highlight({ target, colour: 'green' }) }
    },
  }
}
