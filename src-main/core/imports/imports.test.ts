import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportPage, ImportSource } from '@shared/contract/imports'
import { createAnnotationStore } from '../annotations/annotation-store'
import type { Database } from '../database/database'
import { openDatabase } from '../database/database'
import { createAssetFiles } from '../files/asset-files'
import { createSearchIndex } from '../search/search-index'
import { createImportStore, type ImportIndex } from './storing/import-store'
import { createImportQueueStore } from './queue/import-queue-store'
import { createImporting, type ImportDeps } from './imports'
import { createKnownArticleStore } from './storing/known-article-store'
import { loadImage } from './fetching/load-image'
import { createReadBytes } from './reading/read-bytes'
import type { ReadSource } from './reading/read-source'

const SAMPLE = join(import.meta.dirname, '../../../resources/sample/reading-with-a-pencil.html')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let folder: string
let db: Database
let listeners: (() => void)[] = []
let events: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-imports-'))
  db = openDatabase(folder)
  listeners = []
  events = []
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

const annotations = () => createAnnotationStore(db, createSearchIndex(db))

function open(given: Partial<ImportDeps> & { index?: ImportIndex } = {}) {
  return createImporting({
    folder,
    assets: createAssetFiles(folder),
    store: createImportStore(db, given.index ?? createSearchIndex(db), annotations()),
    queue: createImportQueueStore(db),
    known: createKnownArticleStore(db),
    fetchPage: () => Promise.reject(new Error('no web here')),
    readArchive: () => Promise.reject(new Error('no archives here')),
    archivePageStored: () => undefined,
    readSource: createReadBytes({ loadImage }),
    sample: async () => new Uint8Array(readFileSync(SAMPLE)),
    emit: (event) => {
      events.push(event.name)
      for (const listener of listeners) listener()
    },
    now: Date.now,
    ...given,
  })
}

type Imports = ReturnType<typeof open>['handlers']

const file = (path: string, content: string | Uint8Array): ImportSource => ({
  kind: 'file',
  path,
  bytes: new Uint8Array(Buffer.from(content)),
})
const page = (title: string, body = '') =>
  `<!doctype html><title>${title}</title><h1>${title}</h1><p>${WORDS} ${title}.</p>${body}`
const WORDS = 'There is enough of a text on this page for it to be taken for one, and it goes on for a while.'

async function begin(imports: Imports, sources: readonly ImportSource[]) {
  const importId = await imports.begin()
  for (const source of sources) await imports.add({ importId, source })
  return importId
}

const first = (importId: ImportPage['id']) => ({ importId, states: null, offset: 0, limit: 500 })

/** Waits for events, as a window does. */
async function until(
  imports: Imports,
  importId: ImportPage['id'],
  test: (now: ImportPage) => boolean,
): Promise<ImportPage> {
  for (;;) {
    const changed = new Promise<void>((resolve) => listeners.push(resolve))
    const now = await imports.get(first(importId))
    if (test(now)) return now
    await changed
  }
}
const isDone = ({ state }: ImportPage) => state === 'done'

async function run(imports: Imports, sources: readonly ImportSource[]): Promise<ImportPage> {
  const importId = await begin(imports, sources)
  await imports.start({ importId, onKnown: 'ask' })
  return until(imports, importId, isDone)
}

const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

test('a saved page with its folder becomes one article, with its image and the original kept', async () => {
  const { handlers, close } = open()
  const html = page(
    'A page',
    '<p>And a picture: <img src="A%20page_files/figure.png" alt="figure"> which is shown.</p>',
  )
  const { items } = await run(handlers, [
    file('A page_files/figure.png', PNG),
    file('A page.html', html),
    file('A page_files/style.css', 'p {}'),
    file('.DS_Store', 'x'),
  ])
  expect(items).toMatchObject([{ name: 'A page.html', state: 'added', title: 'A page', remark: null, error: null }])
  const image = createHash('sha256').update(PNG).digest('hex')
  const original = createHash('sha256').update(html).digest('hex')
  expect(db.prepare('SELECT asset_id FROM snapshot_assets ORDER BY asset_id').pluck().all()).toEqual(
    [image, original].sort(),
  )
  expect(readFileSync(join(folder, 'assets', image.slice(0, 2), image)).equals(PNG)).toBe(true)
  expect(events).toContain('articles.changed')
  await close()
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})

test('a note shows the picture that stands in another folder of the drop', async () => {
  const { handlers, close } = open()
  const { items } = await run(handlers, [
    file('vault/notes/a.md', `# A note\n\n${WORDS}\n\n![figure](../attachments/figure.png)\n`),
    file('vault/attachments/figure.png', PNG),
  ])
  expect(items).toMatchObject([{ name: 'vault/notes/a.md', state: 'added', remark: null }])
  expect(count('snapshot_assets')).toBe(2)
  await close()
})

