import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetId } from '@shared/domain/ids'
import type { AssetFiles } from '../../files/asset-files'
import { pictureType } from '../../files/picture-type'
import { rasterType } from '../../files/raster-type'
import { writeSafely } from './safe-write'

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/svg+xml': 'svg',
}

/** Pictures beside the exported files: named by their content, so that the same picture is one file. */
export function createAttachments(assets: Pick<AssetFiles, 'path' | 'read'>, folder: string) {
  const paths = new Map<AssetId, string>()
  return {
    /** Where a picture is, within the synced folder. */
    pathOf: (id: AssetId): string => {
      const known = paths.get(id)
      if (known !== undefined) return known
      const path = `${folder}/${id.slice(0, 16)}.${ENDINGS[typeOf(assets.path(id)) ?? ''] ?? 'bin'}`
      paths.set(id, path)
      return path
    },
    /** Copies a picture that is not there yet. Answers whether it was copied; one that the library has lost is left out. */
    copy: async (root: string, id: AssetId, path: string): Promise<boolean> => {
      const there = await lstat(join(root, path)).catch(() => null)
      if (there !== null) return false
      const bytes = await assets.read(id)
      if (bytes === null) return false
      return (await writeSafely(root, path, bytes, null)).kind === 'written'
    },
  }
}

function typeOf(file: string): string | null {
  try {
    const handle = openSync(file, 'r')
    try {
      const head = Buffer.alloc(64)
      const start = head.subarray(0, readSync(handle, head, 0, 64, 0))
      return rasterType(start) ?? (start.toString('latin1').startsWith('<svg') ? pictureType(readFileSync(file)) : null)
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}
