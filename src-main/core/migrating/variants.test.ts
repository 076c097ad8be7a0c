import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { decode } from '../imports/reading/charset'
import { openZip } from '../imports/formats/zip/zip-archive'
import { readFiles, type RawFile } from './read-files'
import { worksOf } from './works'

/** Files as other people's tools, spreadsheets and settings make them; none is from a fixture. */
const file = (text: string, name = 'given'): RawFile => ({ name, bytes: new Uint8Array(Buffer.from(text)) })
const read = (...files: RawFile[]) => readFiles(files, { decode: (bytes) => decode(bytes, null), openZip })
const json = (value: unknown) => file(JSON.stringify(value))

/** The same table as it leaves a spreadsheet: with a byte-order mark, other line ends, separators, or order of columns. */
function variants(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const write = (separator: string, end: string, order: readonly number[]) =>
    [columns, ...rows]
      .map((row) => order.map((at) => `"${(row[at] ?? '').replaceAll('"', '""')}"`).join(separator))
      .join(end)
  const order = columns.map((_, at) => at)
  const reversed = [...order].reverse()
  return [
    write(',', '\n', order),
    `\ufeff${write(',', '\r\n', order)}\r\n`,
    `${write(';', '\n', reversed)}\n\n`,
    write('\t', '\r\n', reversed),
    `\ufeff${write(',', '\r', order)}`,
  ]
}

test.each<[tool: string, columns: string[], rows: string[][]]>([
  ['Pocket', ['title', 'url', 'time_added', 'tags', 'status'], [['A "good"\none', 'https://a.org/1', '1577836800', 'x|y z', 'archive']]],
  ['Instapaper', ['URL', 'Title', 'Selection', 'Folder', 'Timestamp', 'Tags'], [['https://a.org/1', 'A "good"\none', 'Two\nlines', 'Archive', '1577836800', '["x","y z"]']]],
  ['Readwise Reader', ['Title', 'URL', 'ID', 'Document tags', 'Saved date', 'Reading progress', 'Location', 'Seen'], [['A "good"\none', 'https://a.org/1', '01h', "['x', 'y z']", '2020-01-01 00:00:00+00:00', '1', 'archive', 'True']]],
  ['Raindrop', ['id', 'title', 'note', 'excerpt', 'url', 'folder', 'tags', 'created', 'cover', 'highlights', 'favorite'], [['1', 'A "good"\none', '', '', 'https://a.org/1', '', 'x, y z', '2020-01-01T00:00:00Z', '', '', 'false']]],
  ['Matter', ['Title', 'Author', 'Publisher', 'URL', 'Tags', 'Word Count', 'In Queue', 'Favorited', 'Read', 'Highlight_Count', 'Last Interaction Date', 'File Id'], [['A "good"\none', 'B', 'C', 'https://a.org/1', 'x;y z', '5', 'False', 'False', 'True', '0', '2020-01-01', '9']]],
])('%s: any order of columns, separator, line end and byte-order mark says the same', (tool, columns, rows) => {
  for (const text of variants(columns, rows)) {
    const { articles, problems, tools } = read(file(text))
    expect([tools, problems]).toEqual([[tool], []])
    expect(articles).toMatchObject([
      { url: 'https://a.org/1', title: 'A "good" one', tags: ['x', 'y z'], addedAt: 1577836800_000 },
    ])
    if (tool !== 'Raindrop') expect(articles[0]?.status).toBe('archive')
  }
}) // prettier-ignore

test('columns that are missing, unknown or empty change nothing else', () => {
  const of = (text: string) => read(file(text)).articles
  expect(of('url,title,time_added\nhttps://a.org/1,,\n')).toMatchObject([{ title: null, addedAt: null, tags: [] }])
  expect(of('URL,Title,Selection,Folder,Timestamp\nhttps://a.org/1,One,,Unread,1577836800\n')).toMatchObject([
    { title: 'One', tags: [], quotes: [] },
  ])
  expect(of('Title,URL,Document tags,Saved date,Location,New column\nOne,https://a.org/1,,,later,?\n')).toMatchObject([
    { title: 'One', addedAt: null, status: 'inbox' },
  ])
  expect(of('url,folder,created,excerpt\nhttps://a.org/1,Work / Reading / Later,,\n')).toMatchObject([
    { tags: ['Work/Reading/Later'] },
  ])
})

