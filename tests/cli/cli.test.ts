import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { SnapshotId } from '@shared/domain/ids'
import { run } from '../../src-main/cli/run'
import { createAnnotationStore } from '../../src-main/core/annotations/annotation-store'
import { annotationHandlers } from '../../src-main/core/annotations/annotations'
import { openDatabase } from '../../src-main/core/database/database'
import { createSearchIndex } from '../../src-main/core/search/search-index'
import { createSnapshotStore } from '../../src-main/core/snapshots/snapshot-store'
import { targetOf } from '../support/stores'
import { tempFolder } from '../support/temp-folder'

const root = resolve(import.meta.dirname, '../..')

const PAGE = `<!doctype html><html lang="en"><head><title>The Broad Street pump</title></head><body><article>
<h1>The Broad Street pump</h1><p>In 1854 cholera struck Soho, and within ten days some five hundred people had died.
The physician John Snow walked from door to door and asked where each household fetched its water.</p>
<h2>The map</h2><p>Dr Snow mapped the deaths, and the map pointed at one pump in Broad Street. He persuaded the board of
guardians to take off its handle, which they did on the following day.</p>
<p><img src="figures/map.png" alt="The map"></p></article></body></html>`
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built command line in a process of its own. */
async function lectern(args: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'out/main/cli.cjs'), ...args], { cwd: root })
  child.stdin.end(input)
  const ended = new Promise<number | null>((done) => child.on('close', done))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, err }
}

/** The same within this process, which is faster where nothing is read in workers. */
async function lecternHere(args: readonly string[]): Promise<Ended> {
  let out = ''
  let err = ''
  const code = await run(args, { stdin: Readable.from([]), out: (more) => (out += more), err: (more) => (err += more) })
  return { code, out, err }
}

function givenFiles(): { library: string; page: string; folder: string } {
  const folder = tempFolder()
  const page = join(folder, 'pump.html')
  mkdirSync(join(folder, 'figures'))
  writeFileSync(page, PAGE)
  writeFileSync(join(folder, 'figures/map.png'), PNG)
  return { folder, page, library: tempFolder() }
}

/** Makes one highlight in the first article, as the app would. */
async function highlight(library: string, exact: string): Promise<void> {
  const { out } = await lecternHere(['list', '--library', library, '--json'])
  const [article] = z.array(z.object({ snapshotId: SnapshotId })).parse(JSON.parse(out))
  if (article === undefined) throw new Error('The library is empty')
  const db = openDatabase(library)
  const words = createSnapshotStore(db).text(article.snapshotId) ?? ''
  const store = createAnnotationStore(db, createSearchIndex(db))
  const annotations = annotationHandlers({ store, emit: () => undefined, now: Date.now })
  await annotations.highlight({ target: targetOf(article.snapshotId, words, exact), colour: 'green' })
  db.close()
}

test('brings in a page, lists, finds and exports it, and finds the library whole', async () => {
  const { folder, library, page } = givenFiles()
  const imported = await lectern(['import', page, '--library', library, '--json'])
  expect(imported.code).toBe(0)
  expect(JSON.parse(imported.out)).toMatchObject({
    name: 'pump.html',
    state: 'added',
    title: 'The Broad Street pump',
    error: null,
  })

  const listed = await lectern(['list', '--library', library, '--json'])
  expect(JSON.parse(listed.out)).toMatchObject([{ title: 'The Broad Street pump', status: 'inbox' }])
  expect((await lectern(['list', '--library', library, '--status', 'archive'])).out).toBe('')

  const found = await lectern(['search', '--library', library, 'broad', 'street', 'handle'])
  expect(found.out).toContain('[handle]')

  await highlight(library, 'the map pointed at one pump')
  const to = join(folder, 'export')
  const first = await lectern(['export', '--library', library, '--to', to])
  expect(first).toMatchObject({ code: 0, out: 'created    The Broad Street pump.md\n' })
  const [name = ''] = readdirSync(to)
  const bytes = readFileSync(join(to, name))
  expect(bytes.toString()).toContain('## The map\n\n> the map pointed at one pump\n')
  expect((await lectern(['export', '--library', library, '--to', to])).err).toContain('1 unchanged, 0 changed')
  expect((await lectern(['export', '--library', library, '--to', `${to}-2`])).code).toBe(0)
  expect(readFileSync(join(`${to}-2`, name))).toEqual(bytes)

  const checked = await lectern(['check', '--library', library, '--json'])
  expect(checked.code).toBe(0)
  expect(JSON.parse(checked.out)).toMatchObject({ ok: true, articles: 1, highlights: 1, assets: 2, findings: [] })
})

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

