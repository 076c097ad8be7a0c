import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** The project's sources below a folder, without tests: path from the root and text. */
function sources(folder: string): { readonly path: string; readonly text: string }[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !/\.test\.tsx?$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))
}

const SQL =
  /\b(?:SELECT\s[^'"]*?\bFROM\b|INSERT\s+(?:OR \w+ )?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|CREATE\s+(?:VIRTUAL )?TABLE\b)/u
const MAY_HOLD_SQL = /^src-main\/(?:core\/database\/.*|core\/search\/search-index|(?:core|cli)\/.*-store)\.ts$/u

test('SQL is found where it is', () => {
  const stores = sources('src-main/core').filter(({ path }) => path.endsWith('-store.ts'))
  expect(stores.filter(({ text }) => SQL.test(text)).map(({ path }) => path)).toContain(
    'src-main/core/articles/article-store.ts',
  )
})

test('SQL stands only in stores, the search index and database/', () => {
  const strays = ['src-main', 'src-shared', 'src-renderer', 'src-preload'].flatMap(sources)
  expect(strays.filter(({ path, text }) => SQL.test(text) && !MAY_HOLD_SQL.test(path)).map(({ path }) => path)).toEqual(
    [],
  )
})

test('the preload script stays a bridge', () => {
  const lines = readFileSync(join(root, 'src-preload/index.ts'), 'utf8').split('\n')
  expect(lines.length).toBeLessThanOrEqual(30)
})

test('no file holds two ideas: the longest has at most 500 lines, the median fewer than 100', () => {
  const lengths = ['src-main', 'src-shared', 'src-renderer', 'src-preload']
    .flatMap(sources)
    .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
  expect(lengths.filter(({ lines }) => lines > 500)).toEqual([])
  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100)
})

test('zod stays out of what the browser loads', () => {
  const folder = join(root, 'out/renderer/app')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  for (const name of scripts) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('ZodDiscriminatedUnion')
})
