import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { LecternError } from '@shared/contract/errors'
import { AssetId } from '@shared/domain/ids'
import { DATABASE_FILE } from '../database/database'
import type { AssetFiles } from '../files/asset-files'

const ASSET = /^assets\/([\da-f]{2})\/([\da-f]{64})$/u
/** The largest file of a library's assets: sources of 64 MB come in, and nothing larger. */
const MOST_ASSET_BYTES = 256 * 1024 * 1024

/**
 * Takes the database out of a packed library.
 * @param to path of the copy, which is not checked yet
 * @throws library-damaged when the file is no packed library
 */
export async function unpackDatabase(file: string, to: string): Promise<void> {
  let found = false
  await eachEntry(file, async (zip, entry) => {
    if (entry.fileName !== DATABASE_FILE) return
    found = true
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(to))
  })
  if (!found) throw noLibrary(file)
}

/**
 * Takes the images and originals out of a packed library. Each is kept under the name that its content has; what does not
 * have the name it claims is left out, as is everything else in the file.
 * @throws library-damaged when the file cannot be read to its end
 */
export async function unpackAssets(file: string, assets: Pick<AssetFiles, 'put'>): Promise<void> {
  await eachEntry(file, async (zip, entry) => {
    const id = AssetId.safeParse(ASSET.exec(entry.fileName)?.[2])
    if (!id.success || entry.uncompressedSize > MOST_ASSET_BYTES) return
    const bytes = await buffer(await zip.openReadStreamPromise(entry))
    if (createHash('sha256').update(bytes).digest('hex') === id.data) await assets.put(bytes)
  })
}

async function eachEntry(file: string, use: (zip: ZipFile, entry: Entry) => Promise<void>): Promise<void> {
  let zip: ZipFile
  try {
    zip = await openPromise(file)
  } catch (error) {
    throw noLibrary(file, error)
  }
  try {
    for await (const entry of zip.eachEntry()) await use(zip, entry)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (/^(?:ENOSPC|EDQUOT|EACCES|EPERM|EROFS)$/u.test(code)) throw error
    throw noLibrary(file, error)
  } finally {
    zip.close()
  }
}

function noLibrary(file: string, cause?: unknown): LecternError {
  return new LecternError(
    'library-damaged',
    `The file ${file} is not a whole Lectern library. Nothing was changed.`,
    undefined,
    { cause },
  )
}
