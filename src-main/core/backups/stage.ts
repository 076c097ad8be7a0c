import { rmSync } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LecternError } from '@shared/contract/errors'
import type { BackupContents } from '@shared/contract/backups'
import { DATABASE_FILE } from '../database/database'
import { REPLACEMENT_FILE } from '../database/replace'
import { copyDatabase, putInPlace, refuseUnsoundFile } from '../database/standalone'
import { createAssetFiles } from '../files/asset-files'
import { openContents } from './contents-store'
import { lookInside } from './look-inside'
import { unpackAssets, unpackDatabase } from './unpack'

const ZIP_MAGIC = 'PK\u0003\u0004'

/** A library to look into or to restore: a database, with the folders where its assets may be, or a packed one. */
type Found =
  | { readonly kind: 'database'; readonly file: string; readonly folders: readonly string[] }
  | { readonly kind: 'packed'; readonly file: string }

/**
 * What a file holds: a backup, a library's folder, a database, or a packed library.
 * @param present the library's folder of today
 * @param madeAt epoch ms; null takes the file's own time
 * @throws not-found, library-damaged, library-too-new
 */
export async function lookAt(path: string, present: string, madeAt: number | null): Promise<BackupContents> {
  const found = await find(path)
  const time = madeAt ?? Math.floor((await stat(found.file)).mtimeMs)
  const today = await readableOrNull(join(present, DATABASE_FILE))
  if (found.kind === 'database') return lookInside(found.file, today, time)
  const copy = join(present, `${DATABASE_FILE}.looked-at`)
  try {
    await unpackDatabase(found.file, copy)
    return lookInside(copy, today, time)
  } finally {
    rmSync(copy, { force: true })
  }
}

/**
 * Puts a library's database beside the present one, whole and read back, to take its place when the library is opened next,
 * and brings its assets.
 * @throws not-found, library-damaged, library-too-new, or the system's own errors; the present library is not touched
 */
export async function stageRestore(path: string, folder: string): Promise<void> {
  const found = await find(path)
  const replacement = join(folder, REPLACEMENT_FILE)
  const assets = createAssetFiles(folder)
  if (found.kind === 'packed') {
    const partial = `${replacement}.partial`
    try {
      await unpackDatabase(found.file, partial)
      refuseUnsoundFile(partial)
      await unpackAssets(found.file, assets)
      putInPlace(partial, replacement)
    } finally {
      rmSync(partial, { force: true })
    }
    return
  }
  refuseUnsoundFile(found.file)
  await bringAssets(found, assets)
  await copyDatabase(found.file, replacement)
}

async function bringAssets(
  { file, folders }: Extract<Found, { kind: 'database' }>,
  assets: ReturnType<typeof createAssetFiles>,
): Promise<void> {
  const contents = openContents(file)
  try {
    for (const id of contents.assets()) {
      if ((await assets.size(id)) !== null) continue
      for (const from of folders) {
        const bytes = await readFile(createAssetFiles(from).path(id)).catch(() => null)
        if (bytes === null) continue
        await assets.put(bytes)
        break
      }
    }
  } finally {
    contents.close()
  }
}

async function find(path: string): Promise<Found> {
  const info = await stat(path).catch(() => null)
  if (info === null) throw new LecternError('not-found', `There is no file ${path} on this computer.`)
  if (info.isDirectory()) {
    const names = await readdir(path)
    if (names.includes(DATABASE_FILE)) return { kind: 'database', file: join(path, DATABASE_FILE), folders: [path] }
    throw new LecternError('not-found', `There is no library in ${path}.`)
  }
  if ((await firstBytes(path)) === ZIP_MAGIC) return { kind: 'packed', file: path }
  return { kind: 'database', file: path, folders: [dirname(path), dirname(dirname(path))] }
}

async function firstBytes(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The library of today to compare with; none where it is damaged or was never made. */
async function readableOrNull(file: string): Promise<string | null> {
  try {
    await stat(file)
    const contents = openContents(file)
    try {
      contents.articles()
    } finally {
      contents.close()
    }
    return file
  } catch {
    return null
  }
}
