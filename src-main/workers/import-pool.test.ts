import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleWorker } from '../../tests/support/bundle-worker'
import { fileSource } from '../../tests/support/source'
import { createImportPool, type ImportPool } from './import-pool'

const root = resolve(import.meta.dirname, '../..')
let folder: string
let pools: ImportPool[] = []

/** The real worker, bundled as the app's build bundles it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-worker-'))
  await bundleWorker('import-worker', folder)
}, 120_000)

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()))
  pools = []
  rmSync(folder, { recursive: true, force: true })
})

function open(entry: string, options: { limitMs?: number; memoryMb?: number; size?: number } = {}): ImportPool {
  const pool = createImportPool({ entry, size: 1, ...options })
  pools.push(pool)
  return pool
}

/** A worker that does what the name of its source says, for what no reader of ours can be brought to do. */
function badWorker(): string {
  const file = join(folder, 'bad-worker.cjs')
  writeFileSync(
    file,
    `const { parentPort } = require('node:worker_threads')
    parentPort.on('message', ({ name }) => {
      if (name === 'loop') for (;;);
      if (name === 'exit') process.exit(3)
      if (name === 'throw') setImmediate(() => { throw new Error('a bug') })
      if (name === 'memory') for (const all = []; ; ) all.push(new Array(100000).fill(Math.random()))
      if (name === 'good') parentPort.postMessage({ ok: true, article: { title: 'Good' } })
    })`,
  )
  return file
}

const real = () => join(folder, 'import-worker.cjs')

test('the real worker reads each format, and assets come with it', async () => {
  const pool = open(real(), { size: 2 })
  const image = `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" alt="a dot">`
  const words = 'There is enough of a text on this page for it to be taken for an article, and it goes on for a while.'
  const [html, markdown, text, wikipedia] = await Promise.all([
    pool.readSource(
      fileSource('a.html', `<!doctype html><title>Page</title><h1>Page</h1><p>${words}</p><p>${image} ${words}</p>`),
    ),
    pool.readSource(fileSource('a.md', `# Notes\n\n${words}`)),
    pool.readSource(fileSource('a.txt', `Letter\n\n${words}`)),
    pool.readSource(fileSource('k.txt', readFileSync(join(root, 'tests/fixtures/karachi-police-station-attack.txt')))),
  ])
  expect([html.title, markdown.title, text.title, wikipedia.title]).toEqual([
    'Page',
    'Notes',
    'Letter',
    '2023 Karachi police station attack',
  ])
  expect(html.assets).toHaveLength(1)
  expect(html.assets[0]?.bytes).toBeInstanceOf(Uint8Array)
  expect(wikipedia.facts).toHaveLength(8)
})

test('errors cross as data', async () => {
  const pool = open(real())
  await expect(pool.readSource(fileSource('empty.md', ''))).rejects.toMatchObject({
    name: 'LecternError',
    code: 'nothing-to-read',
    message: expect.stringContaining('empty.md'),
  })
})

test('a real source that takes too long is stopped, and the next one is read', async () => {
  const pool = open(real(), { limitMs: 500 })
  // Half a minute and more, for fifty thousand marks that all lead to one footnote.
  const slow = fileSource('slow.md', `${'[^1] '.repeat(50_000)}\n\n[^1]: x`)
  await expect(pool.readSource(slow)).rejects.toMatchObject({
    code: 'timed-out',
    message: expect.stringContaining('slow.md'),
  })
  const next = open(real())
  expect(await next.readSource(fileSource('a.md', '# Next\n\nWords.'))).toMatchObject({ title: 'Next' })
})

test('endless work, a crash and too much memory each end one source only', async () => {
  const pool = open(badWorker(), { limitMs: 1500, memoryMb: 32 })
  const results = await Promise.allSettled(
    ['loop', 'good', 'exit', 'throw', 'memory', 'good'].map((name) => pool.readSource(fileSource(name, 'x'))),
  )
  expect(results).toMatchObject([
    { reason: { code: 'timed-out' } },
    { value: { title: 'Good' } },
    { reason: { code: 'internal' } },
    { reason: { code: 'internal' } },
    { reason: { code: 'too-large', message: expect.stringContaining('memory') } },
    { value: { title: 'Good' } },
  ])
}, 30_000)

test('what nobody waits for any more is ended at once, also before it is begun, and the next one is read', async () => {
  const pool = open(badWorker())
  const stop = new AbortController()
  const reading = Promise.allSettled(
    ['loop', 'loop'].map((name) => pool.readSource(fileSource(name, 'x'), stop.signal)),
  )
  const next = pool.readSource(fileSource('good', 'x'))
  stop.abort()
  expect(await reading).toMatchObject([
    { reason: { message: expect.stringContaining('was stopped') } },
    { reason: { message: expect.stringContaining('was stopped') } },
  ])
  expect(await next).toMatchObject({ title: 'Good' })
})

test('closing ends what is being read and what waits', async () => {
  const pool = open(badWorker())
  const reading = Promise.allSettled(['loop', 'good'].map((name) => pool.readSource(fileSource(name, 'x'))))
  await pool.close()
  expect(await reading).toMatchObject([{ reason: { code: 'backend-lost' } }, { reason: { code: 'backend-lost' } }])
  await expect(pool.readSource(fileSource('good', 'x'))).rejects.toMatchObject({ code: 'backend-lost' })
})
