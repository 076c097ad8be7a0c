import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AssetId } from '@shared/domain/ids'
import { createAssetFiles } from './asset-files'

const DAY = 24 * 60 * 60 * 1000
let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-assets-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string) => new Uint8Array(Buffer.from(text))

test('a file is named by its content, and the same content is one file', async () => {
  const assets = createAssetFiles(folder)
  const id = await assets.put(bytes('hello'))
  expect(id).toBe(createHash('sha256').update('hello').digest('hex'))
  expect(await assets.put(bytes('hello'))).toBe(id)
  expect(readFileSync(join(folder, 'assets', id.slice(0, 2), id), 'utf8')).toBe('hello')
  expect(readdirSync(dirname(assets.path(id)))).toEqual([id])
  expect(Buffer.from((await assets.read(id)) ?? []).toString()).toBe('hello')
  expect(await assets.totalBytes()).toBe(5)
})

test('what is not there is null, and can be removed', async () => {
  const assets = createAssetFiles(folder)
  const id = AssetId.parse('0'.repeat(64))
  expect(await assets.read(id)).toBeNull()
  await assets.remove(id)
  expect(await assets.totalBytes()).toBe(0)
})

test('a file that was cut short is written anew', async () => {
  const assets = createAssetFiles(folder)
  const id = await assets.put(bytes('hello'))
  writeFileSync(assets.path(id), 'hel')
  await assets.put(bytes('hello'))
  expect(readFileSync(assets.path(id), 'utf8')).toBe('hello')
})

test('many writes of the same file at once leave one whole file', async () => {
  const assets = createAssetFiles(folder)
  const [id] = await Promise.all(Array.from({ length: 20 }, () => assets.put(bytes('same'))))
  if (id === undefined) throw new Error('nothing was put')
  expect(readdirSync(dirname(assets.path(id)))).toEqual([id])
})

test('the sweep takes what is old and not referred to, and leftovers of interrupted writes', async () => {
  const assets = createAssetFiles(folder)
  const now = Date.now()
  const [kept, old, young] = await Promise.all(['kept', 'old', 'young'].map((text) => assets.put(bytes(text))))
  if (!kept || !old || !young) throw new Error('nothing was put')
  const leftover = `${assets.path(old)}.1234.tmp`
  writeFileSync(leftover, 'half')
  const before = new Date(now - 2 * DAY)
  for (const file of [assets.path(kept), assets.path(old), leftover]) utimesSync(file, before, before)
  expect(await assets.sweep(new Set([kept]), now)).toBe(2)
  expect([kept, old, young].map((id) => existsSync(assets.path(id)))).toEqual([true, false, true])
})

test('what is put again is safe from the sweep until its row is written', async () => {
  const assets = createAssetFiles(folder)
  const id = await assets.put(bytes('again'))
  const before = new Date(Date.now() - 2 * DAY)
  utimesSync(assets.path(id), before, before)
  await assets.put(bytes('again'))
  expect(await assets.sweep(new Set(), Date.now())).toBe(0)
})
