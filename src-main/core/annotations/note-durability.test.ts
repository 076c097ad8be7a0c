import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { noteText } from '@shared/text/note-text'
import { openStores, targetOf } from '../../../tests/support/stores'

const support = resolve(import.meta.dirname, '../../../tests/support')

/** Lets a process save a note until it has said so often enough, kills it, and answers the last revision it said. */
async function saveUntilKilled(folder: string, id: string, times: number): Promise<number> {
  const args = [resolve(support, 'run-ts.mjs'), resolve(support, 'save-until-killed.ts'), folder, id]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.split('\n').length > times) child.kill('SIGKILL')
  })
  await once(child, 'close')
  // A last line without its end was cut off while it was said.
  const whole = said.slice(0, said.lastIndexOf('\n')).split('\n')
  expect(whole.length).toBeGreaterThanOrEqual(times)
  return Number(whole.at(-1))
}

test('every save that was acknowledged is there after kill -9, and search agrees', async () => {
  const stores = openStores()
  const { snapshotId, text } = stores.addArticle()
  const { id } = await stores.annotations.highlight({ target: targetOf(snapshotId, text, 'pump'), colour: 'pink' })
  for (const times of [1, 7, 30]) {
    const acknowledged = await saveUntilKilled(stores.folder, id, times)
    const stored = stores.annotationStore.get(id)
    expect(stored?.revision).toBeGreaterThanOrEqual(acknowledged)
    // One more may have been stored than could be said.
    expect(stored?.revision).toBeLessThanOrEqual(acknowledged + 1)
    expect(stored?.body && noteText(stored.body)).toMatch(new RegExp(`^Save ${stored?.revision} `, 'u'))
    const found = stores.db.prepare('SELECT count(*) FROM search_index_own WHERE search_index_own MATCH ?').pluck()
    expect(found.get(`save AND ${stored?.revision}`)).toBe(1)
  }
  expect(stores.db.pragma('integrity_check', { simple: true })).toBe('ok')
}, 60_000)

test('the same holds of a note that stands alone, and its title and search agree with its text', async () => {
  const stores = openStores()
  const { id } = await stores.notes.create({ topicId: null, body: null })
  for (const times of [1, 7, 30]) {
    const acknowledged = await saveUntilKilled(stores.folder, `note:${id}`, times)
    const stored = stores.noteStore.get(id)
    expect(stored?.revision).toBeGreaterThanOrEqual(acknowledged)
    expect(stored?.revision).toBeLessThanOrEqual(acknowledged + 1)
    expect(stored?.body && noteText(stored.body)).toMatch(new RegExp(`^Save ${stored?.revision} `, 'u'))
    expect(stored?.title).toMatch(new RegExp(`^Save ${stored?.revision} `, 'u'))
    const indexed = stores.db.prepare('SELECT count(*) FROM search_rows WHERE note_id = ?').pluck().get(id)
    expect(indexed).toBe(1)
  }
  expect(stores.db.pragma('integrity_check', { simple: true })).toBe('ok')
}, 60_000)
