import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Source } from '../reading/read-source'
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
const read = (text: string, given: Partial<Source> = {}) =>
  markdownReader.read({ source: { ...source, ...given }, text: () => text })
const matches = (text: string, given: Partial<Source> = {}) =>
  markdownReader.matches({ source: { ...source, name: '', via: 'paste', ...given }, text: () => text })

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
  expect(read('---\ntitle: Another\n---\n# Heading\n\nText.').html).toContain('<h1 id="heading">Heading</h1>')
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
    '$a '.repeat(20_000),
    '\\('.repeat(20_000),
    '==a '.repeat(20_000),
    '%%\n'.repeat(20_001),
    'a\n: b\n'.repeat(5000),
    '$$\n'.repeat(20_001),
  ])
    expect(read(text).format).toBe('markdown')
})

test('more than any book has is refused', () => {
  expect(() => read('a'.repeat(16 * 1024 * 1024 + 1))).toThrow('longer than Lectern reads')
})

test('formulas are MathML with their TeX, prices and code are none', () => {
  const { html } = read(
    'Let $a^2 + \\alpha$ and \\(b_1\\) be, for $5 and $10, `$x$`.\n\n$$\n\\frac{1}{2}\n$$\n\n```math\n\\sqrt{x}\n```\n\n$\\nosuchmacro{$',
  )
  expect(html.match(/<math/gu)).toHaveLength(4)
  expect(html).toContain('alttext="a^2 + \\alpha"')
  expect(html).toMatch(/<p><math alttext="\\frac\{1\}\{2\}"[^>]*display="block"/u)
  expect(html).toContain('for $5 and $10, <code>$x$</code>')
  expect(html).toContain('<code>\\nosuchmacro{</code>')
})

test('what notes have beside Markdown: marks, comments, names of blocks, links to headings, definition lists', () => {
  const { html } = read(
    'One ==marked *word*== and %%not this%% more. ^block-1\n\n%%\nnor\n\nthis\n%%\n\nSee [[#My Heading|there]] and [[Other#Part]].\n\n## My Heading\n\n## My Heading\n\n## Own {#own-id}\n\nTerm\n: Meaning\n\n#tag stays; 1 == 2 == 3',
  )
  expect(html).toContain('One <mark>marked <em>word</em></mark> and  more.</p>')
  expect(html).not.toMatch(/not this|nor|block-1|\{#/u)
  expect(html).toContain('See <a href="#my-heading">there</a> and Other › Part.')
  expect(html).toContain('<h2 id="my-heading">')
  expect(html).toContain('<h2 id="my-heading-1">')
  expect(html).toContain('<h2 id="own-id">Own</h2>')
  expect(html).toMatch(/<dt>Term<\/dt>\s*<dd>Meaning<\/dd>/u)
  expect(html).toContain('#tag stays; 1 == 2 == 3')
})

test('tags of the front matter are categories, and shortcodes stay words', () => {
  const article = read('---\ntags: [walking, "#legs"]\nkeywords: walking\n---\n{{< youtube abc >}} and {% include x %}')
  expect(article.categories).toEqual(['walking', 'legs'])
  expect(article.html).toContain('{{&lt; youtube abc &gt;}} and {% include x %}')
})

test('pictures of notes are found by path, from the top, or anywhere by name, and never outside', async () => {
  const home = mkdtempSync(join(tmpdir(), 'lectern-notes-'))
  try {
    const root = join(home, 'vault')
    mkdirSync(join(root, 'notes/deep'), { recursive: true })
    mkdirSync(join(root, 'Files'))
    for (const [path, content] of [
      ['vault/notes/beside.png', 'beside'],
      ['vault/Files/Über all.png', 'all'],
      ['vault/Files/beside.png', 'far'],
      ['outside.png', 'outside'],
    ] as const)
      writeFileSync(join(home, path.normalize('NFD')), content)
    symlinkSync(join(home, 'outside.png'), join(root, 'link.png'))
    const { html, packaged } = read(
      '![[beside.png]] ![x](../Files/beside.png) ![[über all.png|300]] ![y](../../outside.png) ![[link.png]] ![z](https://example.org/a.png)',
      { folder: { root, page: 'notes' } },
    )
    const urls = [...html.matchAll(/src="([^"]+)"/gu)].map(([, url = '']) => url)
    const contents = urls.map((url) => Buffer.from(packaged?.get(url) ?? []).toString())
    expect(contents).toEqual(['beside', 'far', 'all', '', '', ''])
    expect(html).toContain('width="300"')
    expect(urls[5]).toBe('https://example.org/a.png')
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})
