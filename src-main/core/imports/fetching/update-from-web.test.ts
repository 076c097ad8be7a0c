import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportPage } from '@shared/contract/imports'
import type { ImportId } from '@shared/domain/ids'
import { openTestLibrary, type TestLibrary } from '../../../../tests/support/library'
import { imageLoader } from './load-image'
import { createReadBytes } from '../reading/read-bytes'
import type { ReadSource } from '../reading/read-source'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const WORDS = 'There is enough of a text on this page for it to be taken for an article, and it goes on for a while.'

let server: Server
let base = ''
let body = ''
let hasImage = true
beforeEach(async () => {
  hasImage = true
  server = createServer((request, response) => {
    if (request.url === '/a.png') response.writeHead(hasImage ? 200 : 404).end(hasImage ? PNG : '')
    else if (request.url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end(body)
    else if (request.url === '/css/a.css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end('.hero { background: url(../a.png); height: 400px }')
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const readSource: ReadSource = (source) => createReadBytes({ loadImage: imageLoader(source) })(source)
const page = (words: string, more = '') =>
  `<!doctype html><title>The pump</title><h1>The pump</h1><p>${WORDS}</p><p>${words}</p><p>${WORDS} Again.</p>${more}`

async function settled({ client, nextEvent }: TestLibrary, importId: ImportId): Promise<ImportPage> {
  for (;;) {
    const event = nextEvent()
    const current = await client.imports.get({ importId })
    if (current.state === 'done') return current
    await event
  }
}

async function add(library: TestLibrary) {
  const importId = await library.client.imports.begin(undefined)
  await library.client.imports.add({ importId, source: { kind: 'url', url: `${base}/page` } })
  await library.client.imports.start({ importId })
  const { items } = await settled(library, importId)
  const [item] = items
  if (!item?.articleId) throw new Error(item?.error?.message ?? 'nothing was added')
  return { articleId: item.articleId, item }
}

async function update(library: TestLibrary, articleId: string) {
  const { id } = await library.client.imports.updateFromWeb({ articleIds: [articleId] })
  const { items } = await settled(library, id)
  return items[0]
}

test('a page that says the same is left as it is; one with other words gets a new snapshot', async () => {
  const library = openTestLibrary({ readSource })
  body = page('First words.')
  const { articleId } = await add(library)
  library.clock.now += 1000
  expect(await update(library, articleId)).toMatchObject({
    state: 'duplicate',
    remark: 'Nothing has changed since 14 November.',
  })
  body = page('Other words.')
  expect(await update(library, articleId)).toMatchObject({ state: 'updated', articleId, error: null })
  const article = await library.client.articles.get({ id: articleId })
  expect((await library.client.snapshots.html({ id: article.snapshotId })).html).toContain('Other words.')
})

test('images that could not be kept come with an update', async () => {
  const library = openTestLibrary({ readSource })
  hasImage = false
  body = page('Words.', '<p>And a picture: <img src="/a.png" alt="figure"> which is shown.</p>')
  const { articleId, item } = await add(library)
  expect(item.remark).toBe('One image could not be kept.')
  hasImage = true
  expect(await update(library, articleId)).toMatchObject({ state: 'updated', remark: null })
  const article = await library.client.articles.get({ id: articleId })
  expect((await library.client.snapshots.html({ id: article.snapshotId })).html).toContain('<img src="/assets/')
  // Gone again: the copy with the picture stays.
  hasImage = false
  expect(await update(library, articleId)).toMatchObject({ state: 'duplicate' })
})

test('a notice in place of the page, a page that is gone, an article in Trash: the copy is left as it is', async () => {
  const library = openTestLibrary({ readSource })
  body = page(`${WORDS} `.repeat(30))
  const { articleId } = await add(library)
  const { snapshotId } = await library.client.articles.get({ id: articleId })
  body = page('Please sign in.')
  expect(await update(library, articleId)).toMatchObject({
    state: 'failed',
    error: { code: 'fetch-failed', message: expect.stringContaining('Your copy was left as it is') },
  })
  server.close()
  server.closeAllConnections()
  expect(await update(library, articleId)).toMatchObject({ state: 'failed', error: { code: 'fetch-failed' } })
  expect((await library.client.articles.get({ id: articleId })).snapshotId).toBe(snapshotId)
  await library.client.articles.trash({ ids: [articleId] })
  await expect(library.client.imports.updateFromWeb({ articleIds: [articleId] })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a picture that only a style sheet shows is kept, and the sheet itself is not', async () => {
  const library = openTestLibrary({ readSource })
  const sheet = '<link rel="stylesheet" href="/css/a.css">'
  body = page('Words.', '')
    .replace('<h1>', `${sheet}<article><h1>`)
    .replace(/<\/h1>/u, '</h1><div class="hero" title="The street"></div>')
  const { articleId, item } = await add(library)
  expect(item.remark).toBeNull()
  const article = await library.client.articles.get({ id: articleId })
  const { html } = await library.client.snapshots.html({ id: article.snapshotId })
  expect(html).toMatch(/<img[^>]* src="\/assets\/[0-9a-f]{64}"/u)
  expect(html).not.toContain('css')
})