test('two hundred files, one of which fails: the others go on, in few events', async () => {
  const { handlers, close } = open()
  const sources = Array.from({ length: 200 }, (_, at) =>
    file(`drop/${at}.md`, `# Article ${at}\n\n${WORDS} Number ${at}.`),
  )
  sources[77] = file('drop/77.md', new Uint8Array([0, 1, 2, 3, 255, 0, 7, 6, 0, 1, 4]))
  const { items } = await run(handlers, sources)
  expect(items.filter(({ state }) => state === 'added')).toHaveLength(199)
  // Failures come first.
  expect(items[0]).toMatchObject({
    state: 'failed',
    error: { code: 'unsupported-format', message: expect.stringContaining('drop/77.md') },
  })
  expect(count('articles')).toBe(199)
  expect(events.filter((name) => name === 'imports.changed').length).toBeLessThan(200)
  await close()
}, 60_000)

test('the same content is recognised within a drop, afterwards, and in Trash', async () => {
  const { handlers, close } = open()
  const first = await run(handlers, [file('a.html', page('Same')), file('b.html', page('Same'))])
  expect(first.items.map(({ state }) => state).sort()).toEqual(['added', 'duplicate'])
  const [article] = first.items
  const again = await run(handlers, [file('c.html', page('Same'))])
  expect(again.items).toMatchObject([
    { state: 'duplicate', articleId: article?.articleId, title: 'Same', remark: 'Already in your library.' },
  ])
  db.prepare("UPDATE articles SET trashed_at = 1, status = 'archive'").run()
  const restored = await run(handlers, [file('a.html', page('Same'))])
  expect(restored.items).toMatchObject([{ state: 'duplicate', remark: 'Was in Trash; it is back in Archive.' }])
  expect(db.prepare('SELECT count(*) FROM articles WHERE trashed_at IS NULL').pluck().get()).toBe(1)
  await close()
})

test('pasted HTML, Markdown and plain text are told apart', async () => {
  const { handlers, close } = open()
  const text = (content: string): ImportSource => ({ kind: 'text', text: content, format: 'auto' })
  const { items } = await run(handlers, [
    text(`<h1>Pasted page</h1><p>${WORDS}</p>`),
    text(`# Pasted Markdown\n\nSee [this](https://example.org). ${WORDS}`),
    text(`Pasted text\n\n${WORDS} And so on.`),
  ])
  expect(items.map(({ title }) => title)).toEqual(['Pasted page', 'Pasted Markdown', 'Pasted text'])
  expect(db.prepare('SELECT format FROM articles ORDER BY title').pluck().all()).toEqual(['markdown', 'html', 'text'])
  expect(items[0]?.name).toMatch(/^Pasted page There is enough/u)
  await close()
})

test('paths that lead elsewhere stay inside, and two files of one name are two', async () => {
  const { handlers, close } = open()
  const paths = ['../../x.md', '/etc/x.md', 'C:\\x.md', 'same/x.md', 'same/x.md', 'SAME/X.md', 'same', 'x.md/y.md']
  const { items } = await run(
    handlers,
    paths.map((path, at) => file(path, `# Title ${at}\n\n${WORDS} ${at}`)),
  )
  expect(items.map(({ state }) => state)).toEqual(paths.map(() => 'added'))
  expect(items.map(({ title }) => title)).toEqual(paths.map((_, at) => `Title ${at}`))
  expect(existsSync(join(folder, '..', 'x.md'))).toBe(false)
  await close()
})

test('what cannot be read says what it is', async () => {
  const { handlers, close } = open()
  const { items } = await run(handlers, [
    file('figure.png', PNG),
    file('empty.txt', ''),
    file('book.epub', 'PK\u0003\u0004'),
    file('unknown.xyz', Buffer.from('PK\u0003\u0004\0\0\0\0')),
  ])
  const errors = items.map(({ error }) => `${error?.code}: ${error?.message}`)
  // With nothing to read beside it, the image is an item; here the empty text could have shown it.
  expect(errors).toEqual([
    expect.stringContaining('nothing-to-read: There is no text in empty.txt'),
    expect.stringContaining('unsupported-format: Lectern cannot read book.epub'),
    expect.stringContaining('unsupported-format: Lectern cannot read unknown.xyz: it is a zip archive'),
  ])
  const alone = await run(handlers, [file('figure.png', PNG)])
  expect(alone.items[0]?.error?.message).toContain('it is an image. Nothing was added. Drop it together with the page')
  expect(count('articles')).toBe(0)
  await close()
})

