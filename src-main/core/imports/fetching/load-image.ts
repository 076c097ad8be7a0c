import { open, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { ImagePlace, LoadImage } from '../images/images'
import type { Source } from '../reading/read-source'
import { createWeb, type Resolve, type Web } from './web-request'

const MAX_IMAGE_BYTES = 24 * 1024 * 1024
const FETCH_MILLISECONDS = 20_000

/** All images of one page together: what is not there by then is counted as missing. */
const ALL_MILLISECONDS = 60_000

/**
 * Makes what loads the images of one source: from the disk, never from outside what was dropped, and from the web over http or https.
 * Nothing on this computer or its network is asked, unless the page itself came from there.
 * @param resolve how a host's addresses are found, where that is not the system's matter
 */
export function imageLoader({ privateHost }: Pick<Source, 'privateHost'> = {}, resolve?: Resolve): LoadImage {
  let web: Web | null = null
  let until = 0
  const fromWeb = async (url: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    if (web === null) {
      web = createWeb(resolve)
      until = performance.now() + ALL_MILLISECONDS
    }
    const left = Math.min(FETCH_MILLISECONDS, until - performance.now())
    if (left <= 0) return null
    const answer = await web.get(url, {
      accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif,*/*;q=0.5',
      signal: AbortSignal.timeout(Math.ceil(left)),
      maxBytes: MAX_IMAGE_BYTES,
      local: privateHost === undefined ? null : { host: privateHost },
    })
    if (answer.status >= 200 && answer.status <= 299) return answer.bytes()
    answer.drop()
    return null
  }
  return async (place) => {
    try {
      // Archives are not this feature's: the worker reads them (workers/import-worker.ts).
      if (place.kind === 'archive') return null
      return await (place.kind === 'file' ? fromFolder(place) : fromWeb(place.url))
    } catch {
      // An image that is not there is no reason to refuse the article; the caller counts it.
      return null
    }
  }
}

/** Loads images of sources that came from no private place. */
export const loadImage: LoadImage = (place) => imageLoader()(place)

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