test('Readwise with and without authors, notes and places', () => {
  const rows = variants(
    ['Highlight', 'Book Title', 'Book Author', 'Amazon Book ID', 'Note', 'Color', 'Tags', 'Location Type', 'Location', 'Highlighted at', 'Document tags'],
    [
      ['One **bold** [link](https://a.org)', 'A Book', '', '', '', '', '', '', '', '', ''],
      ['Two', 'A Book', '', 'B00', 'Mine', 'pink', 'a,b', 'page', '12', 'May 6, 2022 7:08 AM', 'x'],
    ],
  ) // prettier-ignore
  for (const text of [...rows, 'Book Title,Highlight\nA Book,One bold link\nA Book,Two\n']) {
    const { works } = worksOf(read(file(text)).articles)
    expect(works).toMatchObject([{ title: 'A Book', author: null, quotes: [{ exact: 'One bold link' }, { exact: 'Two' }] }])
  }
}) // prettier-ignore

/** What Kindle writes in the language of the device: about a highlight, a note and a bookmark on page 5, place 77 to 78. */
const KINDLE: readonly (readonly [language: string, highlight: string, note: string, bookmark: string])[] = [
  ['en', 'Your Highlight on page 5 | location 77-78 | Added on Sunday, 3 March 2019 22:11:12', 'Your Note on page 5 | location 78 | Added on Sunday, 3 March 2019 22:11:12', 'Your Bookmark on page 5 | location 77 | Added on Sunday, 3 March 2019 22:11:12'],
  ['en, first devices', 'Highlight on Page 5 | Loc. 77-78 | Added on Sunday, March 03, 2019, 10:11:12 PM', 'Note on Page 5 | Loc. 78 | Added on Sunday, March 03, 2019, 10:11:12 PM', 'Bookmark on Page 5 | Loc. 77 | Added on Sunday, March 03, 2019, 10:11:12 PM'],
  ['de', 'Ihre Markierung auf Seite 5 | bei Position 77-78 | Hinzugefügt am Sonntag, 3. März 2019 22:11:12', 'Ihre Notiz auf Seite 5 | bei Position 78 | Hinzugefügt am Sonntag, 3. März 2019 22:11:12', 'Ihr Lesezeichen auf Seite 5 | bei Position 77 | Hinzugefügt am Sonntag, 3. März 2019 22:11:12'],
  ['fr', 'Votre surlignement sur la page 5 | emplacement 77-78 | Ajouté le dimanche 3 mars 2019 22:11:12', 'Votre note sur la page 5 | emplacement 78 | Ajouté le dimanche 3 mars 2019 22:11:12', 'Votre signet sur la page 5 | emplacement 77 | Ajouté le dimanche 3 mars 2019 22:11:12'],
  ['es', 'La subrayado en la página 5 | posición 77-78 | Añadido el domingo, 3 de marzo de 2019 22:11:12', 'La nota en la página 5 | posición 78 | Añadido el domingo, 3 de marzo de 2019 22:11:12', 'El marcador en la página 5 | posición 77 | Añadido el domingo, 3 de marzo de 2019 22:11:12'],
  ['it', 'La tua evidenziazione a pagina 5 | posizione 77-78 | Aggiunto in data domenica 3 marzo 2019 22:11:12', 'La tua nota a pagina 5 | posizione 78 | Aggiunto in data domenica 3 marzo 2019 22:11:12', 'Il tuo segnalibro a pagina 5 | posizione 77 | Aggiunto in data domenica 3 marzo 2019 22:11:12'],
  ['pt', 'Seu destaque na página 5 | posição 77-78 | Adicionado: domingo, 3 de março de 2019 22:11:12', 'Sua nota na página 5 | posição 78 | Adicionado: domingo, 3 de março de 2019 22:11:12', 'Seu marcador na página 5 | posição 77 | Adicionado: domingo, 3 de março de 2019 22:11:12'],
  ['nl', 'Je markering op pagina 5 | locatie 77-78 | Toegevoegd op zondag 3 maart 2019 22:11:12', 'Je notitie op pagina 5 | locatie 78 | Toegevoegd op zondag 3 maart 2019 22:11:12', 'Je bladwijzer op pagina 5 | locatie 77 | Toegevoegd op zondag 3 maart 2019 22:11:12'],
  ['ja', '5ページ|位置No. 77-78のハイライト |作成日: 2019年3月3日日曜日 22:11:12', '5ページ|位置No. 78のメモ |作成日: 2019年3月3日日曜日 22:11:12', '5ページ|位置No. 77のブックマーク |作成日: 2019年3月3日日曜日 22:11:12'],
  ['zh', '您在第 5 页（位置 #77-78）的标注 | 添加于 2019年3月3日星期日 下午10:11:12', '您在第 5 页（位置 #78）的笔记 | 添加于 2019年3月3日星期日 下午10:11:12', '您在第 5 页（位置 #77）的书签 | 添加于 2019年3月3日星期日 下午10:11:12'],
] // prettier-ignore

