import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createReadBytes } from '../reading/read-bytes'
import type { Source } from '../reading/read-source'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const idOf = (url: string) => createHash('sha256').update(picture(url)).digest('hex')
const picture = (url: string) => new Uint8Array(Buffer.concat([PNG, Buffer.from(url)]))
const prose = '<p>The tide came in over the flats before anybody had thought of the boats, and took two.</p>'.repeat(8)

const page = (head: string, body: string): Source => ({
  bytes: new Uint8Array(
    Buffer.from(
      `<!doctype html><html><head><title>Tides</title>${head}</head><body><article>${body}</article></body></html>`,
    ),
  ),
  name: 'page.html',
  format: 'auto',
  via: 'web',
  url: 'https://example.org/tides',
  contentType: null,
  folder: null,
})

const read = async (source: Source) => {
  const asked: string[] = []
  const loadImage = (place: { kind: string; url?: string }) => {
    asked.push(place.url ?? '')
    return Promise.resolve(/gone/u.test(place.url ?? '') ? null : picture(place.url ?? ''))
  }
  return { article: await createReadBytes({ loadImage })(source), asked }
}

const stated = '<meta property="og:image" content="/lead.png">'

test('the picture that the page names is kept, though the article does not show it', async () => {
  const { article } = await read(page(stated, prose))
  expect(article.leadImage).toBe(idOf('https://example.org/lead.png'))
  expect(article.assets.map(({ id }) => id)).toEqual([article.leadImage])
  expect(article.html).not.toContain('/assets/')
})

test('a picture that the article shows too is loaded once', async () => {
  const { article, asked } = await read(page(stated, `<img src="lead.png" width="600">${prose}`))
  expect(article.leadImage).toBe(idOf('https://example.org/lead.png'))
  expect(asked).toEqual(['https://example.org/lead.png'])
})

test('a picture that cannot be had is not missed', async () => {
  const { article } = await read(page('<meta property="og:image" content="https://example.org/gone.png">', prose))
  expect(article).toMatchObject({ leadImage: null, missingImages: 0, assets: [] })
})
