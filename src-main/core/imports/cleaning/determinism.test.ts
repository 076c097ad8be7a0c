import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createReadBytes } from '../reading/read-bytes'

const root = resolve(import.meta.dirname, '../../../..')
const corpora = resolve(root, '../shared/corpora')
const files = [join(root, 'tests/fixtures/pages'), join(corpora, 'defuddle'), join(corpora, 'wikipedia')]
  .filter(existsSync)
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .sort()
      .filter((_, at) => folder.includes('fixtures') || at % 30 === 0)
      .map((name) => join(folder, name)),
  )

async function fingerprints(order: readonly string[]): Promise<Map<string, string>> {
  const read = createReadBytes({ loadImage: async () => null })
  const prints = new Map<string, string>()
  for (const file of order) {
    const article = await read({
      bytes: new Uint8Array(readFileSync(file)),
      name: basename(file),
      format: 'html',
      via: 'file',
      url: null,
      contentType: null,
      folder: null,
    })
    prints.set(file, createHash('sha256').update(JSON.stringify(article)).digest('hex'))
  }
  return prints
}

// Regular expressions with a memory and caches between pages would show here.
test('the same bytes give the same snapshot, whatever was read before', async () => {
  const once = await fingerprints(files)
  const again = await fingerprints([...files].reverse())
  expect(again).toEqual(new Map([...once].reverse()))
  expect(once.size).toBe(files.length)
}, 120_000)
