import { unzipSync } from 'fflate'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import type { NoteDocument } from '@shared/domain/note-document'
import type { OutputKind } from '@shared/domain/output'
import { openOutputs } from '../../../../tests/support/outputs'

const note = (text: string): NoteDocument => ({
  version: 1,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text, marks: [] }] }],
})
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') // prettier-ignore
const options = { style: 'apa', by: 'article' } as const

/** An article with a bit of everything: marks across elements, a picture, a formula, a table, links in and out. */
async function openSample() {
  const stores = openOutputs()
  const picture = await stores.assets.put(PNG)
  const article = stores.addArticle({
    title: 'The <pump> & the map',
    byline: 'John Snow',
    siteName: 'The Lancet',
    sourceUrl: 'https://example.org/pump?a=1&b="2"',
    publishedAt: '1854-09-08',
    licence: {
      statement: 'Text under CC BY-SA 4.0',
      name: 'CC BY-SA 4.0',
      url: 'https://creativecommons.org/licenses/by-sa/4.0/',
      authorsUrl: 'https://example.org/history',
      changes: 'Pictures left out.',
    },
    html: [
      '<h2 id="a-top">Soho</h2><p>In 1854 <em>cholera</em> struck <a href="https://example.org/soho">Soho 👩‍👩‍👧</a>; ==no mark==.</p>\n',
      `<figure><img src="/assets/${picture}" alt="The map"><figcaption>A map</figcaption></figure>\n`,
      '<p>Mass is <math alttext="E=mc^2"><mi>E</mi><mo>=</mo><mi>m</mi></math> here<sup><a href="#a-ref-1">[1]</a></sup>.</p>\n',
      '<table><tbody><tr><th>Street</th><td>Broad Street</td></tr></tbody></table>\n',
      '<ol class="references"><li id="a-ref-1">Snow, 1855.</li></ol>',
    ].join(''),
  })
  const first = await stores.mark(article, 'cholera struck Soho', 'green')
  await stores.mark(article, 'struck Soho 👩‍👩‍👧; ')
  await stores.mark(article, 'Broad Street', 'blue')
  await stores.annotations.saveNote({ id: first.id, baseRevision: 0, body: note('Why <b>here</b>? $5 and #1') })
  await stores.annotations.update({ ids: [first.id], change: { tags: ['To read'] } })
  const whole = await stores.annotations.articleNote({ articleId: article.id })
  await stores.annotations.saveNote({ id: whole.id, baseRevision: 0, body: note('On the whole: good.') })
  const scope = { kind: 'articles' as const, ids: [article.id] }
  return { ...stores, article, scope, picture, first }
}

function elementsOf(html: string): DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = []
  const todo: DefaultTreeAdapterTypes.Node[] = [parse(html)]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) todo.push(...[...node.childNodes].reverse())
  }
  return found
}
const valueOf = (element: DefaultTreeAdapterTypes.Element, name: string) =>
  element.attrs.find((attribute) => attribute.name === name)?.value
function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

