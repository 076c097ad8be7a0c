import { open, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { ImagePlace, LoadImage } from './images'

const MAX_IMAGE_BYTES = 24 * 1024 * 1024
const FETCH_MILLISECONDS = 20_000

/** Loads images from the disk, never from outside what was dropped, and from the web over http or https. */
export const loadImage: LoadImage = async (place) => {
  try {
    return await (place.kind === 'file' ? fromFolder(place) : fromWeb(place.url))
  } catch {
    // An image that is not there is no reason to refuse the article; the caller counts it.
    return null
  }
}

async function fromFolder({
  folder,
  path,
}: Extract<ImagePlace, { kind: 'file' }>): Promise<Uint8Array<ArrayBuffer> | null> {
  if (path.includes('\0')) return null
  const root = await realpath(folder)
  // Symbolic links are followed before the comparison, so that none leads out.
  const file = await realpath(join(root, path))
  if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return null
  const handle = await open(file, 'r')
  try {
    const stats = await handle.stat()
    return stats.isFile() && stats.size <= MAX_IMAGE_BYTES ? new Uint8Array(await handle.readFile()) : null
  } finally {
    await handle.close()
  }
}

async function fromWeb(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(FETCH_MILLISECONDS),
    headers: { accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif,*/*;q=0.5' },
    referrerPolicy: 'no-referrer',
  })
  if (!response.ok || !response.body) return null
  const parts: Uint8Array[] = []
  let size = 0
  const body: AsyncIterable<unknown> = response.body
  for await (const part of body) {
    if (!(part instanceof Uint8Array)) return null
    size += part.byteLength
    if (size > MAX_IMAGE_BYTES) return null
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