test.each(KINDLE)('Kindle set to %s', (_, highlight, note, bookmark) => {
  const record = (about: string, words: string) => `\ufeffThe River (1) (Doe, Jane)\r\n- ${about}\r\n\r\n${words}\r\n==========\r\n`
  const other = highlight.replace('77', '70').replace('78', '71')
  const { articles, problems, tools } = read(
    file(record(other, 'Before.') + record(highlight, 'Rivers find the sea.') + record(note, 'So it says') + record(bookmark, '')),
  )
  expect([tools, problems]).toEqual([['Kindle'], []])
  expect(articles).toMatchObject([
    {
      title: 'The River (1)',
      author: 'Doe, Jane',
      notes: [],
      quotes: [
        { exact: 'Before.', note: null },
        { exact: 'Rivers find the sea.', note: { value: 'So it says' }, location: 'page 5, location 77–78', createdAt: Date.UTC(2019, 2, 3, 22, 11, 12) },
      ],
    },
  ])
}) // prettier-ignore

test('Kindle: words that a publisher kept back are told, not quoted', () => {
  const { articles, problems } = read(
    file('A (B)\n- Your Highlight on page 1 | Location 2-3 | Added on Sunday, March 3, 2019 10:11:12 PM\n\n<You have reached the clipping limit for this item>\n==========\n'), // prettier-ignore
  )
  expect([articles, problems.length]).toEqual([[], 1])
})

test('Hypothesis: its API, with several pages of an export, replies and notes on a page', () => {
  const row = (uri: string, exact: string | null, text: string, more = {}) => ({
    ...{ id: text, uri, text, tags: ['t'], created: '2020-01-01T00:00:00.000000+00:00', document: { title: ['A page'] } },
    target: [{ source: uri, ...(exact === null ? {} : { selector: [{ type: 'RangeSelector' }, { type: 'TextQuoteSelector', exact, prefix: 'be', suffix: 'af' }] }) }],
    ...more,
  }) // prettier-ignore
  const pages = [
    { total: 3, rows: [row('https://a.org/1', 'some words', 'First'), row('https://a.org/1', null, 'On the page')] },
    { total: 3, rows: [row('https://a.org/1', 'other words', 'Second'), row('https://a.org/1', null, 'An answer', { references: ['First'] })] },
  ] // prettier-ignore
  const found = read(...pages.map((page, at) => ({ ...json(page), name: `page-${at}.json` })))
  expect(found.tools).toEqual(['Hypothesis'])
  const { works } = worksOf(found.articles)
  expect(works).toHaveLength(1)
  expect(works[0]?.quotes.map(({ exact, prefix, note }) => [exact, prefix, note?.value])).toEqual([
    ['some words', 'be', 'First'],
    ['other words', 'be', 'Second'],
  ])
  expect(works[0]?.notes.map(({ note }) => note.value)).toEqual(['On the page', 'An answer'])
})

