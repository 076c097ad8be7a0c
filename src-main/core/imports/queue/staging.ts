import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { ImportId, ImportItemId } from '@shared/domain/ids'
import { safePath } from '../folders/safe-path'

/** What no import of the library owns goes after a day: another Lectern may be just collecting it. */
const LEFTOVER_MS = 24 * 60 * 60 * 1000

/** Keeps the sources of imports on disk, so that a big drop does not fill memory and survives a restart. */
export interface Staging {
  /** Keeps a file under its own path, cleaned, so that a page finds its images. Answers its path below the staging folder. */
  put(importId: ImportId, path: string, bytes: Uint8Array): Promise<string>
  read(staged: string): Promise<Uint8Array<ArrayBuffer>>
  /** Where a staged file is. */
  path(staged: string): string
  /** Deletes one staged file. */
  drop(staged: string): Promise<void>
  /** Keeps what was read of an item until a person has answered. */
  putRead(importId: ImportId, itemId: ImportItemId, bytes: Uint8Array): Promise<void>
  /** What was kept for an item; null when there is nothing. */
  readRead(importId: ImportId, itemId: ImportItemId): Promise<Uint8Array<ArrayBuffer> | null>
  dropRead(importId: ImportId, itemId: ImportItemId): Promise<void>
  /** Deletes all that an import staged. */
  clear(importId: ImportId): Promise<void>
  /** Deletes what belongs to none of the `known` imports and is older than a day at `now` (ms since the epoch). */
  sweep(known: ReadonlySet<string>, now: number): Promise<void>
}

/** Staging below `<library>/incoming/<ImportId>/`. */
export function createStaging(folder: string): Staging {
  const root = join(folder, 'incoming')
  const taken = new Map<ImportId, Map<string, number>>()
  const readFileOf = (importId: ImportId, itemId: ImportItemId) => join(root, importId, 'read', itemId)

  /** Two files of one name get roots of their own; case and Unicode form do not tell files apart everywhere. */
  const bucketFor = (importId: ImportId, parts: readonly string[]): number => {
    const names = taken.get(importId) ?? new Map<string, number>()
    taken.set(importId, names)
    const key = parts.join('/').normalize('NFC').toLowerCase()
    const bucket = names.get(key) ?? 0
    names.set(key, bucket + 1)
    return bucket
  }
  const below = (file: string) => relative(root, file).split(sep).join('/')

  return {
    async put(importId, path, bytes) {
      const parts = safePath(path)
      const file = join(root, importId, String(bucketFor(importId, parts)), ...parts)
      try {
        return below(await write(file, bytes))
      } catch (error) {
        if (!isInTheWay(error)) throw error
        return below(await write(join(root, importId, randomUUID(), ...parts), bytes))
      }
    },
    read: async (staged) => new Uint8Array(await readFile(join(root, staged))),
    path: (staged) => join(root, staged),
    drop: (staged) => rm(join(root, staged), { force: true }),
    async putRead(importId, itemId, bytes) {
      const file = readFileOf(importId, itemId)
      await rename(await write(`${file}.part`, bytes), file)
    },
    readRead: (importId, itemId) =>
      readFile(readFileOf(importId, itemId)).then(
        (bytes) => new Uint8Array(bytes),
        () => null,
      ),
    dropRead: (importId, itemId) => rm(readFileOf(importId, itemId), { force: true }),
    async clear(importId) {
      taken.delete(importId)
      await rm(join(root, importId), { recursive: true, force: true })
    },
    async sweep(known, now) {
      for (const name of await readdir(root).catch(() => [])) {
        if (known.has(name)) continue
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
