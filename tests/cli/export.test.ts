import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src-main/core/database/database'
import { createSettingsStore } from '../../src-main/core/settings/settings-store'
import { givenFiles, highlight, lectern, lecternHere } from '../support/command-line'

test('sync keeps the folder that it was given first, and its flavour', async () => {
  const { folder, library, page } = givenFiles()
  await lectern(['import', page, '--library', library])
  await highlight(library, 'the map pointed at one pump')
  expect(await lecternHere(['sync', '--library', library])).toMatchObject({ code: 1, out: '' })
  const to = join(folder, 'vault')
  expect((await lecternHere(['sync', '--to', to, '--dry-run', '--library', library])).code).toBe(1)
  mkdirSync(join(to, '.obsidian'), { recursive: true })
  const tried = await lecternHere(['sync', '--to', to, '--dry-run', '--library', library])
  expect(tried).toMatchObject({ code: 0, out: 'created    The Broad Street pump.md\n' })
  expect(readdirSync(to)).toEqual(['.obsidian'])
  expect((await lecternHere(['sync', '--to', to, '--library', library])).code).toBe(0)
  expect(readFileSync(join(to, 'The Broad Street pump.md'), 'utf8')).toMatch(/^\^[\w-]+$/mu)
  expect((await lecternHere(['sync', '--library', library])).err).toContain('1 unchanged, 0 changed')
})

test('a file is no folder to write to, and nothing is made where there is no library', async () => {
  const { folder, library, page } = givenFiles()
  await lectern(['import', page, '--library', library])
  for (const command of ['sync', 'export']) {
    const refused = await lecternHere([command, '--to', page, '--library', library])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('is a file, not a folder. Nothing was written.')
  }
  const to = join(folder, 'never')
  const damaged = join(folder, 'damaged')
  mkdirSync(damaged)
  writeFileSync(join(damaged, 'library.db'), 'no database')
  expect((await lecternHere(['sync', '--to', to, '--library', damaged])).code).toBe(1)
  expect(existsSync(to)).toBe(false)
})

test('a bibliography is in the style of the settings, or in the one that is named', async () => {
  const { library, page } = givenFiles()
  await lectern(['import', page, '--library', library])
  const bibliography = async (...options: string[]) =>
    (await lecternHere(['export', '--format', 'bibliography', '--library', library, ...options])).out
  expect(await bibliography()).toContain('*The Broad Street pump*')
  const db = openDatabase(library)
  createSettingsStore(db).update({ citationStyle: 'ieee' })
  db.close()
  expect(await bibliography()).toContain('[1]')
  expect(await bibliography('--style', 'apa')).not.toContain('[1]')
})