test('Omnivore: a zip within a folder, in several parts, with highlights and no page', () => {
  const item = (slug: string) => ({ id: slug, slug, title: slug, url: `https://a.org/${slug}`, state: 'Active', labels: ['x'], savedAt: '2020-01-01T00:00:00Z' }) // prettier-ignore
  const zip = zipSync({
    'export/metadata_0_to_1.json': strToU8(JSON.stringify([item('one')])),
    'export/metadata_1_to_2.json': strToU8(JSON.stringify([item('two')])),
    'export/content/one.html': strToU8('<p>A page</p>'),
    'export/highlights/one.md': strToU8('> The first\n> goes on\r\n\r\n#label\n\nA note\n\n> The second\n'),
  })
  const { articles, problems, tools } = read({ name: 'omnivore.zip', bytes: new Uint8Array(zip) })
  expect([tools, problems]).toEqual([['Omnivore'], []])
  expect(articles[0]?.quotes).toMatchObject([
    { exact: 'The first\ngoes on', tags: ['label'], note: { value: 'A note' } },
    { exact: 'The second', tags: [], note: null },
  ])
  expect(articles.map(({ page }) => page?.() ?? null)).toEqual(['<p>A page</p>', null])
})

test('Raindrop: nested collections, highlights with and without notes', () => {
  const [text = ''] = variants(
    ['id', 'title', 'note', 'excerpt', 'url', 'folder', 'tags', 'created', 'cover', 'highlights', 'favorite'],
    [['1', 'One', '', '', 'https://a.org/1', 'Science/Earth/Rivers', 'x', '2020-01-01T00:00:00.000Z', '', 'Highlight:One, "quoted"\nNote:Mine\nin two lines\n\nHighlight:Two', '1']],
  ) // prettier-ignore
  expect(read(file(text)).articles).toMatchObject([
    {
      tags: ['x', 'Science/Earth/Rivers'],
      favourite: true,
      quotes: [
        { exact: 'One, "quoted"', note: { value: 'Mine\nin two lines' } },
        { exact: 'Two', note: null },
      ],
    },
  ])
})

test('bookmarks of Firefox and Chrome: nested folders, tags, separators and what is no page', () => {
  const text = `<!DOCTYPE NETSCAPE-Bookmark-file-1>\r
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\r
<TITLE>Bookmarks</TITLE>\r
<H1>Bookmarks Menu</H1>\r
<DL><p>\r
  <DT><A HREF="https://a.org/0" ADD_DATE="1577836800" LAST_MODIFIED="1">At the top &amp; first</A>\r
  <HR>\r
  <DT><H3 ADD_DATE="1577836800" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks Toolbar</H3>\r
  <DL><p>\r
    <DT><H3>Science</H3>\r
    <DL><p>\r
      <DT><H3>Physics/Old</H3>\r
      <DL><p>\r
        <DT><A HREF="https://a.org/1" ADD_DATE="1577836800" TAGS="x,y z">One</A>\r
        <DD>A description\r
      </DL><p>\r
      <DT><A HREF="https://a.org/2" ADD_DATE="1577836800000000">Two</A>\r
    </DL><p>\r
    <DT><A HREF="place:sort=8" ADD_DATE="1">Most visited</A>\r
  </DL><p>\r
</DL>\r\n`
  const { articles, problems } = read(file(text))
  expect(articles.map(({ title, tags, addedAt }) => [title, tags, addedAt])).toEqual([
    ['At the top & first', [], 1577836800_000],
    ['One', ['x', 'y z', 'Science/Physics-Old'], 1577836800_000],
    ['Two', ['Science'], 1577836800_000],
  ])
  expect(problems).toHaveLength(1)
})

