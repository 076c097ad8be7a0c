import { createWriteStream, rmSync } from 'node:fs'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { AssetId } from '@shared/domain/ids'
import { DATABASE_FILE } from '../database/database'
import { copyDatabase, putInPlace } from '../database/standalone'
import { openContents } from './contents-store'

/** Ending of a library in one file: a zip of `library.db` and the files of `assets` that it needs. */
export const PACKED_ENDING = '.lectern'

/**
 * Writes a whole library into one file, while it is in use.
 * @param to folder for the file; made when it is not there
 * @param at epoch ms, for the file's name
 * @throws library-damaged, or SQLite's and the system's own errors; nothing half-written stays
 */
export async function packLibrary(folder: string, to: string, at: number): Promise<{ path: string; bytes: number }> {
  await mkdir(to, { recursive: true })
  const path = await freePath(to, `Lectern library ${new Date(at).toISOString().slice(0, 10)}`)
  const database = `${path}.db`
  const partial = `${path}.partial`
  try {
    await copyDatabase(join(folder, DATABASE_FILE), database)
    const zip = new ZipFile()
    zip.addFile(database, DATABASE_FILE)
    for (const id of await assetsOf(database, folder)) zip.addFile(assetPath(folder, id), assetPath('', id))
    const failed = new Promise<never>((_, reject) => void zip.on('error', reject))
    zip.end()
    await Promise.race([pipeline(zip.outputStream, createWriteStream(partial)), failed])
    putInPlace(partial, path)
  } finally {
    rmSync(database, { force: true })
    rmSync(partial, { force: true })
  }
  return { path, bytes: (await stat(path)).size }
}

/** The files that the library needs and has: what is missing is for `check` to say. */
async function assetsOf(database: string, folder: string): Promise<AssetId[]> {
  const contents = openContents(database)
  try {
    const shelves = new Map<string, ReadonlySet<string>>()
    const found: AssetId[] = []
    for (const id of contents.assets()) {
      const shelf = id.slice(0, 2)
      const names = shelves.get(shelf) ?? new Set(await readdir(join(folder, 'assets', shelf)).catch(() => []))
      shelves.set(shelf, names)
      if (names.has(id)) found.push(id)
    }
    return found
  } finally {
    contents.close()
  }
}

/** `assets/ab/<id>`, with slashes on every system inside a zip. */
function assetPath(folder: string, id: AssetId): string {
  const inside = `assets/${id.slice(0, 2)}/${id}`
  return folder === '' ? inside : join(folder, inside)
}

async function freePath(folder: string, stem: string): Promise<string> {
  const taken = new Set(await readdir(folder))
  let name = `${stem}${PACKED_ENDING}`
  for (let count = 2; taken.has(name); count += 1) name = `${stem} ${count}${PACKED_ENDING}`
  return join(folder, name)
}
