import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { plainNote } from '@shared/text/note-text'
import { openSyncing } from '../../../../tests/support/syncing'
import { tempFolder } from '../../../../tests/support/temp-folder'

const support = resolve(import.meta.dirname, '../../../../tests/support')

/** Lets a process sync until so many files came into place, and kills it between two writes. */
async function syncUntilKilled(library: string, vault: string, after: number): Promise<void> {
  const args = [resolve(support, 'run-ts.mjs'), resolve(support, 'sync-until-killed.ts'), library, vault]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const seen = new Set<string>()
  const watcher = watch(vault, (_, name) => {
    if (name?.endsWith('.md') === true) seen.add(name)
    if (seen.size >= after) child.kill('SIGKILL')
  })
  await once(child, 'close')
  watcher.close()
}

test('a sync that was killed between two writes is understood by the next one', async () => {
  const { annotations, folder, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const all = []
  for (let at = 0; at < 60; at += 1) all.push(await highlighted(`Article ${String(at).padStart(3, '0')}`, 'pump', at))
  await syncUntilKilled(folder, vault, 12)
  const written = readdirSync(vault).filter((name) => name.endsWith('.md')).length
  expect(written).toBeGreaterThanOrEqual(12)
  expect(written).toBeLessThan(60)
  await sync(vault)
  const whole = tempFolder()
  await sync(whole)
  const files = readdirSync(whole)
  expect(files).toHaveLength(60)
  for (const name of files)
    expect(readFileSync(join(vault, name), 'utf8')).toBe(readFileSync(join(whole, name), 'utf8'))

  // Both sides change, and the run that merges them is killed: nothing is put beside twice.
  for (const { highlight, title } of all.map((one, at) => ({
    ...one,
    title: `Article ${String(at).padStart(3, '0')}.md`,
  }))) {
    writeFileSync(
      join(vault, title),
      `${readFileSync(join(vault, title), 'utf8').replace('> pump', '> MY pump')}\nMine\n`,
    )
    await annotations.saveNote({ id: highlight.id, baseRevision: 0, body: plainNote('A note') })
  }
  await syncUntilKilled(folder, vault, 8)
  await sync(vault)
  for (const name of files) {
    const text = readFileSync(join(vault, name), 'utf8')
    expect(text.match(/MY pump/gu)).toHaveLength(1)
    expect(text.match(/Changed in Lectern/gu)).toHaveLength(1)
    expect(text).toContain('\nMine\n')
  }
  expect((await sync(vault)).files).toEqual([])
  const partial = /^\.lectern-.*\.partial$/u
  expect(readdirSync(vault).filter((name) => !name.endsWith('.md') && !partial.test(name))).toEqual([])
}, 120_000)
