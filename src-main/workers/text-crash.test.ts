import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { ImportPage, ImportSource } from '@shared/contract/imports'
import type { ImportId } from '@shared/domain/ids'
import { bundleWorker } from '../../tests/support/bundle-worker'
import { openTestLibrary, type TestLibrary } from '../../tests/support/library'
import { createTextPool } from './text-pool'

const folder = mkdtempSync(join(tmpdir(), 'lectern-crash-'))
beforeAll(() => bundleWorker('text-worker', folder), 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A worker that dies with its first order in hand, and from then on works. */
function dyingOnce(how: string): string {
  const entry = join(folder, `${how.replaceAll(/\W/gu, '')}.cjs`)
  const mark = JSON.stringify(`${entry}.died`)
  const death = `require('node:fs').writeFileSync(${mark}, ''); ${how}`
  writeFileSync(
    entry,
    `if (require('node:fs').existsSync(${mark})) require('./text-worker.cjs')
     else require('node:worker_threads').parentPort.once('message', () => { ${death} })`,
  )
  return entry
}

const QUOTE = 'The pump of row 700 was the cause.'
const LONG = Array.from({ length: 3000 }, (_, at) => `The pump of row ${at} was ${at === 700 ? 'the' : 'no'} cause.`)
const page = (first: string): ImportSource => ({
  kind: 'file',
  path: 'saved/pump.md',
  bytes: new Uint8Array(Buffer.from(`# The pump\n\n${first}\n\n${LONG.join('\n\n')}`)),
})

async function settled({ client, nextEvent }: TestLibrary, importId: ImportId): Promise<ImportPage> {
  for (;;) {
    const event = nextEvent()
    const current = await client.imports.get({ importId })
    if (current.state === 'done') return current
    await event
  }
}

async function bring(library: TestLibrary, source: ImportSource): Promise<ImportPage> {
  const importId = await library.client.imports.begin(undefined)
  await library.client.imports.add({ importId, source })
  await library.client.imports.start({ importId, onKnown: 'update' })
  return settled(library, importId)
}

test.each([['process.exit(1)'], ["throw new Error('out of luck')"]])(
  'a thread that dies in the middle of an update (%s) leaves the article and its highlights as they were, and trying again works',
  async (how) => {
    const textTasks = createTextPool({ entry: dyingOnce(how) })
    onTestFinished(textTasks.close)
    const library = openTestLibrary({ textTasks })
    const { client } = library
    const [added] = (await bring(library, page('It stood in Broad Street.'))).items
    const id = added?.articleId ?? ''
    const before = await client.articles.get({ id })
    const { html } = await client.snapshots.html({ id: before.snapshotId })
    const start = html.replace(/<[^>]+>/gu, '').indexOf(QUOTE)
    await client.annotations.highlight({
      target: {
        snapshotId: before.snapshotId,
        position: { start, end: start + QUOTE.length },
        quote: { exact: QUOTE, prefix: '', suffix: '' },
      },
      colour: 'yellow',
    })
    const marked = await client.articles.get({ id })
    const highlights = await client.annotations.list({ articleId: before.id })

    const failed = await bring(library, page('It stood in Broad Street, and was new.'))
    expect(failed.items).toMatchObject([{ state: 'failed', error: { code: 'internal' } }])
    expect(failed.items[0]?.error?.message).toContain('your highlights are as they were')
    expect(await client.articles.get({ id })).toEqual(marked)
    expect(await client.annotations.list({ articleId: before.id })).toEqual(highlights)
    expect(await client.snapshots.list({ articleId: before.id })).toHaveLength(1)

    await client.imports.retry({ importId: failed.id, items: 'all' })
    const again = await settled(library, failed.id)
    expect(again.items).toMatchObject([{ state: 'updated', articleId: id, remark: '1 highlight moved.' }])
    const [moved] = await client.annotations.list({ articleId: before.id })
    expect(moved).toMatchObject({ id: highlights[0]?.id, place: 'placed', target: { quote: { exact: QUOTE } } })
    expect(await client.snapshots.list({ articleId: before.id })).toHaveLength(2)
  },
)

test('a thread that dies while two versions are compared says so, and the next comparison works', async () => {
  const pool = createTextPool({ entry: dyingOnce('process.exit(3)') })
  onTestFinished(pool.close)
  const [from, to] = [LONG.join('\n'), LONG.join('\n').replace('row 700', 'row 7000')]
  await expect(pool.compare(from, to)).rejects.toMatchObject({ code: 'internal' })
  expect((await pool.compare(from, to)).some(({ kind }) => kind === 'changed')).toBe(true)
})