test('says what failed, brings in the rest, and ends with 1', async () => {
  const { folder, library, page } = givenFiles()
  writeFileSync(join(folder, 'broken.html'), Buffer.from([0, 1, 2, 3, 0, 0xff]))
  const { code, out, err } = await lectern([
    'import',
    page,
    join(folder, 'broken.html'),
    join(folder, 'gone.md'),
    '--library',
    library,
  ])
  expect(code).toBe(1)
  expect(out).toBe('1 added, 2 failed\n')
  expect(err).toContain('There is no such file')
  const again = await lectern(['import', page, '--library', library])
  expect(again).toMatchObject({ code: 0, out: '0 added, 1 already there\n' })
})

test('brings in a folder', async () => {
  const { folder, library } = givenFiles()
  const { code, out } = await lectern(['import', folder, '--library', library])
  expect({ code, out }).toEqual({ code: 0, out: '1 added\n' })
})

test('finds what is wrong with a library', async () => {
  const { library, page } = givenFiles()
  await lectern(['import', page, '--library', library])
  await highlight(library, 'the map pointed at one pump')
  const db = new BetterSqlite3(join(library, 'library.db'))
  db.exec("UPDATE annotation_targets SET exact = 'other words'")
  db.exec("UPDATE annotations SET body = '{', revision = 1")
  db.exec('DELETE FROM search_index WHERE rowid = (SELECT min(id) FROM search_rows)')
  db.close()
  rmSync(join(library, 'assets'), { recursive: true })
  const { code, out } = await lectern(['check', '--library', library])
  expect(code).toBe(1)
  expect(out).toContain('does not fit its text')
  expect(out).toContain('cannot be read')
  expect(out).toContain('is missing')
  expect(out).toContain('search index does not fit')
})

test('extracts from a file and from standard input, without a library', async () => {
  const { page } = givenFiles()
  const asJson = await lectern(['extract', page, '--url', 'https://example.org/pump'])
  const Extracted = z.object({
    title: z.literal('The Broad Street pump'),
    byline: z.null(),
    publishedAt: z.null(),
    siteName: z.string().nullable(),
    language: z.literal('en'),
    licence: z.null(),
    text: z.string().includes('John Snow'),
    html: z.string().includes('<h2'),
  })
  expect(Extracted.safeParse(JSON.parse(asJson.out)).error).toBeUndefined()
  const markdown = await lectern(['extract', '-', '--markdown'], PAGE)
  expect(markdown.out).toContain('## The map\n\nDr Snow mapped the deaths')
  expect((await lectern(['extract', page, '--text'])).out).toContain('Dr Snow mapped')
  expect((await lectern(['extract', page, '--html'])).out).not.toContain('<script')
})

test('extracts many, a line each, in order, and goes on after an error', async () => {
  const { page } = givenFiles()
  const input = [
    JSON.stringify({ file: page, url: 'https://example.org/' }),
    '{"file":"/gone"}',
    'not JSON',
    JSON.stringify({ file: page }),
  ]
  const { code, out } = await lectern(['extract', '--jsonl'], `${input.join('\n')}\n`)
  expect(code).toBe(1)
  const lines = out
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(lines).toMatchObject([
    { file: page, title: 'The Broad Street pump' },
    { file: '/gone', error: { code: 'not-found' } },
    { file: null, error: { code: 'invalid-call' } },
    { file: page, title: 'The Broad Street pump' },
  ])
})

