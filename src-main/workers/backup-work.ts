import { makeBackup } from '../core/backups/backup-files'
import { finishMove, prepareMove } from '../core/backups/move-library'
import { packLibrary } from '../core/backups/pack'
import { lookAt, stageRestore } from '../core/backups/stage'
import type { BackupTasks } from '../core/backups/tasks'
import { checkLibrary } from '../core/checks/check-library'
import { createCheckStore } from '../core/checks/check-store'
import { repairLibrary } from '../core/checks/repair'
import { openDatabase } from '../core/database/database'
import { createAssetFiles } from '../core/files/asset-files'
import { snapshotText, textHash, TEXT_VERSION } from '../core/imports/cleaning/snapshot-text'

/** Backups and checks in the thread that asks: a worker, a command, a test. */
export const backupWork: BackupTasks = {
  make: makeBackup,
  look: lookAt,
  stage: stageRestore,
  pack: packLibrary,
  prepareMove,
  finishMove,
  check: async (folder) => {
    const db = openDatabase(folder)
    try {
      const texts = { snapshotText, textHash }
      return await checkLibrary(createCheckStore(db), createAssetFiles(folder), folder, texts)
    } finally {
      db.close()
    }
  },
  repair: (folder, at) =>
    repairLibrary({ folder, at, keep: createAssetFiles(folder).put, textHash, textVersion: TEXT_VERSION }),
}
