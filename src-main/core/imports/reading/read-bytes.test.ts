import { createHash } from 'node:crypto'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadImage } from '../fetching/load-image'
import { createReadBytes } from './read-bytes'
import type { Source } from './read-source'

const readBytes = createReadBytes({ loadImage })
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
const pngId = createHash('sha256').update(png).digest('hex')
const pages = resolve(import.meta.dirname, '../../../../tests/fixtures/pages')

let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'lectern-read-'))
  mkdirSync(join(home, 'page/a_files'), { recursive: true })
  writeFileSync(join(home, 'page/a_files/my figure.png'), png)
  writeFileSync(join(home, 'page/a_files/not-an-image.png'), '<svg onload="x">')
  writeFileSync(join(home, 'secret.png'), png)
  symlinkSync(join(home, 'secret.png'), join(home, 'page/a_files/link.png'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function source(content: string | Uint8Array, more: Partial<Source> = {}): Source {
  const bytes = new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content)
  return { bytes, name: 'page.html', format: 'auto', via: 'file', url: null, contentType: null, folder: null, ...more }
}

function fixture(name: string): Source {
  return source(readFileSync(join(pages, name)), { name })
}

const paragraphs =
  '<p>One sentence that is long enough to be a paragraph of an article, with a comma or two, and some more words.</p>'.repeat(
    4,
  )

test('a page gives its article, with title, author, date, site and language', async () => {
  const article = await readBytes(fixture('bridge.html'))
  expect(article).toMatchObject({
    format: 'html',
    title: 'Die Brücke im Nebel',
    byline: 'Jana Öhler',
    siteName: 'Talblatt',
    publishedAt: '2021-11-03T08:15:00+01:00',
    language: 'de',
    direction: 'ltr',
    missingImages: 1,
    truncated: false,
  })
  expect(article.text).not.toMatch(/Impressum|Mehr zum Thema|Politik/u)
  expect(article.html).toContain('<caption>Schätzungen in Millionen Euro</caption>')
  expect(article.html).toContain('<figcaption>Die Brücke am Mittwochmorgen</figcaption>')
  expect(article.text).toContain('Pfeiler\t1,2\t3,4\nFahrbahn')
  expect(article.outline).toEqual([
    { level: 2, text: 'Was es kosten könnte', start: article.text.indexOf('Was es kosten') },
  ])
  expect(article.textHash).toBe(createHash('sha256').update(article.text).digest('hex'))
})

test('code, footnotes, definitions, details and formulas survive', async () => {
  const { html } = await readBytes(fixture('queue.html'))
  expect(html).toContain(
    '<pre><code class="language-js">function push(queue, item) {\n\tif (item &lt; 0) return &amp;queue',
  )
  expect(html).toContain('<pre><code class="language-sh">npm test</code></pre>')
  expect(html).toMatch(/href="#a-fn1"[^>]*class="footnote-ref"/u)
  expect(html).toContain('<li id="a-fn1">')
  expect(html).toContain('<dt>Head</dt>')
  expect(html).toContain('<summary>Why not a list?</summary>')
  expect(html).toContain('alttext="W=\\frac{L}{\\lambda}"')
  expect(html).not.toContain('Copy')
})

test('a wiki page gives facts, references, categories, terms and its revision date', async () => {
  const article = await readBytes(fixture('lighthouse-wiki.html'))
  expect(article.title).toBe('Vell Lighthouse')
  expect(article.publishedAt).toBe('2023-03-03')
  expect(article.facts).toMatchObject([
    { label: 'Built', value: '1852' },
    { label: 'Height', value: '31 m (102 ft)' },
  ])
  expect(article.references).toMatchObject([
    { label: '1', url: 'https://example.org/vell', archivedAt: '2023-02-17', retrievedAt: '2023-02-18' },
  ])
  expect(article.categories).toEqual(['Lighthouses', '1852 buildings'])
  expect(article.licence).toMatchObject({
    name: 'CC BY-SA 3.0',
    url: 'https://creativecommons.org/licenses/by-sa/3.0/',
  })
  expect(article.text).not.toMatch(/\[edit\]|\^|Contents|Lighthouses of the north/u)
  expect(article.html).toContain('<a href="#a-cite_note-a-1" class="footnote-ref">[1]</a>')
})

test('reading twice gives the same result', async () => {
  for (const name of ['bridge.html', 'malformed.html', 'arabic.html'])
    expect(await readBytes(fixture(name))).toEqual(await readBytes(fixture(name)))
  expect((await readBytes(fixture('arabic.html'))).direction).toBe('rtl')
})

test('images beside a page and in data addresses are kept, by what they are and not by their name', async () => {
  const html = `<article><h1>T</h1>${paragraphs}<figure><img src="a_files/my%20figure.png?x=1" alt="f"><figcaption>Kept</figcaption></figure>
    <p><img src="data:image/png;base64,${png.toString('base64')}"></p><figure><img src="a_files/not-an-image.png"><figcaption>Not one</figcaption></figure></article>`
  const article = await readBytes(source(html, { folder: { root: join(home, 'page'), page: '' } }))
  expect(article.assets.map(({ id }) => id)).toEqual([pngId])
  expect(article.html.split(`src="/assets/${pngId}"`)).toHaveLength(3)
  expect(article.html).toContain('<figcaption>Not one</figcaption>')
  expect(article.missingImages).toBe(1)
})

test.each([
  '../secret.png',
  '..%2Fsecret.png',
  'a_files/link.png',
  'a_files/%00.png',
  'a_files',
  '/etc/hostname',
  'file:///etc/hostname',
])('no image is read from outside the folder: %s', async (path) => {
  const article = await readBytes(
    source(`<article><h1>T</h1>${paragraphs}<img src="${path}"></article>`, {
      folder: { root: join(home, 'page'), page: '' },
    }),
  )
  expect(article.assets).toEqual([])
})

test('a pasted piece is taken whole', async () => {
  const article = await readBytes(source('<h1>Note</h1><p>Two words.</p>', { name: '', via: 'paste' }))
  expect(article.title).toBe('Note')
  expect(article.text).toContain('Two words.')
})

test.each([
  ['a.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), 'unsupported-format', /a PDF/u],
  ['a.epub', Buffer.from('PK\u0003\u0004\0\0\0\u0008\0\0\0\0', 'latin1'), 'unsupported-format', /cut short/u],
  ['a.png', png, 'unsupported-format', /an image/u],
  ['a.bin', Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 7) % 256)), 'unsupported-format', /binary/u],
  ['empty.html', Buffer.from(''), 'nothing-to-read', /no text in empty\.html/u],
  ['blank.txt', Buffer.from(' \n\t\n'), 'nothing-to-read', /blank\.txt/u],
  ['hollow.html', Buffer.from('<html><body><script>1</script></body></html>'), 'nothing-to-read', /hollow\.html/u],
] as const)('%s is refused with a reason', async (name, bytes, code, message) => {
  await expect(readBytes(source(bytes, { name }))).rejects.toThrow(message)
  await expect(readBytes(source(bytes, { name }))).rejects.toHaveProperty('code', code)
})