test.each([
  [[], 2],
  [['nonsense'], 2],
  [['list', '--nonsense'], 2],
  [['list', '--status', 'lost'], 2],
  [['import'], 2],
  [['search'], 2],
  [['search', 'x', '--limit', '0'], 2],
  [['export'], 2],
  [['export', '--to', 'x', '--article', 'y'], 2],
  [['serve', '--port', 'x'], 2],
  [['extract', 'a', '--html', '--text'], 2],
  [['check', '--library', '/nowhere/at/all'], 1],
  [['extract', '/nowhere/at/all'], 1],
])('ends %j with %i and says why', async (args, code) => {
  const ended = await lecternHere(args)
  expect(ended.code).toBe(code)
  expect(ended.out).toBe('')
  expect(ended.err).not.toBe('')
  expect(ended.err).not.toContain('    at ')
})

test('explains each command', async () => {
  const { code, out } = await lecternHere(['--help'])
  expect(code).toBe(0)
  const names = [...out.matchAll(/^ {2}(\w+)/gmu)].map(([, name]) => name ?? '')
  expect(names).toEqual([
    'import',
    'migrate',
    'extract',
    'list',
    'search',
    'archive',
    'ask',
    'export',
    'sync',
    'serve',
    'backup',
    'restore',
    'check',
  ])
  for (const name of names) expect((await lecternHere([name, '--help'])).out).toContain(`Usage: lectern ${name}`)
})

