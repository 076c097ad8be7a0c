import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportId } from '@shared/domain/ids'
import { openTestLibrary, type TestLibrary } from '../../../../tests/support/library'
import { loadImage } from '../fetching/load-image'
import { createReadBytes } from '../reading/read-bytes'
import type { ReadSource } from '../reading/read-source'

const read = createReadBytes({ loadImage })
const WORDS = 'There is enough of a text in this file for it to be taken for an article.'
const file = (path: string, words: string) => ({
  kind: 'file' as const,
  path,
  bytes: new Uint8Array(Buffer.from(`# Title of ${path}\n\n${WORDS} ${words}`)),
})

async function start({ client }: TestLibrary, count: number): Promise<ImportId> {
  const importId = await client.imports.begin(undefined)
  for (let at = 0; at < count; at++) {
    await client.imports.add({ importId, source: file(`drop/${at}.md`, `Number ${at}.`) })
  }
  await client.imports.start({ importId })
  return importId
}

async function done({ client, nextEvent }: TestLibrary, importId: ImportId) {
  for (;;) {
    const event = nextEvent()
    const current = await client.imports.get({ importId })
    if (current.state === 'done') return current
    await event
  }
}

const articleCount = async ({ client }: TestLibrary) =>
  (await client.articles.list({ view: { kind: 'all' }, sort: 'added', offset: 0, limit: 1 })).total

test('a thousand files: few events, pages of items, and every one an article', async () => {
  const library = openTestLibrary()
  const importId = await start(library, 1000)
  let slowest = 0
  for (;;) {
    const event = library.nextEvent()
    const began = performance.now()
    const current = await library.client.imports.get({ importId })
    slowest = Math.max(slowest, performance.now() - began)
    expect(current.items.length).toBeLessThanOrEqual(100)
    if (current.state === 'done') break
    await event
  }
  const last = await library.client.imports.get({ importId, offset: 950 })
  expect(last).toMatchObject({ total: 1000, matching: 1000, counts: { added: 1000 } })
  expect(last.items.map(({ name }) => name).slice(-1)).toEqual(['drop/999.md'])
  const changes = library.events.filter(({ name }) => name === 'articles.changed')
  expect(changes.flatMap((event) => ('ids' in event ? event.ids : []))).toHaveLength(1000)
  expect(changes.length).toBeLessThan(500)
  process.stdout.write(`looking at it took at most ${Math.round(slowest)} ms; ${changes.length} changes of the list\n`)
}, 240_000)

test('pausing and closing end what is being read at once, and it is read anew', async () => {
  const stopped: string[] = []
  let begun = 0
  let stuck = true
  const readSource: ReadSource = (source, signal) => {
    if (!stuck) return read(source)
    begun++
    return new Promise((_, reject) =>
      signal?.addEventListener('abort', () => {
        stopped.push(source.name)
        reject(new Error('ended'))
      }),
    )
  }
  const library = openTestLibrary({ readSource })
  const importId = await start(library, 3)
  await expect.poll(() => begun).toBe(2)
  await library.client.imports.pause({ importId })
  expect(stopped).toHaveLength(2)
  expect(await library.client.imports.get({ importId })).toMatchObject({ state: 'paused', counts: { waiting: 3 } })
  await library.client.imports.resume({ importId })
  await expect.poll(() => begun).toBe(4)
  await library.close()
  expect(stopped).toHaveLength(4)
  stuck = false
  const next = openTestLibrary({ folder: library.folder, readSource })
  next.library.resumeImports()
  expect((await done(next, importId)).counts).toMatchObject({ added: 3, failed: 0 })
})

test('one failed item is tried again, or all; a discarded import is gone with its sources', async () => {
  const broken = new Set(['drop/1.md', 'drop/2.md'])
  const readSource: ReadSource = (source) =>
    broken.has(source.name) ? Promise.reject(new Error('a bug')) : read(source)
  const library = openTestLibrary({ readSource })
  const importId = await start(library, 4)
  const failed = await done(library, importId)
  expect(failed.counts).toMatchObject({ added: 2, failed: 2 })
  const [first] = failed.items
  expect(first).toMatchObject({ name: 'drop/1.md', state: 'failed' })
  broken.clear()
  await library.client.imports.retry({ importId, items: [first?.id ?? ''] })
  expect((await done(library, importId)).counts).toMatchObject({ added: 3, failed: 1 })
  await library.client.imports.retry({ importId, items: 'all' })
  expect((await done(library, importId)).counts).toMatchObject({ added: 4, failed: 0 })
  await library.client.imports.discard({ importId })
  expect(await library.client.imports.list(undefined)).toEqual([])
  await expect(library.client.imports.get({ importId })).rejects.toMatchObject({ code: 'not-found' })
  expect(await articleCount(library)).toBe(4)
})

/** What a person may press, in any order, while files are being read. */
type Press = 'pause' | 'resume' | 'cancel' | 'retry' | 'read' | 'fail' | 'restart'
const PRESSES: readonly Press[] = ['pause', 'resume', 'cancel', 'retry', 'read', 'read', 'read', 'fail', 'restart']

test('whatever is pressed in whatever order, no file is lost and none is added twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...PRESSES), { maxLength: 25 }), async (presses) => {
      /** Those being read, waiting to be told how it goes. */
      let waiting: ((ok: boolean) => void)[] = []
      let free = false
      const readSource: ReadSource = async (source) => {
        const ok = free || (await new Promise<boolean>((resolve) => waiting.push(resolve)))
        if (!ok) throw new Error('a bug')
        return read(source)
      }
      const settle = (ok: boolean) => {
        for (const go of waiting.splice(0, 1)) go(ok)
      }
      let library = openTestLibrary({ readSource })
      const importId = await start(library, 5)
      let wasCancelled = false
      for (const press of presses) {
        const { imports } = library.client
        if (press === 'pause') await imports.pause({ importId })
        if (press === 'resume') await imports.resume({ importId })
        if (press === 'retry') await imports.retry({ importId, items: 'all' })
        if (press === 'cancel') {
          await imports.cancel({ importId })
          wasCancelled = true
        }
        if (press === 'read' || press === 'fail') settle(press === 'read')
        if (press === 'restart') {
          await library.close()
          waiting = []
          library = openTestLibrary({ folder: library.folder, readSource })
          library.library.resumeImports()
        }
        await new Promise((resolve) => setImmediate(resolve))
        const { counts, total, state } = await library.client.imports.get({ importId })
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total)
        if (state === 'done') expect(counts.waiting + counts.working).toBe(0)
        if (state === 'paused') expect(counts.working).toBe(0)
      }
      free = true
      for (const go of waiting.splice(0)) go(true)
      await library.client.imports.resume({ importId })
      await library.client.imports.retry({ importId, items: 'all' })
      const { counts } = await done(library, importId)
      expect(counts.failed + counts.duplicate).toBe(0)
      if (!wasCancelled) expect(counts.added).toBe(5)
      expect(await articleCount(library)).toBe(counts.added)
      await library.close()
    }),
    { numRuns: 15 },
  )
}, 120_000)