test('a failed item can be tried again, with its images still there', async () => {
  const real = createReadBytes({ loadImage })
  let failures = 1
  const readSource: ReadSource = (source) => (failures-- > 0 ? Promise.reject(new Error('a bug')) : real(source))
  const { handlers, close } = open({ readSource })
  const failed = await run(handlers, [
    file('a.html', page('Again', '<p>And <img src="a.png"> here.</p>')),
    file('a.png', PNG),
  ])
  expect(failed.items).toMatchObject([{ state: 'failed', error: { code: 'internal' } }])
  await handlers.retry({ importId: failed.id, items: 'all' })
  const { items } = await until(handlers, failed.id, isDone)
  expect(items).toMatchObject([{ state: 'added', title: 'Again', remark: null, error: null }])
  expect(count('snapshot_assets')).toBe(2)
  await close()
})

test('cancelling stops what was not added yet, and what was being read is dropped', async () => {
  const real = createReadBytes({ loadImage })
  const waiting: (() => void)[] = []
  const readSource: ReadSource = async (source) => {
    if (source.name !== '0.md') await new Promise<void>((resolve) => waiting.push(resolve))
    return real(source)
  }
  const { handlers, close } = open({ readSource })
  const importId = await begin(
    handlers,
    Array.from({ length: 6 }, (_, at) => file(`${at}.md`, `# T${at}\n\n${WORDS} ${at}`)),
  )
  await handlers.start({ importId, onKnown: 'ask' })
  await until(handlers, importId, ({ items }) => items[0]?.state === 'added')
  await handlers.cancel({ importId })
  for (const go of waiting) go()
  const { state, items } = await handlers.get(first(importId))
  expect(state).toBe('done')
  expect(items.map((item) => item.state)).toEqual(['added', ...Array(5).fill('cancelled')])
  await run(handlers, [])
  await close()
  expect(count('articles')).toBe(1)
})

test('a failure in the middle of storing leaves nothing half-written', async () => {
  const index: ImportIndex = {
    addSnapshot: () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    },
  }
  const { handlers, close } = open({ index })
  const { items } = await run(handlers, [file('a.html', page('Half'))])
  expect(items).toMatchObject([{ state: 'failed', error: { code: 'disk-full' } }])
  for (const table of ['articles', 'snapshots', 'snapshot_assets', 'search_rows']) expect(count(table)).toBe(0)
  await close()
})

test('closing in the middle of reading stores nothing afterwards', async () => {
  let finish: () => void = () => undefined
  const real = createReadBytes({ loadImage })
  const readSource: ReadSource = async (source) => {
    await new Promise<void>((resolve) => (finish = resolve))
    return real(source)
  }
  const { handlers, close } = open({ readSource })
  const importId = await begin(handlers, [file('a.html', page('Late'))])
  await handlers.start({ importId, onKnown: 'ask' })
  await until(handlers, importId, ({ items }) => items[0]?.step === 'reading')
  await close()
  finish()
  expect(count('articles')).toBe(0)
})

test('the sample is added once, and comes back from Trash', async () => {
  const { handlers, close } = open()
  const id = await handlers.addSample()
  expect(db.prepare('SELECT title FROM articles').pluck().all()).toEqual(['Reading with a pencil'])
  db.prepare('UPDATE articles SET trashed_at = 1').run()
  expect(await handlers.addSample()).toBe(id)
  expect(db.prepare('SELECT trashed_at FROM articles').pluck().all()).toEqual([null])
  expect(db.prepare("SELECT json_extract(provenance, '$.via') FROM snapshots").pluck().get()).toBe('sample')
  await close()
})

test('leftovers of an earlier session go after a day', async () => {
  const old = join(folder, 'incoming', 'old')
  const young = join(folder, 'incoming', 'young')
  mkdirSync(old, { recursive: true })
  mkdirSync(young)
  const before = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
  utimesSync(old, before, before)
  const { close } = open()
  await close()
  expect([existsSync(old), existsSync(young)]).toEqual([false, true])
})

test('an import that is not there, or has been started', async () => {
  const { handlers, close } = open()
  const importId = await begin(handlers, [])
  expect(handlers.start({ importId, onKnown: 'ask' })).toMatchObject({ state: 'done', total: 0 })
  await expect(async () => handlers.add({ importId, source: file('a.md', 'a') })).rejects.toMatchObject({
    code: 'invalid-call',
  })
  expect(() => handlers.get(first(crypto.randomUUID() as typeof importId))).toThrow('This import is over')
  expect(await handlers.list()).toHaveLength(1)
  await close()
})