test('hostile nesting ends soon and keeps the words', async () => {
  const nested = await readBytes(source(`${'<div>'.repeat(100_000)}${paragraphs}`))
  expect(nested.text).toContain('One sentence')
  const bold = await readBytes(
    source(`<p>${Array.from({ length: 20_000 }, (_, n) => `<b class=x${n}>w`).join('')}${paragraphs}`),
  )
  expect(bold.text).toContain('One sentence')
}, 30_000)

test('a title that would show its letters in another order is made plain', async () => {
  const { title } = await readBytes(source(`<title>Invoice \u202Efdp.exe</title><h1>x</h1>${paragraphs}`))
  expect(title).toBe('Invoice fdp.exe')
})

test('a text that is too long is refused before it is read', async () => {
  const long = source('words and words\n'.repeat(1_100_000), { name: 'long.txt' })
  await expect(readBytes(long)).rejects.toMatchObject({
    code: 'too-large',
    message: /long\.txt has more than 16 million/u,
  })
})

test('what search keeps comes with the article', async () => {
  const { passages, text } = await readBytes(source(`<h1>Title</h1>${paragraphs}<h2>Running</h2>${paragraphs}`))
  expect(passages.some(({ body, section }) => body.includes('sentenc') && section === 'run')).toBe(true)
  expect(passages.at(-1)?.end).toBe(text.trimEnd().length)
})
