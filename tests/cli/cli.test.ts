import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { givenFiles, highlight, lectern, lecternHere, PAGE, root } from '../support/command-line'
import { tempFolder } from '../support/temp-folder'

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
