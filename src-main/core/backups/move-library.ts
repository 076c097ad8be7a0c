import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { LecternError } from '@shared/contract/errors'
import { DATABASE_FILE } from '../database/database'
import { copyDatabase, putInPlace } from '../database/standalone'
import { moveArchivePaths } from './move-store'

/** What a library's folder holds beside its database; the rest is made again as it is needed. */
const FOLDERS = ['assets', 'archives', 'backups'] as const
const ARRIVING_FILE = `${DATABASE_FILE}.arriving`

/**
 * Copies a library, which may be in use, to another folder; it is no library there until `finishMove`.
 * @throws library-not-writable when the folder is not empty, or inside the library's own; or the system's own errors
 */
export async function prepareMove(from: string, to: string): Promise<void> {
  await refuseUnfit(from, to)
  for (const name of FOLDERS) await copyFolder(join(from, name), join(to, name))
  // Written anew in the end; here it proves that there is room.
  await copyDatabase(join(from, DATABASE_FILE), join(to, ARRIVING_FILE))
}

/**
 * Brings what was written since, from a library that is closed, and makes a library of the copy.
 * @throws the system's own errors; the former library is whole in any case
 */
export async function finishMove(from: string, to: string): Promise<void> {
  for (const name of FOLDERS) await copyFolder(join(from, name), join(to, name))
  const arriving = join(to, ARRIVING_FILE)
  await copyDatabase(join(from, DATABASE_FILE), arriving)
  moveArchivePaths(arriving, join(from, 'archives'), join(to, 'archives'))
  putInPlace(arriving, join(to, DATABASE_FILE))
}

async function refuseUnfit(from: string, to: string): Promise<void> {
  const inside = relative(resolve(from), resolve(to))
  if (inside === '' || !(inside.startsWith('..') || resolve(inside) === inside)) {
    throw new LecternError('library-not-writable', `${to} is inside the library’s own folder. Choose another.`)
  }
  await mkdir(to, { recursive: true })
  if ((await readdir(to)).length > 0) {
    throw new LecternError('library-not-writable', `The folder ${to} is not empty. Choose an empty one, or a new name.`)
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  for (const path of await filesBelow(from)) {
    const target = join(to, path)
    // None of these files changes once it is whole.
    if ((await sizeOf(target)) === (await sizeOf(join(from, path)))) continue
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(from, path), target)
    if ((await sizeOf(target)) !== (await sizeOf(join(from, path))))
      throw new Error(`${target} did not come over whole.`)
  }
}

/** In bytes; null for what is not there. */
async function sizeOf(file: string): Promise<number | null> {
  return (await stat(file).catch(() => null))?.size ?? null
}

/** Paths of files, relative to the folder; of what is half-written, none. */
async function filesBelow(folder: string, path = ''): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries.map(async (entry) => {
      const inside = join(path, entry.name)
      if (entry.isDirectory()) return filesBelow(folder, inside)
      return entry.isFile() && !/\.(?:tmp|part|partial)$/u.test(entry.name) ? [inside] : []
    }),
  )
  return found.flat()
}
