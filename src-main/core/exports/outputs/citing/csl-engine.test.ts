import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUNDLED_STYLES, CITATION_LANGUAGES, type BundledStyle } from '@shared/domain/citation-style'
import { bibliographyText, runsToHtml } from './bibliography-text'
import { createCslWriter, loadCiteproc } from './csl-engine'
import { createCslFiles, nearestLanguage } from './csl-files'
import type { CslItem } from './csl-item'
import { readCslStyle } from './csl-style'
import { namesOf } from './names'
import { plainRuns } from './runs'

const files = createCslFiles(resolve(import.meta.dirname, '../../../../../resources/csl'))

async function open(id: BundledStyle, language?: string) {
  const style = readCslStyle(await files.style(id), id)
  const tag = nearestLanguage(language ?? style.language)
  const writer = createCslWriter(await loadCiteproc(), style, tag, await files.locales(tag))
  const lines = (items: readonly CslItem[]) =>
    writer.bibliography(items).map(({ label, runs }) => (label === null ? '' : `${label} `) + plainRuns(runs))
  return { writer, lines, inText: (item: CslItem) => plainRuns(writer.citation(item).runs) }
}

const news: CslItem = {
  id: 'news',
  type: 'article-newspaper',
  title: 'Cholera in Soho',
  author: namesOf('By John Snow and Ada van Lovelace'),
  'container-title': 'The Times',
  issued: { 'date-parts': [[1854, 9, 8]] },
  accessed: { 'date-parts': [[2024, 3, 5]] },
  URL: 'https://example.org/soho',
}
const book: CslItem = {
  id: 'book',
  type: 'book',
  title: 'On the Mode of Communication of Cholera',
  author: namesOf('John Snow'),
  issued: { 'date-parts': [[1855]] },
}

// prettier-ignore
test.each([
  ['apa', 'Snow, J., & van Lovelace, A. (1854, September 8). Cholera in Soho. The Times. https://example.org/soho', '(Snow & van Lovelace, 1854)', 'Snow, J. (1855). On the Mode of Communication of Cholera.'],
  ['mla', 'Snow, John, and Ada van Lovelace. “Cholera in Soho.” The Times, 8 Sept. 1854, https://example.org/soho.', '(Snow and van Lovelace)', 'Snow, John. On the Mode of Communication of Cholera. 1855.'],
  ['chicago', 'Snow, John, and Ada van Lovelace. 1854. “Cholera in Soho.” The Times, September 8, 1854. https://example.org/soho.', '(Snow and van Lovelace 1854)', 'Snow, John. 1855. On the Mode of Communication of Cholera.'],
  ['chicago-full-notes', 'Snow, John, and Ada van Lovelace. “Cholera in Soho.” The Times, September 8, 1854. https://example.org/soho.', 'John Snow and Ada van Lovelace, “Cholera in Soho,” The Times, September 8, 1854, https://example.org/soho.', 'Snow, John. On the Mode of Communication of Cholera, 1855.'],
  ['harvard', 'Snow, J. and van Lovelace, A. (1854) ‘Cholera in Soho’, The Times, 8 September. Available at: https://example.org/soho (Accessed: 5 March 2024).', '(Snow and van Lovelace, 1854)', 'Snow, J. (1855) On the Mode of Communication of Cholera.'],
  ['vancouver', '1. Snow J, van Lovelace A. Cholera in Soho. The Times [Internet]. 1854 Sep 8 [cited 2024 Mar 5]; Available from: https://example.org/soho', '(1)', '1. Snow J. On the Mode of Communication of Cholera. 1855.'],
  ['ieee', '[1] J. Snow and A. van Lovelace, “Cholera in Soho,” The Times, Sep. 08, 1854. Accessed: Mar. 05, 2024. [Online]. Available: https://example.org/soho', '[1]', '[1] J. Snow, On the Mode of Communication of Cholera. 1855.'],
] as const)('writes a newspaper article and a book in %s', async (id, entry, cited, whole) => {
  const { lines, inText } = await open(id)
  expect(lines([news])).toEqual([entry])
  expect(inText(news)).toBe(cited)
  expect(lines([book])).toEqual([whole])
})