test('Zotero: Better BibTeX’s JSON, the API’s rows, and annotations alone', () => {
  const annotation = { annotationType: 'highlight', annotationText: 'The words', annotationComment: 'Mine', annotationColor: '#ff6666', annotationPageLabel: 'xii' } // prettier-ignore
  const api = [
    { key: 'A', data: { key: 'A', itemType: 'webpage', title: 'A page', url: 'https://a.org/1', creators: [{ name: 'An Institute' }] } },
    { key: 'F', data: { key: 'F', itemType: 'attachment', parentItem: 'A' } },
    { key: 'H', data: { key: 'H', itemType: 'annotation', parentItem: 'F', ...annotation } },
    { key: 'N', data: { key: 'N', itemType: 'note', parentItem: 'A', note: '<p>A <b>note</b></p>' } },
  ] // prettier-ignore
  const bibtex = {
    config: { id: 'x', label: 'BetterBibTeX JSON' },
    collections: {},
    items: [{ itemType: 'webpage', itemKey: 'A', title: 'A page', url: 'https://a.org/1', creators: [{ name: 'An Institute', creatorType: 'author' }], notes: [{ note: '<p>A <b>note</b></p>' }], attachments: [{ path: 'x.pdf', annotations: [annotation] }] }],
  } // prettier-ignore
  for (const given of [api, bibtex]) {
    const { articles, tools } = read(json(given))
    expect(tools).toEqual(['Zotero'])
    expect(articles).toMatchObject([
      {
        ...{ title: 'A page', url: 'https://a.org/1', author: 'An Institute' },
        quotes: [{ exact: 'The words', note: { value: 'Mine' }, colour: 'pink', location: 'page xii' }],
        notes: [{ kind: 'html', value: '<p>A <b>note</b></p>' }],
      },
    ])
  }
  const alone = [{ type: 'highlight', text: 'The words', comment: '', pageLabel: '5', color: '#ffd400', sortIndex: '1', position: '{}' }] // prettier-ignore
  expect(read({ ...json(alone), name: 'My book.json' }).articles).toMatchObject([
    { title: 'My book', quotes: [{ exact: 'The words', note: null, location: 'page 5' }] },
  ])
})

test('Wallabag and the clipper: single entries, offsets as text, groups over several blocks', () => {
  const entry = { id: 1, url: 'https://a.org/1', title: 'One', content: '<p>A page</p>', is_archived: true, is_starred: 0, tags: [{ label: 'x' }], created_at: '2020-01-01T00:00:00+0000', annotations: [{ quote: 'A page', text: '', ranges: [{ start: '/p[1]', startOffset: '0', end: '/p[1]', endOffset: '6' }] }] } // prettier-ignore
  for (const given of [[entry], entry, { _embedded: { items: [entry] } }])
    expect(read(json(given)).articles).toMatchObject([
      { title: 'One', status: 'archive', tags: ['x'], addedAt: 1577836800_000, quotes: [{ exact: 'A page', note: null }] },
    ]) // prettier-ignore
  const marks = [
    { xpath: '/p[1]', startOffset: 0, endOffset: 3, textQuote: { exact: 'One' }, groupId: 'g', notes: ['Mine'] },
    { xpath: '/p[2]', startOffset: '0', endOffset: '3', textQuote: { exact: 'Two' }, groupId: 'g', notes: [] },
    { xpath: '/p[3]', textQuote: 'Three' },
  ]
  const page = { url: 'https://a.org/1', title: 'One', data: marks }
  for (const given of [page, [page], { 'https://a.org/1': page }])
    expect(read(json(given)).articles).toMatchObject([
      { title: 'One', quotes: [{ exact: 'One\nTwo', note: { value: 'Mine' } }, { exact: 'Three' }] },
    ])
})