test('serves until it is stopped, and prints the address in one line', async () => {
  const { library } = givenFiles()
  const child = spawn(process.execPath, [join(root, 'out/main/cli.cjs'), 'serve', '--no-open', '--library', library])
  const ended = new Promise((done) => child.on('close', done))
  const first = await new Promise<string>((done) =>
    child.stdout.once('data', (chunk: Buffer) => done(chunk.toString())),
  )
  const { address } = z.object({ address: z.string() }).parse(JSON.parse(first))
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=/u)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('import: pages of one text are one article, and a book that lies unpacked is one book', async () => {
  const folder = tempFolder()
  const library = join(tempFolder(), 'library')
  const words = (part: string) =>
    `<p>${`The ${part} part tells of the hills, the river and the people there. `.repeat(8)}</p>`
  for (const [page, part] of ['first', 'second', 'third'].entries()) {
    const next = page < 2 ? `<link rel=next href="walk-${page + 2}.html">` : ''
    const title = `The long walk – page ${page + 1}`
    writeFileSync(
      join(folder, `walk-${page + 1}.html`),
      `<!doctype html><title>${title}</title>${next}<article><h1>${title}</h1>${words(part)}</article>`,
    )
  }
  const book = join(folder, 'book')
  mkdirSync(join(book, 'META-INF'), { recursive: true })
  writeFileSync(join(book, 'mimetype'), 'application/epub+zip')
  writeFileSync(
    join(book, 'META-INF', 'container.xml'),
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  )
  writeFileSync(
    join(book, 'book.opf'),
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">1</dc:identifier><dc:title>A book in a folder</dc:title><dc:language>en</dc:language></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
  )
  writeFileSync(
    join(book, 'c.xhtml'),
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>c</title></head><body><h1>Chapter</h1>${words('only')}</body></html>`,
  )
  expect((await lectern(['import', folder, '--library', library])).code).toBe(0)
  const { out } = await lectern(['list', '--library', library])
  expect(out).toContain('A book in a folder')
  expect(out.trim().split('\n')).toHaveLength(2)
  expect((await lectern(['search', '"third part"', '--library', library])).out).toContain('The long walk')
}, 60_000)

test('import: a folder, lines of JSON, a report, and another version of what is there', async () => {
  const folder = tempFolder()
  const library = join(tempFolder(), 'library')
  const words = 'There is enough of a text in this file for it to be taken for an article.'
  mkdirSync(join(folder, 'notes', 'deep'), { recursive: true })
  writeFileSync(join(folder, 'notes', 'a.md'), `# A\n\n${words} First.`)
  writeFileSync(join(folder, 'notes', 'deep', 'b.md'), `# B\n\n${words} Other.`)
  writeFileSync(join(folder, 'notes', 'song.mp3'), 'ID3')
  const report = join(folder, 'report.csv')
  const first = await lectern([
    ...['import', join(folder, 'notes'), join(folder, 'none.md')],
    ...['--library', library, '--json', '--report', report],
  ])
  expect(first.code).toBe(1)
  const lines = first.out
    .trim()
    .split('\n')
    .map((line) => z.object({ name: z.string(), state: z.string() }).parse(JSON.parse(line)))
  const ended = lines.map(({ name, state }) => [name.replace(folder, ''), state])
  expect(ended.sort((one, other) => String(one).localeCompare(String(other)))).toEqual([
    ['/none.md', 'failed'],
    ['notes/a.md', 'added'],
    ['notes/deep/b.md', 'added'],
  ])
  expect(readFileSync(report, 'utf8').split('\r\n')[0]).toBe('Name,Outcome,Title,Reason,Remarks,Seconds')

  writeFileSync(join(folder, 'notes', 'a.md'), `# A\n\n${words} Second.`)
  const page = join(folder, 'notes', 'a.md')
  const update = await lectern(['import', page, '--library', library, '--on-duplicate', 'update'])
  expect([update.code, update.out]).toEqual([0, '1 updated\n'])
  writeFileSync(page, `# A\n\n${words} Third.`)
  const skip = await lectern(['import', page, '--library', library, '--on-duplicate', 'skip'])
  expect(skip.out).toBe('1 skipped\n')
  const both = await lectern(['import', page, '--library', library])
  expect(both.out).toBe('1 added\n')
  expect((await lectern(['import', page, '--on-duplicate', 'guess'])).code).toBe(2)
}, 60_000)

test('makes a backup, shows what is in it, and restores it; what was there before is kept', async () => {
  const { library, page, folder } = givenFiles()
  expect((await lectern(['import', page, '--library', library])).code).toBe(0)
  const { out } = await lecternHere(['backup', '--library', library, '--json'])
  const { path } = z.object({ path: z.string() }).parse(JSON.parse(out))
  await highlight(library, 'cholera struck Soho')

  const [listed] = (await lecternHere(['backup', '--list', '--library', library, '--json'])).out.trim().split('\n')
  const { name } = z.object({ name: z.string() }).parse(JSON.parse(listed ?? ''))
  const inside = await lecternHere(['restore', name, '--library', library, '--dry-run', '--json'])
  expect(JSON.parse(inside.out)).toMatchObject({ restored: false, articles: 1, highlights: 0, annotationsSince: 1 })
  expect((await lecternHere(['restore', path, '--library', library])).code).toBe(0)
  expect(JSON.parse((await lecternHere(['check', '--library', library, '--json'])).out)).toMatchObject({
    ok: true,
    highlights: 0,
  })

  const kept = (await lecternHere(['backup', '--list', '--library', library])).out
  expect(kept).toContain('before-restore')

  const elsewhere = join(folder, 'elsewhere')
  const packed = await lecternHere(['backup', '--to', elsewhere, '--library', library])
  const other = tempFolder()
  expect((await lecternHere(['restore', packed.out.trim(), '--library', other])).code).toBe(0)
  expect(JSON.parse((await lecternHere(['check', '--library', other, '--json'])).out)).toMatchObject({
    ok: true,
    articles: 1,
    assets: 2,
  })
})

test('a library that is open elsewhere is not replaced', async () => {
  const { library, page } = givenFiles()
  expect((await lectern(['import', page, '--library', library])).code).toBe(0)
  const { out } = await lecternHere(['backup', '--library', library])
  const db = openDatabase(library)
  const refused = await lecternHere(['restore', out.trim(), '--library', library])
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.err).toContain('open')
  db.close()
})
