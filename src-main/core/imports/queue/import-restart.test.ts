import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openTestLibrary } from '../../../../tests/support/library'
import { tempFolder } from '../../../../tests/support/temp-folder'

const support = resolve(import.meta.dirname, '../../../../tests/support')

/** Runs an import in a process of its own until it says that so many items are settled, or that it is done; then kills it. */
async function importUntil(folder: string, count: number, settled: number, ...more: string[]): Promise<string> {
  const args = [join(support, 'run-ts.mjs'), join(support, 'import-until-killed.ts'), folder, String(count), ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const line of createInterface({ input: child.stdout })) {
    said = line
    const [state, done] = line.split(' ')
    if (state === 'done' || Number(done) >= settled) break
  }
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return said
}

test('an import goes on where it was killed, again and again, and each file becomes one article', async () => {
  const folder = tempFolder()
  const count = 60
  expect(await importUntil(folder, count, 8)).toMatch(/^running/u)
  expect(await importUntil(folder, 0, 25)).toMatch(/^running/u)
  const { client, close } = openTestLibrary({ folder })
  const [left] = await client.imports.list(undefined)
  expect(left).toMatchObject({ state: 'running', total: count })
  // A command that opens the library leaves the import alone; the app's own process goes on with it.
  await close()
  const again = openTestLibrary({ folder })
  again.library.resumeImports()
  for (;;) {
    const event = again.nextEvent()
    const [current] = await again.client.imports.list(undefined)
    if (current?.state === 'done') break
    await event
  }
  const [done] = await again.client.imports.list(undefined)
  expect(done?.counts).toMatchObject({ added: count, duplicate: 0, failed: 0 })
  const { total } = await again.client.articles.list({ view: { kind: 'all' }, sort: 'added', offset: 0, limit: 1 })
  expect(total).toBe(count)
  await again.close()
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
}, 120_000)

test('a file that ends the process twice is given up, and the others are read', async () => {
  const folder = tempFolder()
  await importUntil(folder, 6, 99, 'poison')
  await importUntil(folder, 0, 99)
  expect(await importUntil(folder, 0, 99)).toBe('done 6')
  const { client } = openTestLibrary({ folder })
  const [done] = await client.imports.list(undefined)
  expect(done?.counts).toMatchObject({ added: 5, failed: 1 })
  const { items } = await client.imports.get({ importId: done?.id ?? '', states: ['failed'] })
  expect(items).toMatchObject([{ name: 'poison.md', error: { message: expect.stringContaining('ended 2 times') } }])
}, 120_000)

test('a paused import stays paused over a restart', async () => {
  const folder = tempFolder()
  const first = openTestLibrary({ folder })
  const importId = await first.client.imports.begin(undefined)
  for (let at = 0; at < 20; at++) {
    await first.client.imports.add({
      importId,
      source: { kind: 'text', text: `# A ${at}\n\nWords of ${at}.`, format: 'markdown' },
    })
  }
  await first.client.imports.start({ importId })
  await first.client.imports.pause({ importId })
  const { counts } = await first.client.imports.get({ importId })
  expect(counts.working).toBe(0)
  await first.close()
  const second = openTestLibrary({ folder })
  second.library.resumeImports()
  const paused = await second.client.imports.get({ importId })
  expect(paused).toMatchObject({ state: 'paused', counts: { waiting: counts.waiting } })
  await second.client.imports.resume({ importId })
  for (;;) {
    const event = second.nextEvent()
    const current = await second.client.imports.get({ importId })
    if (current.state === 'done') break
    await event
  }
  expect((await second.client.imports.get({ importId })).counts.added).toBe(20)
})
