import { createReadBytes } from '../../src-main/core/imports/reading/read-bytes'
import type { ReadArticle } from '../../src-main/core/imports/reading/read-source'

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Reads a page as an import from the web does; every picture it asks for is there. */
export function readPage(html: string, url: string | null = null): Promise<ReadArticle> {
  const read = createReadBytes({
    loadImage: (place) =>
      Promise.resolve(
        new Uint8Array(Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.from(JSON.stringify(place))])),
      ),
  })
  return read({
    bytes: new Uint8Array(Buffer.from(html)),
    name: 'page.html',
    format: 'html',
    via: 'web',
    url,
    contentType: 'text/html; charset=utf-8',
    folder: null,
  })
}
