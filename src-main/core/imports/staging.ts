import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ImportId } from '@shared/domain/ids'
import { safePath } from './safe-path'

/** What an earlier session left behind goes after a day: another Lectern may be at work in a copy of the folder. */
const LEFTOVER_MS = 24 * 60 * 60 * 1000

/** Keeps the sources of imports on disk, so that a big drop does not fill memory. */
export interface Staging {
  /** Keeps a file under its own path, cleaned, so that a page finds its images. Answers where it is now. */
  put(importId: ImportId, path: string, bytes: Uint8Array): Promise<string>
  read(file: string): Promise<Uint8Array<ArrayBuffer>>
  /** Deletes one staged file. */
  drop(file: string): Promise<void>
  /** Deletes all that an import staged. */
  clear(importId: ImportId): Promise<void>
  /** Deletes what imports of earlier sessions left more than a day before `now` (ms since the epoch). */
  sweep(now: number): Promise<void>
}

/** Staging below `<library>/incoming/<ImportId>/`. */
export function createStaging(folder: string): Staging {
  const root = join(folder, 'incoming')
  const taken = new Map<ImportId, Map<string, number>>()

  /** Two files of one name get roots of their own; case and Unicode form do not tell files apart everywhere. */
  const bucketFor = (importId: ImportId, parts: readonly string[]): number => {
    const names = taken.get(importId) ?? new Map<string, number>()
    taken.set(importId, names)
    const key = parts.join('/').normalize('NFC').toLowerCase()
    const bucket = names.get(key) ?? 0
    names.set(key, bucket + 1)
    return bucket
  }

  return {
    async put(importId, path, bytes) {
      const parts = safePath(path)
      const file = join(root, importId, String(bucketFor(importId, parts)), ...parts)
      try {
        return await write(file, bytes)
      } catch (error) {
        if (!isInTheWay(error)) throw error
        return write(join(root, importId, randomUUID(), ...parts), bytes)
      }
    },
    read: async (file) => new Uint8Array(await readFile(file)),
    drop: (file) => rm(file, { force: true }),
    async clear(importId) {
      taken.delete(importId)
      await rm(join(root, importId), { recursive: true, force: true })
    },
    async sweep(now) {
      for (const name of await readdir(root).catch(() => [])) {
        const leftover = join(root, name)
        const info = await stat(leftover).catch(() => null)
        if (info !== null && now - info.mtimeMs > LEFTOVER_MS) await rm(leftover, { recursive: true, force: true })
      }
    },
  }
}

async function write(file: string, bytes: Uint8Array): Promise<string> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
  return file
}

/** One source is called as another's folder is. */
function isInTheWay(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:EEXIST|ENOTDIR|EISDIR)$/u.test(String(error.code))
}
