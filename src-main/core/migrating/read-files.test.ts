import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { decode } from '../imports/reading/charset'
import { openZip } from '../imports/formats/zip/zip-archive'
import { readFiles, type RawFile } from './read-files'
import { worksOf } from './works'

const FIXTURES = resolve(import.meta.dirname, '../../../tests/fixtures/migrating')

function fixture(name: string): RawFile[] {
  const path = join(FIXTURES, name)
  if (!statSync(path).isDirectory()) return [{ name, bytes: new Uint8Array(readFileSync(path)) }]
  return readdirSync(path).flatMap((one) => fixture(join(name, one)))
}

function read(...files: RawFile[]) {
  return readFiles(files, { decode: (bytes) => decode(bytes, null), openZip })
}

function given(text: string, name = 'given'): RawFile {
  return { name, bytes: new Uint8Array(Buffer.from(text)) }
}

const at = (iso: string): number => Date.parse(iso)

test.each([
  ['pocket.csv', 'Pocket', 4, 1],
  ['pocket-annotations.json', 'Pocket', 1, 0],
  ['ril_export.html', 'Pocket', 2, 1],
  ['instapaper.csv', 'Instapaper', 3, 0],
  ['omnivore', 'Omnivore', 2, 0],
  ['readwise.csv', 'Readwise', 3, 0],
  ['reader.csv', 'Readwise Reader', 2, 1],
  ['raindrop.csv', 'Raindrop', 1, 0],
  ['matter.csv', 'Matter', 2, 0],
  ['wallabag.json', 'Wallabag', 2, 0],
  ['hypothesis.json', 'Hypothesis', 2, 0],
  ['hypothesis.csv', 'Hypothesis', 2, 0],
  ['zotero.json', 'Zotero', 1, 0],
  ['zotero.rdf', 'Zotero', 3, 0],
  ['My Clippings.txt', 'Kindle', 5, 0],
  ['bookmarks.html', 'Browser bookmarks', 3, 1],
  ['clipper.json', 'Obsidian clipper', 1, 0],
  ['w3c.jsonld', 'W3C Web Annotation', 1, 0],
])('%s is recognised by what is in it, as of %s', (name, tool, articles, problems) => {
  const renamed = fixture(name).map((file) => (name === 'omnivore' ? file : { ...file, name: 'renamed.bin' }))
  const found = read(...renamed)
  expect(found.tools).toEqual([tool])
  expect(found.articles).toHaveLength(articles)
  expect(found.problems).toHaveLength(problems)
})

test('Pocket: times, tags, states; an address that runs a script is refused by its line', () => {
  const { articles, problems } = read(...fixture('pocket.csv'))
  expect(articles[0]).toMatchObject({ tags: ['nature', 'long reads'], status: 'inbox', addedAt: 1577836800_000 })
  expect(articles[2]).toMatchObject({ title: 'A "quoted", title', status: 'archive' })
  expect(problems).toEqual([
    { where: { file: 'pocket.csv', line: 4 }, message: '“javascript:alert(1)” is no web address.' },
  ])
  expect(worksOf(articles)).toMatchObject({ works: { length: 3 }, repeated: [{ line: 6 }] })
})

test('Instapaper: selections over two lines, folders, stars', () => {
  const [star, own, done] = read(...fixture('instapaper.csv')).articles
  expect(star).toMatchObject({ favourite: true, tags: ['one', 'two words'], status: 'inbox' })
  expect(star?.quotes[0]?.exact).toBe('Two lines\nof a selection')
  expect(own?.tags).toEqual(['Cooking'])
  expect(done?.status).toBe('archive')
})

test('Omnivore: pages, labels, highlights with their notes; also from a zip', () => {
  const [bees, lost] = read(...fixture('omnivore')).articles
  expect(bees).toMatchObject({
    status: 'reading',
    tags: ['Nature', 'Insects'],
    author: 'A. Writer',
    excerpt: 'On bees',
  })
  expect(bees?.page?.()).toContain('five eyes')
  expect(bees?.quotes).toMatchObject([
    { tags: ['queen', 'eggs'], note: { kind: 'markdown', value: 'Two thousand! **Really?**' } },
    { exact: 'Words that stand nowhere in this page.', note: null },
  ])
  expect(lost).toMatchObject({ status: 'archive', page: null })
  const files = fixture('omnivore').map(({ name, bytes }) => [name, bytes] as const)
  const zipped = read({ name: 'export.zip', bytes: new Uint8Array(zipSync(Object.fromEntries(files))) })
  expect(zipped.articles[0]?.page?.()).toContain('five eyes')
})

