import { backupFile } from '../database/backup-name'
import type { AssetFiles } from '../files/asset-files'
import { listBackups } from './backup-files'
import { openContents } from './contents-store'

/**
 * The library's files, of which a sweep leaves what a backup needs: restoring it must bring back its images and originals. Where
 * a backup cannot be read, nothing is swept.
 */
export function keepForBackups(assets: AssetFiles, folder: string): AssetFiles {
  return {
    ...assets,
    async sweep(referenced, now) {
      const needed = new Set(referenced)
      for (const { name } of await listBackups(folder)) {
        try {
          const contents = openContents(backupFile(folder, name))
          try {
            for (const id of contents.assets()) needed.add(id)
          } finally {
            contents.close()
          }
        } catch {
          return 0
        }
      }
      return assets.sweep(needed, now)
    },
  }
}
