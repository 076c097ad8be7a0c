import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bundleWorker } from '../../tests/support/bundle-worker'
import { textWork } from '../core/text/text-work'
import { createTextPool } from './text-pool'

const folder = mkdtempSync(join(tmpdir(), 'lectern-texts-'))
beforeAll(() => bundleWorker('text-worker', folder), 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function open(limit?: { busyMs: number; totalMs: number }) {
  const pool = createTextPool({ entry: join(folder, 'text-worker.cjs'), ...(limit && { limit }) })
  onTestFinished(pool.close)
  return pool
}

/** Some words, most of them another in each sentence. */
const long = (seed: number): string =>
  Array.from({ length: 12_000 }, (_, at) => `The ${at * seed} houses of row ${at} were built in ${1000 + at}.`).join(
    '\n',
  )

test('long texts are compared and moved in another thread, with the same answer', async () => {
  const [from, to] = [long(3), long(3).replace('row 77 were', 'row 77 never were').replace('row 4000 ', 'street 4000 ')]
  const position = { start: from.indexOf('row 5000'), end: from.indexOf('row 5000') + 8 }
  const asked = [{ position, chosen: 'row 5000' }]
  let turns = 0
  const tick = setInterval(() => (turns += 1), 1)
  const pool = open()
  const parts = await pool.compare(from, to)
  const moved = await pool.move(from, to, asked, [position.start])
  clearInterval(tick)
  expect(parts).toEqual(await textWork.compare(from, to))
  expect(moved).toEqual(await textWork.move(from, to, asked, [position.start]))
  expect(moved.passages[0]?.quote.exact).toBe('row 5000')
  expect(turns).toBeGreaterThan(3)
})

test('what takes too long is stopped and said, and so is what is closed', async () => {
  const slow = open({ busyMs: 1, totalMs: 1 })
  await expect(slow.compare(long(3), long(7))).rejects.toMatchObject({ code: 'timed-out' })
  const pool = open()
  const under = expect(pool.compare(long(3), long(7))).rejects.toMatchObject({ code: 'backend-lost' })
  await pool.close()
  await under
})