test('Readwise: notes, colours, tags, places and dates', () => {
  const [first, second, whole] = read(...fixture('readwise.csv')).articles
  expect(first).toMatchObject({ title: 'A Book of Rules', author: 'Doe, Jane', tags: ['books'] })
  expect(first?.quotes).toMatchObject([
    {
      exact: 'The first rule, said "nobody", is this.',
      ...{
        note: { value: 'My note\nin two lines' },
        colour: 'blue',
        tags: ['rule', 'first'],
        location: 'location 120',
      },
      createdAt: at('2022-05-06T07:08:09Z'),
    },
  ])
  expect(second?.quotes[0]?.createdAt).toBe(at('2022-03-03T10:11:00Z'))
  expect(whole?.notes).toEqual([{ kind: 'text', value: 'A note on the whole' }])
  expect(read(...fixture('reader.csv')).articles[0]).toMatchObject({
    ...{ tags: ['tag one', "it's"], status: 'reading', addedAt: at('2023-06-07T08:09:10Z') },
  })
})

test('Raindrop and Matter: folders, favourites, highlights', () => {
  const [rain] = read(...fixture('raindrop.csv')).articles
  expect(rain).toMatchObject({ favourite: true, tags: ['wet', 'sky', 'Weather/Water'], excerpt: 'How rain falls' })
  expect(rain?.quotes).toMatchObject([
    { exact: 'Rain falls in drops.', note: { value: 'Obviously.' } },
    { exact: 'Some drops are large.', note: null },
  ])
  expect(read(...fixture('matter.csv')).articles).toMatchObject([
    { status: 'inbox', favourite: true, tags: ['one', 'two'] },
    { status: 'archive', favourite: false },
  ])
})

test('Wallabag, Hypothesis, Zotero, W3C and the clipper keep quotations, context and notes', () => {
  const [walls, gone] = read(...fixture('wallabag.json')).articles
  expect(walls).toMatchObject({
    favourite: true,
    status: 'archive',
    tags: ['w1', 'w2'],
    quotes: [{ note: { value: 'So true' } }],
  })
  expect(gone?.page).toBeNull()
  const [marked, page] = read(...fixture('hypothesis.json')).articles
  expect(marked?.quotes[0]).toMatchObject({ exact: 'the river', prefix: 'Otters live in ', tags: ['hyp'] })
  expect(page).toMatchObject({ notes: [{ value: 'A page note' }], tags: ['whole'] })
  const [rivers] = read(...fixture('zotero.json')).articles
  expect(rivers).toMatchObject({ url: 'https://doi.org/10.1234/rivers.1', author: 'R. Iver', tags: ['hydrology'] })
  expect(rivers?.quotes).toMatchObject([
    { exact: 'Rivers find the sea.', colour: 'blue', location: 'page 7', tags: ['sea'] },
  ])
  expect(rivers?.notes.map(({ kind }) => kind).sort()).toEqual(['html', 'text'])
  expect(read(...fixture('w3c.jsonld')).articles[0]?.quotes[0]).toMatchObject({
    exact: 'by the sea',
    tags: ['sea'],
    note: { value: 'My note' },
  })
  expect(read(...fixture('clipper.json')).articles[0]?.quotes).toMatchObject([
    { exact: 'Otters hold hands while they sleep.\nThey never let go.', note: { value: 'First note' } },
    { exact: 'A second one.' },
  ])
})

test('Zotero RDF: items by address or DOI with their notes, tags, collections and saved pages; notes that stand alone', () => {
  const [cholera, article, alone] = read(...fixture('zotero.rdf')).articles
  expect(cholera).toMatchObject({
    ...{ url: 'https://example.org/cholera?page=1', title: 'Cholera & the pump', author: 'John Snow', page: null },
    ...{
      tags: ['epidemics', 'water', 'History/London'],
      publishedAt: '1854-09-08',
      addedAt: at('2024-03-05T10:11:12Z'),
    },
    notes: [{ value: '<p>The <strong>handle</strong> first.</p>' }, { value: '<p>A second note.</p>' }],
  })
  expect(article).toMatchObject({ url: 'https://doi.org/10.1000/182', title: 'By its DOI' })
  expect(alone).toMatchObject({ url: null, title: 'A note that stands alone.' })
  const [rdf] = fixture('zotero.rdf')
  const saved = new TextDecoder().decode(rdf?.bytes).replace('cholera.pdf', 'cholera.html').replace('application/pdf', 'text/html') // prettier-ignore
  const withPage = read(given(saved, 'a/My.rdf'), given('<p>The page.</p>', 'a/files/14/cholera.html'))
  expect(withPage.problems).toEqual([])
  expect(withPage.articles[0]?.page?.()).toBe('<p>The page.</p>')
})

