import { expect, test } from 'vitest'
import type { Source } from '../read-source'
import { markdownReader } from './markdown'

const source: Source = {
  bytes: new Uint8Array(),
  name: 'notes/on-walking.md',
  format: 'auto',
  via: 'file',
  url: null,
  contentType: null,
  folder: null,
}
const read = (text: string) => markdownReader.read({ source, text })
const matches = (text: string, given: Partial<Source> = {}) =>
  markdownReader.matches({ source: { ...source, name: '', via: 'paste', ...given }, text })

test('front matter gives title, authors, date, address and language', () => {
  const article = read(
    [
      '---',
      'title: "On walking"',
      'authors:',
      '  - name: Jo Doe',
      '  - "[[Kim Poe]]"',
      'created: 2024-01-01',
      'published: 17 February 2023',
      'tags: [legs]',
      'source: https://example.org/walking',
      'lang: en-GB',
      'description: Why legs matter.',
      'license: https://creativecommons.org/licenses/by/4.0/',
      '---',
      '# On Walking!',
      '',
      'Legs.',
    ].join('\n'),
  )
  expect(article).toMatchObject({
    title: 'On walking',
    byline: 'Jo Doe, Kim Poe',
    publishedAt: '2023-02-17',
    sourceUrl: 'https://example.org/walking',
    declaredLanguage: 'en-GB',
    excerpt: 'Why legs matter.',
    licence: { name: 'CC BY 4.0' },
  })
  expect(article.html.trim()).toBe('<p>Legs.</p>')
})

test('front matter that is nearly YAML is still read', () => {
  const article = read('---\ntitle: Hamlet: a reading\nauthor: Jo\n---\nText.')
  expect(article).toMatchObject({ title: 'Hamlet: a reading', byline: 'Jo' })
  expect(read('+++\ntitle = "A title"\n+++\nText.').title).toBe('A title')
})

test('two rules with prose between them are no front matter', () => {
  expect(read('---\nJust some words.\n---\nMore.').html).toContain('Just some words.')
})

test('a bomb of aliases is not expanded', () => {
  const lines = ['a: &a [x,x,x,x,x,x,x,x,x]']
  for (let at = 1; at < 12; at++) {
    const [name, last] = [String.fromCharCode(97 + at), String.fromCharCode(96 + at)]
    lines.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(',')}]`)
  }
  expect(read(`---\n${lines.join('\n')}\n---\nText.`).html).toContain('Text.')
})

test('the title is the first heading, which is then not said twice, and else the name of the file', () => {
  expect(read('# The *title*\n\nText.')).toMatchObject({ title: 'The title', html: '<p>Text.</p>\n' })
  expect(read('---\ntitle: Another\n---\n# Heading\n\nText.').html).toContain('<h1>Heading</h1>')
  expect(read('Just text.').title).toBe('on walking')
})

test('tables, strikethrough, task lists, footnotes and callouts', () => {
  const { html } = read(
    '| a |\n|---|\n| b |\n\n~~no~~\n\n- [ ] open\n- [x] done\n\n> [!NOTE] Mind\n> this\n\nWord[^1].\n\n[^1]: A note.',
  )
  expect(html).toContain('<td>b</td>')
  expect(html).toContain('<s>no</s>')
  expect(html).toContain('<li>☐ open</li>')
  expect(html).toContain('<li>☑ done</li>')
  expect(html).toMatch(/<strong>Mind<\/strong><br>\s*this/u)
  expect(html).toContain('<section class="footnotes">')
  expect(html).toContain('href="#fn1"')
})

test('wiki links become their words, and embedded pictures images, but not inside code', () => {
  const { html } = read('[[Page|the words]], [[Page#Part]], ![[a b.png|Alt]], `[[code]]`, [[<b>]]')
  expect(html).toContain('the words, Page › Part, <img src="a%20b.png" alt="Alt">, <code>[[code]]</code>, &lt;b&gt;')
})

test('tells Markdown from plain text where nothing says so', () => {
  expect(matches('# Heading\n\nText')).toBe(true)
  expect(matches('See [this](https://example.org).')).toBe(true)
  expect(matches('Just a text - with a dash.\n\nAnd another paragraph.')).toBe(false)
  expect(matches('# Heading', { name: 'a.txt' })).toBe(false)
  expect(matches('Words', { name: 'a.markdown' })).toBe(true)
  expect(matches('Words', { contentType: 'text/markdown; charset=utf-8' })).toBe(true)
})

test('pathological Markdown ends soon', () => {
  for (const text of [
    '>'.repeat(20_000),
    '['.repeat(50_000),
    '*a_ '.repeat(20_000),
    '`'.repeat(50_000),
    '- '.repeat(5000) + 'x',
    '[['.repeat(20_000),
  ])
    expect(read(text).format).toBe('markdown')
})

test('more than any book has is refused', () => {
  expect(() => read('a'.repeat(16 * 1024 * 1024 + 1))).toThrow('longer than Lectern reads')
})
