import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleWorker } from '../../tests/support/bundle-worker'
import { WIKI } from '../../tests/support/wiki-archive'
import { buildZim } from '../../tests/support/zim-builder'
import { createArchivePool, type ArchivePool } from './archive-pool'

let folder: string
let pools: ArchivePool[] = []

/** The real worker, bundled as the app's build bundles it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-archive-worker-'))
  await bundleWorker('archive-worker', folder)
  writeFileSync(join(folder, 'wiki.zim'), buildZim(WIKI))
}, 120_000)

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()))
  pools = []
  rmSync(folder, { recursive: true, force: true })
})

function open(entry: string, limitMs?: number): ArchivePool {
  const pool = createArchivePool(limitMs === undefined ? { entry } : { entry, limitMs })
  pools.push(pool)
  return pool
}

test('the real worker answers, in order, and errors cross as data', async () => {
  const pool = open(join(folder, 'archive-worker.cjs'))
  const file = join(folder, 'wiki.zim')
  const [facts, titles, page, gone] = await Promise.allSettled([
    pool.describe({ file }),
    pool.search({ file, text: 'curie', from: 0, limit: 5 }),
    pool.page({ file, path: 'C/Radium', base: '/archives/x' }),
    pool.entry({ file: join(folder, 'gone.zim'), path: null }),
  ])
  expect(facts).toMatchObject({ value: { title: 'Wikipedia on a shelf' } })
  expect(titles).toMatchObject({ value: { titles: [{ path: 'C/Marie_Curie' }] } })
  expect(page).toMatchObject({ value: { title: 'Radium', html: expect.stringContaining('/archives/x/page?path=') } })
  expect(gone).toMatchObject({ reason: { name: 'LecternError', code: 'archive-missing' } })
  await pool.check({ file })
  const { bytes } = await pool.bytes({ file, path: 'C/_assets_/curie.png', most: 1000 })
  expect(bytes).toBeInstanceOf(Uint8Array)
})

test('a question that hangs or kills its worker is ended, and the next one is answered', async () => {
  const bad = join(folder, 'bad-worker.cjs')
  writeFileSync(
    bad,
    `const { parentPort } = require('node:worker_threads')
    parentPort.on('message', ({ input }) => {
      if (input.file === 'loop') for (;;);
      if (input.file === 'exit') process.exit(3)
      if (input.file === 'throw') setImmediate(() => { throw new Error('a bug') })
      if (input.file === 'good') parentPort.postMessage({ ok: true, value: null })
    })`,
  )
  const pool = open(bad, 1500)
  const ask = (file: string) => pool.entry({ file, path: null })
  const answers = await Promise.allSettled(['loop', 'good', 'exit', 'throw', 'good'].map(ask))
  expect(answers).toMatchObject([
    { reason: { code: 'timed-out' } },
    { value: null },
    { reason: { code: 'archive-damaged' } },
    { reason: { code: 'archive-damaged' } },
    { value: null },
  ])
  const [hanging, waiting] = [ask('loop'), ask('good')].map((answer) => answer.catch((error: unknown) => error))
  await pool.close()
  expect(await hanging).toMatchObject({ code: 'backend-lost' })
  expect(await waiting).toMatchObject({ code: 'backend-lost' })
}, 30_000)
