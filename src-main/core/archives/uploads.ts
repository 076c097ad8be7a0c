import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { LecternError } from '@shared/contract/errors'
import { UploadId } from '@shared/domain/ids'

/** Copies of archives in the library's folder. */
export interface Uploads {
  /** @throws LecternError unsupported-format, disk-full */
  begin(name: string, bytes: number): Promise<UploadId>
  /** @throws LecternError not-found, invalid-call; what the file system says, such as ENOSPC */
  append(id: UploadId, offset: number, bytes: Uint8Array): Promise<void>
  /** Puts the whole file in its place, and answers where that is. @throws LecternError not-found, invalid-call */
  finish(id: UploadId): Promise<string>
  abort(id: UploadId): Promise<void>
  /** Deletes a copy. */
  remove(path: string): Promise<void>
  /** Deletes what uploads that were broken off left more than an hour before `now` (ms since the epoch). */
  sweep(now: number): Promise<void>
}

interface Upload {
  readonly name: string
  readonly size: number
  /** Of the pieces so far; one after the other. */
  written: Promise<number>
}

const LEFTOVER_MS = 60 * 60 * 1000
const PART = '.part'

/** Uploads below `<library>/archives`: a temporary file each, renamed when it is whole. */
export function createUploads(folder: string): Uploads {
  const root = join(folder, 'archives')
  const uploads = new Map<UploadId, Upload>()
  const partOf = (id: UploadId): string => join(root, `${id}${PART}`)

  const find = (id: UploadId): Upload => {
    const upload = uploads.get(id)
    if (upload === undefined) throw new LecternError('not-found', 'This upload is over. Add the archive again.')
    return upload
  }

  const write = async (id: UploadId, upload: Upload, offset: number, bytes: Uint8Array): Promise<number> => {
    const so = await upload.written
    if (offset !== so || offset + bytes.byteLength > upload.size) {
      throw new LecternError('invalid-call', `A piece of ${upload.name} came out of order. Add the archive again.`)
    }
    const handle = await open(partOf(id), 'r+')
    try {
      for (let done = 0; done < bytes.byteLength;) {
        done += (await handle.write(bytes, done, bytes.byteLength - done, offset + done)).bytesWritten
      }
    } finally {
      await handle.close()
    }
    return offset + bytes.byteLength
  }

  const abort = async (id: UploadId): Promise<void> => {
    const upload = uploads.get(id)
    uploads.delete(id)
    await upload?.written.catch(() => 0)
    await rm(partOf(id), { force: true })
  }

  return {
    abort,
    async begin(name, bytes) {
      if (!/\.zim$/iu.test(name)) {
        throw new LecternError('unsupported-format', `${name} is not a ZIM archive: its name does not end in .zim.`)
      }
      await mkdir(root, { recursive: true })
      const { bavail, bsize } = await statfs(root)
      if (bavail * bsize < bytes) {
        throw new LecternError(
          'disk-full',
          `There is not enough room for ${name} where your library is. Nothing was copied. Free some space, or add the archive by its path, which copies nothing.`,
        )
      }
      const id = UploadId.parse(randomUUID())
      await (await open(partOf(id), 'wx')).close()
      uploads.set(id, { name, size: bytes, written: Promise.resolve(0) })
      return id
    },
    async append(id, offset, bytes) {
      const upload = find(id)
      const written = write(id, upload, offset, bytes)
      upload.written = written
      try {
        await written
      } catch (error) {
        await abort(id)
        throw error
      }
    },
    async finish(id) {
      const upload = find(id)
      if ((await upload.written) !== upload.size) {
        await abort(id)
        throw new LecternError('invalid-call', `Not all of ${upload.name} has come. Add the archive again.`)
      }
      const handle = await open(partOf(id), 'r+')
      try {
        await handle.sync()
      } finally {
        await handle.close()
      }
      const place = join(root, `${fileName(upload.name)}-${id.slice(0, 8)}.zim`)
      await rename(partOf(id), place)
      uploads.delete(id)
      return place
    },
    remove: (path) => rm(path, { force: true }),
    async sweep(now) {
      for (const name of await readdir(root).catch(() => [])) {
        if (!name.endsWith(PART)) continue
        const info = await stat(join(root, name)).catch(() => null)
        if (info !== null && now - info.mtimeMs > LEFTOVER_MS) await rm(join(root, name), { force: true })
      }
    },
  }
}

/** A name that every file system takes. */
function fileName(name: string): string {
  const stem = name
    .replace(/\.zim$/iu, '')
    .replace(/[^\w.-]+/gu, '_')
    .replace(/^[._]+|[._]+$/gu, '')
  return stem.slice(0, 100) || 'archive'
}