test('every style that comes with Lectern writes every kind of source, in its own language and others', async () => {
  const bare = { id: 'bare', type: 'webpage', title: 'Nothing is known' } as const
  const kinds = [
    'webpage',
    'article-newspaper',
    'article-journal',
    'book',
    'entry-encyclopedia',
    'post-weblog',
  ] as const
  const items = [bare, ...kinds.map((type): CslItem => ({ ...news, id: type, type, title: `Of ${type}` }))]
  for (const id of Object.keys(BUNDLED_STYLES).filter((one): one is BundledStyle =>
    Object.hasOwn(BUNDLED_STYLES, one),
  )) {
    {
      const { lines, inText, writer } = await open(id)
      const said = lines(items)
      expect(said, id).toHaveLength(items.length)
      expect(said.join('\n'), id).not.toMatch(/undefined|CSL|NO_PRINTED|\.\.|, ,|<(?!https)/u)
      expect(inText(bare), id).not.toBe('')
      expect(writer.isNote, id).toBe(['chicago-notes', 'chicago-full-notes', 'mhra', 'oscola'].includes(id))
    }
  }
})

test('every language that can be chosen has its terms', async () => {
  const said = new Set<string>()
  for (const tag of Object.keys(CITATION_LANGUAGES)) said.add((await open('harvard', tag)).lines([news]).join())
  expect(said.size).toBeGreaterThan(18)
  expect((await open('apa', 'de-AT')).lines([news])[0]).toContain('1854, September 8')
  expect((await open('harvard', 'de-DE')).lines([{ ...news, issued: { 'date-parts': [[1854, 3, 8]] } }])[0]).toContain(
    'März',
  )
  expect(nearestLanguage('xx-YY')).toBe('en-US')
  expect(nearestLanguage('pt')).toBe('pt-BR')
})

test('names and dates as far as they are known', async () => {
  const { lines, inText } = await open('apa')
  const { author: _, issued: __, ...bare } = news
  expect(lines([bare])).toEqual([
    'Cholera in Soho. (n.d.). The Times. Retrieved March 5, 2024, from https://example.org/soho',
  ])
  expect(inText(bare)).toBe('(“Cholera in Soho,” n.d.)')
  expect(inText({ ...news, author: [{ literal: 'Board of Health' }] })).toBe('(Board of Health, 1854)')
  expect(inText({ ...news, author: namesOf('村上春樹') })).toBe('(村上春樹, 1854)')
  expect(inText({ ...news, author: namesOf('Martin Luther King Jr.'), issued: { 'date-parts': [[1963, 4]] } })).toBe(
    '(King, 1963)',
  )
  expect(lines([{ ...news, author: namesOf('Ann A, Ben B, Cy C') }])[0]).toMatch(/^A, A\., B, B\., & C, C\. /u)
})

test('a bibliography is sorted, or numbered in its order, and tells alike sources apart', async () => {
  const items = [book, { ...news, id: 'second' }, { ...book, id: 'third', title: 'Another book' }]
  const { lines } = await open('apa')
  expect(lines(items).map((line) => line.slice(0, 16))).toEqual([
    'Snow, J. (1855a)',
    'Snow, J. (1855b)',
    'Snow, J., & van ',
  ])
  expect(lines([book])).toEqual(['Snow, J. (1855). On the Mode of Communication of Cholera.'])
  const vancouver = await open('vancouver')
  expect(vancouver.lines(items).map((line) => line.slice(0, 7))).toEqual(['1. Snow', '2. Snow', '3. Snow'])
  expect(bibliographyText(vancouver.writer.bibliography(items))).toMatch(
    /^1\. Snow J.*\n2\. Snow J, van Lovelace.*\n3\. Snow J\. Another/u,
  )
  expect(bibliographyText((await open('ieee')).writer.bibliography([news]))).toMatch(
    /^\\\[1\] J\. Snow and .*\*The Times\*/u,
  )
})

test('italics, raised numbers and the like are kept', async () => {
  const { writer } = await open('apa')
  const [entry] = writer.bibliography([book])
  expect(runsToHtml(entry?.runs ?? [])).toBe('Snow, J. (1855). <i>On the Mode of Communication of Cholera</i>.')
  expect(bibliographyText(writer.bibliography([book]))).toBe(
    'Snow, J. (1855). *On the Mode of Communication of Cholera*.\n',
  )
  const nature = await open('nature')
  expect(nature.writer.citation(news).runs).toEqual([{ text: '1', marks: ['superscript'] }])
  expect(nature.inText(news)).toBe('¹')
  const marks = [
    { text: '<S', marks: ['small-caps'] as const },
    { text: '2', marks: ['bold', 'subscript'] as const },
  ]
  expect(runsToHtml(marks)).toBe('<span style="font-variant: small-caps">&#60;S</span><b><sub>2</sub></b>')
  expect(bibliographyText([{ label: null, runs: marks }])).toBe(
    '<span style="font-variant: small-caps">\\<S</span>**<sub>2</sub>**\n',
  )
})