test('an article becomes one HTML file that holds all of it and asks nobody for anything', async () => {
  const { made, scope, first } = await openSample()
  const html = await made({ kind: 'html', scope, ...options })
  const elements = elementsOf(html)
  const names = new Set(elements.map(({ tagName }) => tagName))
  for (const name of ['script', 'link', 'iframe', 'object', 'embed', 'form', 'base', 'video', 'audio']) {
    expect(names.has(name), name).toBe(false)
  }
  for (const element of elements) {
    for (const { name, value } of element.attrs) {
      expect(/^on|^style$|^srcset$|^background$|^action$/u.test(name), name).toBe(false)
      if (name === 'src') expect(value).toMatch(/^data:image\/png;base64,/u)
    }
  }
  expect(html).not.toMatch(/url\(|@import/u)
  const policy = elements.find((element) => valueOf(element, 'http-equiv') === 'Content-Security-Policy')
  expect(policy && valueOf(policy, 'content')).toMatch(
    /^default-src 'none'; img-src data:; style-src 'sha256-\S+'; base-uri 'none'; form-action 'none'$/u,
  )
  expect(html).toContain('<h1>The &#60;pump&#62; &#38; the map</h1>')
  expect(html).toContain('Why &#60;b&#62;here&#60;/b&#62;? $5')
  const marked = elements.filter(({ tagName }) => tagName === 'mark')
  const words = marked
    .filter((mark) => valueOf(mark, 'data-highlight') === first.id)
    .map(textOf)
    .join('')
  expect(words).toBe('cholera struck Soho')
  // Each note leads to its words and back.
  const ids = new Set(elements.flatMap((element) => valueOf(element, 'id') ?? []))
  for (const element of elements) {
    const href = valueOf(element, 'href') ?? ''
    if (href.startsWith('#')) expect(ids.has(href.slice(1)), href).toBe(true)
  }
})

test('the words of an article are all there, and in their order', async () => {
  const { made, scope, article } = await openSample()
  const main = elementsOf(await made({ kind: 'html', scope, ...options })).find(({ tagName }) => tagName === 'main')
  const text = main === undefined ? '' : textOf(main)
  expect(text.replace('Soho1 ', 'Soho ')).toBe(article.text)
})

test('an article becomes Markdown with its highlights, notes and pictures', async () => {
  const { outputs, scope, article, picture } = await openSample()
  const { name, mediaType, bytes } = await outputs.make({ kind: 'markdown', scope, ...options })
  expect([name, mediaType]).toEqual(['The pump & the map.zip', 'application/zip'])
  const files = unzipSync(bytes)
  expect(Object.keys(files)).toEqual(['The pump & the map.md', `attachments/${picture.slice(0, 16)}.png`])
  const text = new TextDecoder().decode(files['The pump & the map.md'])
  expect(text.replaceAll(article.id, 'ARTICLE').replaceAll(picture.slice(0, 16), 'PICTURE')).toMatchInlineSnapshot(`
    "---
    title: The <pump> & the map
    author: John Snow
    site: The Lancet
    source: https://example.org/pump?a=1&b="2"
    published: 1854-09-08
    language: en
    licence: CC BY-SA 4.0
    lectern: lectern://open/ARTICLE
    ---

    # The \\<pump> & the map

    On the whole: good.

    ---

    ## Soho

    In 1854 ==*cholera* struck== [==Soho==[^1] ==👩‍👩‍👧==](https://example.org/soho)==;== \\==no mark\\==.

    ![The map](attachments/PICTURE.png)

    A map

    Mass is $E=mc^2$ here\\[1].

    | Street | ==Broad Street== |
    | - | - |

    1. Snow, 1855.

    ---

    “The \\<pump> & the map” by [its authors](https://example.org/history). Text under CC BY-SA 4.0 ([CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/)) Pictures left out.

    [^1]: Why \\<b>here\\</b>? \\$5 and \\#1

        #To-read
    "
  `)
})

test('the same state gives the same bytes, whatever the kind', async () => {
  const { outputs, scope, clock } = await openSample()
  const kinds: OutputKind[] = ['markdown', 'html', 'json-ld', 'csv', 'bibtex', 'csl-json', 'ris', 'bibliography']
  for (const kind of kinds) {
    const bytesOf = async () => Buffer.from((await outputs.make({ kind, scope, ...options })).bytes).toString('latin1')
    const before = await bytesOf()
    clock.now += 86_400_000
    expect((await bytesOf()) === before, kind).toBe(true)
    expect(await outputs.preview({ kind, scope, ...options }), kind).toMatchObject({ files: 1, articles: 1 })
  }
})

test('a highlight whose words are gone is listed with its note, not marked somewhere else', async () => {
  const { made, scope, article, updateArticle } = await openSample()
  updateArticle(article.id, 'Quite another text, which says nothing of the kind.')
  const html = await made({ kind: 'html', scope, ...options })
  expect(html).toContain('Highlights whose words are not in this version')
  expect(elementsOf(html).filter(({ tagName }) => tagName === 'mark')).toEqual([])
  expect(html).toContain('Why &#60;b&#62;here')
  expect(await made({ kind: 'markdown', scope, ...options })).toContain('> Broad Street')
})

test('several articles become one document, with their notes and links told apart', async () => {
  const { outputs, made, article, scope, addArticle, mark, annotations } = await openSample()
  const other = addArticle({
    title: 'The map',
    html: '<h2 id="a-top">A map</h2><p>Dr Snow drew <a href="#a-top">it</a>.</p>',
  })
  const second = await mark(other, 'Dr Snow')
  await annotations.saveNote({ id: second.id, baseRevision: 0, body: note('Another note') })
  const both = { kind: 'articles' as const, ids: [article.id, other.id] }
  expect(await outputs.preview({ kind: 'markdown', scope: both, ...options })).toMatchObject({ files: 2 })
  expect(await outputs.preview({ kind: 'markdown', scope: both, ...options, together: true })).toMatchObject({
    files: 1,
  })
  const zip = unzipSync((await outputs.make({ kind: 'markdown', scope: both, ...options, together: true })).bytes)
  expect(Object.keys(zip)).toHaveLength(2)
  const text = new TextDecoder().decode(zip['Lectern articles.md'])
  expect(text.match(/^# .*$/gmu)).toEqual(['# The \\<pump> & the map', '# The map'])
  expect(text).toContain('John Snow · The Lancet · 1854-09-08 · [Source](')
  expect(text.match(/\[\^[\w-]+\]:/gu)).toEqual(['[^1-1]:', '[^2-1]:'])
  expect(text).toContain('==Dr Snow==[^2-1]')

  const html = await made({ kind: 'html', scope: both, ...options, together: true })
  expect((await outputs.page({ scope: both })).html).toBe(html)
  const elements = elementsOf(html)
  const ids = elements.flatMap((element) => valueOf(element, 'id') ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  for (const element of elements) {
    const href = valueOf(element, 'href') ?? ''
    if (href.startsWith('#')) expect(ids, href).toContain(href.slice(1))
  }
  const sections = elements.filter((element) => valueOf(element, 'class') === 'article')
  expect(sections.map(textOf).map((words) => [words.includes('cholera'), words.includes('drew it')])).toEqual([
    [true, false],
    [false, true],
  ])
  // One alone is what it always was.
  expect(await made({ kind: 'html', scope, ...options, together: true })).toBe(
    await made({ kind: 'html', scope, ...options }),
  )
})

test('what is not there is said to be so', async () => {
  const { outputs, article, articles } = await openSample()
  await articles.trash({ ids: [article.id] })
  await articles.deleteForever({ ids: [article.id] })
  const scope = { kind: 'articles' as const, ids: [article.id] }
  await expect(async () => outputs.make({ kind: 'html', scope, ...options })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(async () => outputs.cite({ articleId: article.id, style: 'apa' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(outputs.make({ kind: 'csv', scope: { kind: 'library' }, ...options })).rejects.toMatchObject({
    code: 'not-found',
  })
})
