import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { AssetId } from '@shared/domain/ids'
import { writeFileSafely } from './write-file'

/** Files that nothing refers to are left alone for a day: an import that is under way writes its files before its rows. */
const UNREFERENCED_FOR_MS = 24 * 60 * 60 * 1000

/** Files named by their content, `<library>/assets/ab/<sha256>`. */
export interface AssetFiles {
  /** Keeps bytes and answers their name. Idempotent: the same bytes are one file. */
  put(bytes: Uint8Array): Promise<AssetId>
  /** The bytes, or null when there is no such asset. */
  read(id: AssetId): Promise<Uint8Array<ArrayBuffer> | null>
  /** Where the file is, whether or not it exists. */
  path(id: AssetId): string
  /** How many bytes it has, or null when there is no such asset. */
  size(id: AssetId): Promise<number | null>
  /** How much all of them take up, in bytes. */
  totalBytes(): Promise<number>
  /** Deletes a file; one that is not there is as good as deleted. */
  remove(id: AssetId): Promise<void>
  /**
   * Deletes what is not referred to and has not been for a day, with what interrupted writes left behind.
   * @returns how many files went
   */
  sweep(referenced: ReadonlySet<AssetId>, now: number): Promise<number>
}

/** The assets of a library folder. */
export function createAssetFiles(folder: string): AssetFiles {
  const root = join(folder, 'assets')
  const path = (id: AssetId) => join(root, id.slice(0, 2), id)

  async function* files(): AsyncGenerator<{ readonly name: string; readonly path: string; readonly info: FileInfo }> {
    for (const shelf of await names(root))
      for (const name of await names(join(root, shelf))) {
        const file = join(root, shelf, name)
        const info = await fileInfo(file)
        if (info !== null) yield { name, path: file, info }
      }
  }

  return {
    path,
    async put(bytes) {
      const id = AssetId.parse(createHash('sha256').update(bytes).digest('hex'))
      const existing = await fileInfo(path(id))
      if (existing?.size !== bytes.byteLength || !(await touch(path(id)))) await writeFileSafely(path(id), bytes)
      return id
    },
    async read(id) {
      try {
        return new Uint8Array(await readFile(path(id)))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    size: async (id) => (await fileInfo(path(id)))?.size ?? null,
    async totalBytes() {
      let sum = 0
      for await (const { info } of files()) sum += info.size
      return sum
    },
    remove: (id) => rm(path(id), { force: true }),
    async sweep(referenced, now) {
      let count = 0
      for await (const { name, path: file, info } of files()) {
        const id = AssetId.safeParse(name)
        if ((id.success && referenced.has(id.data)) || now - info.changedAt < UNREFERENCED_FOR_MS) continue
        await rm(file, { force: true })
        count++
      }
      return count
    },
  }
}

interface FileInfo {
  readonly size: number
  readonly changedAt: number
}

async function fileInfo(file: string): Promise<FileInfo | null> {
  try {
    const info = await stat(file)
    return info.isFile() ? { size: info.size, changedAt: info.mtimeMs } : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Makes a file young again, so that a sweep leaves it alone until its row is written. False when it has gone. */
async function touch(file: string): Promise<boolean> {
  try {
    const now = new Date()
    await utimes(file, now, now)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