test('a title is words, whatever it looks like', async () => {
  const { lines, writer } = await open('vancouver')
  const said = (title: string) => lines([{ id: 'x', type: 'webpage', title }])[0]
  expect(said('<script>alert(1)</script> & <i>it</i>')).toBe('1. <script>alert(1)</script> & <i>it</i>.')
  expect(said('x² costs $& or $$ or %%STRING%%')).toBe('1. x² costs $& or $$ or %%STRING%%.')
  expect(said('Say "so", don’t')).toBe('1. Say “so”, don’t.')
  expect(said('كتاب «الطب» في ١٨٥٤')).toBe('1. كتاب «الطب» في ١٨٥٤.')
  expect(runsToHtml(writer.bibliography([{ id: 'x', type: 'book', title: '<b>&amp;' }])[0]?.runs ?? [])).toContain(
    '&#60;b&#62;&#38;amp;',
  )
})

test('marks that a style needs, and those of titles and addresses, stay', async () => {
  expect((await open('din-1505-2')).lines([news])[0]).toMatch(/^Snow, John ; /u)
  const title = 'Wait. . . what'
  const URL = "https://example.org/Fermat's_Last_Theorem?q='x'"
  for (const id of ['apa', 'chicago', 'mla'] as const) {
    const [line] = (await open(id)).lines([{ ...news, title, URL }])
    expect(line?.toLowerCase()).toContain('wait. . . what')
    expect(line).toContain(URL)
  }
  expect((await open('apa')).lines([{ ...news, DOI: "10.1000/a'b" }])[0]).toContain("10.1000/a'b")
})

test('a source may have a name that objects have of themselves', async () => {
  for (const title of ['constructor', 'valueOf', '__proto__', 'hasOwnProperty']) {
    const item: CslItem = { id: 'x', type: 'webpage', title, author: [{ family: title, given: title }] }
    for (const id of ['chicago-full-notes', 'apa'] as const) {
      const { lines } = await open(id)
      const { author: _, ...nobody } = item
      for (const one of [item, nobody])
        for (const line of lines([one, { ...one, id: 'y' }])) expect(line.toLowerCase()).toContain(title.toLowerCase())
    }
  }
})

test('any title and name comes out as text alone, and nothing throws', { timeout: 120_000 }, async () => {
  const pieces = fc.constantFrom('<i>', '</i>', '<sup>', '<span class="nocase">', '<script>', '&', '&lt;', '$&', '$1', '"', "'", '“', '’', '%%STRING%%', '%%PARAM%%', '|', '{', '}', ':', '. ', ' ', 'x', 'y²', 'דג', '水', '\uFDD0', '\u0000', '\\', '__proto__', '[', '’s', '–', '?', '!', 'ß', '😀') // prettier-ignore
  const words = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  )
  const name = fc.oneof(fc.record({ literal: words }), fc.record({ family: words, given: words }))
  for (const id of ['apa', 'ieee', 'chicago-full-notes', 'gb-t-7714'] as const) {
    const { writer } = await open(id)
    fc.assert(
      fc.property(
        words,
        fc.array(name, { maxLength: 3 }),
        words,
        fc.constantFrom('webpage' as const, 'book' as const, 'article-newspaper' as const),
        (title, author, site, type) => {
          const item: CslItem = {
            id: 'x',
            type,
            title,
            author,
            'container-title': site,
            language: site,
            URL: 'https://example.org/?a=1&b=$&',
          }
          for (const { runs } of [...writer.bibliography([item, { ...item, id: 'y' }]), writer.citation(item)]) {
            // Tags of the title are escaped; those that stand are the marks' own.
            const left = runsToHtml(runs).replace(
              /<\/?(?:i|b|sup|sub|u|span)(?: style="font-variant: small-caps")?>/gu,
              '',
            )
            expect(left).not.toMatch(/[<>]/u)
            expect(runs.every(({ text }) => !/[\uFDD0-\uFDEF\u0000]/u.test(text))).toBe(true)
            const count = (tag: string) => runsToHtml(runs).split(tag).length
            for (const [from, to] of [
              ['<i>', '</i>'],
              ['<b>', '</b>'],
              ['<sup>', '</sup>'],
            ] as const)
              expect(count(from)).toBe(count(to))
          }
        },
      ),
      { numRuns: 30 },
    )
  }
})

test('words of a title are all there, in their order', async () => {
  const { writer } = await open('vancouver')
  const plain = fc.array(fc.constantFrom('Snow', 'pump', '<i>', 'x²', '$&', '&amp;', '水', 'دو', '50%'), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(plain, (parts) => {
      const [entry] = writer.bibliography([{ id: 'x', type: 'webpage', title: parts.join(' ') }])
      // A title that ends with a mark needs no full stop.
      expect(plainRuns(entry?.runs ?? []).replace(/\.$/u, '')).toBe(parts.join(' '))
    }),
    { numRuns: 100 },
  )
})