test('Kindle: languages, notes on their highlights, highlights that were drawn anew', () => {
  const [river, fluss, fleuve, rio, kawa] = read(...fixture('My Clippings.txt')).articles
  expect(river).toMatchObject({ title: 'The River (Book 1)', author: 'Doe, Jane' })
  expect(river?.quotes).toHaveLength(1)
  expect(river?.quotes[0]).toMatchObject({
    ...{ exact: 'Rivers find the sea. Always.', note: { value: 'So it says' }, location: 'page 12, location 120–124' },
    createdAt: at('2019-03-03T22:12:12Z'),
  })
  const evening = at('2019-03-03T22:11:12Z')
  expect(fluss?.quotes[0]).toMatchObject({ createdAt: evening, location: 'page 5, location 77–78' })
  expect(fleuve?.quotes[0]).toMatchObject({ createdAt: evening, exact: 'Les fleuves vont à la mer.' })
  expect(rio?.quotes[0]?.createdAt).toBe(at('2019-03-05T22:11:12Z'))
  expect(kawa).toMatchObject({ title: '川', author: '山田', quotes: [{ createdAt: evening, exact: '川は海へ行く。' }] })
})

test('bookmarks carry their folders as nested tags', () => {
  const tags = read(...fixture('bookmarks.html')).articles.map((one) => one.tags)
  expect(tags).toEqual([['x', 'y'], ['Science/Physics'], ['Science']])
})

test('what is odd or hostile is read as far as it goes, and never throws', () => {
  const broken = read(
    given(
      'title,url,time_added\nGood,https://a.org/1,1577836800\n"Never closed,https://a.org/2,1\nLast,https://a.org/3,1577836800\n',
    ),
  )
  expect(broken.articles.map(({ url }) => url)).toEqual(['https://a.org/1', 'https://a.org/3'])
  expect(broken.problems).toMatchObject([{ where: { line: 3 } }])
  const wide = read({
    name: 'x',
    bytes: new Uint8Array(Buffer.from('\ufeffTitle\tUrl\tTime added\tMore\r\nÄ\thttps://a.org/ä\t\t\t\r\n', 'utf16le')),
  })
  expect(wide.articles).toMatchObject([{ title: 'Ä', addedAt: null }])
  const deep = '['.repeat(50_000) + ']'.repeat(50_000)
  for (const text of [
    '',
    '{}',
    '[]',
    '[null]',
    '{"annotations":[null,1,[]]}',
    '{"url"',
    deep,
    `[{"itemType":"note","notes":${deep}}]`,
  ]) {
    const found = read(given(text))
    expect(found.articles).toEqual([])
  }
  const nested = '<DL>'.repeat(3000) + '<DT><A HREF="https://a.org" ADD_DATE="1">x</A>'
  expect(read(given(`<!DOCTYPE NETSCAPE-Bookmark-file-1>${nested}`)).articles).toHaveLength(1)
  const zip = zipSync({
    '__MACOSX/._a.csv': strToU8('x'),
    'part_000000.csv': strToU8('title,url,time_added\na,https://a.org,1\n'),
    'notes.xyz': strToU8('?'),
  })
  const zipped = read({ name: 'p.zip', bytes: new Uint8Array(zip) })
  expect([zipped.articles.length, zipped.problems.map(({ where }) => where.file)]).toEqual([1, ['notes.xyz']])
})

test('50,000 rows are read', () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, at) => `"Title ${at}",https://example.org/${at},1577836800,a|b,unread`,
  )
  const { articles } = read(given(`title,url,time_added,tags,status\n${rows.join('\n')}`))
  expect(worksOf(articles).works).toHaveLength(50_000)
})
