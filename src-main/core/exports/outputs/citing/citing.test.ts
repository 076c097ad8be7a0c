import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bibtex, escaped } from './bibtex'
import type { CslItem } from './csl-item'
import { namesOf } from './names'
import { plainRuns } from './runs'
import { ris } from './ris'
import { citationEntry, citationInText } from './styles'

const news: CslItem = {
  id: '1',
  type: 'article-newspaper',
  title: 'Cholera in Soho',
  author: namesOf('By John Snow and Ada van Lovelace'),
  'container-title': 'The Times',
  issued: { 'date-parts': [[1854, 9, 8]] },
  accessed: { 'date-parts': [[2024, 3, 5]] },
  URL: 'https://example.org/soho',
}

test.each([
  [
    'apa',
    'Snow, J., & van Lovelace, A. (1854, September 8). Cholera in Soho. The Times. https://example.org/soho',
    '(Snow & van Lovelace, 1854)',
  ],
  [
    'mla',
    'Snow, John, and Ada van Lovelace. “Cholera in Soho.” The Times, 8 Sept. 1854, example.org/soho. Accessed 5 Mar. 2024.',
    '(Snow and van Lovelace)',
  ],
  [
    'chicago',
    'Snow, John, and Ada van Lovelace. 1854. “Cholera in Soho.” The Times, September 8. https://example.org/soho.',
    '(Snow and van Lovelace 1854)',
  ],
  [
    'harvard',
    'Snow, J. and van Lovelace, A. (1854) ‘Cholera in Soho’, The Times, 8 September. Available at: https://example.org/soho (Accessed: 5 March 2024).',
    '(Snow and van Lovelace, 1854)',
  ],
  [
    'vancouver',
    'Snow J, van Lovelace A. Cholera in Soho. The Times [Internet]. 1854 Sep 8 [cited 2024 Mar 5]. Available from: https://example.org/soho.',
    '(1)',
  ],
] as const)('writes a newspaper article in %s', (style, entry, inText) => {
  // prettier-ignore
  expect(plainRuns(citationEntry(news, style))).toBe(entry)
  expect(citationInText(news, style)).toBe(inText)
})

test('takes bylines apart only where that is certain', () => {
  expect(namesOf('Snow, John')).toEqual([{ family: 'Snow', given: 'John' }])
  expect(namesOf('Anna Lee, Ben Hur and Cy Ork')).toHaveLength(3)
  expect(namesOf('BBC News')).toEqual([{ literal: 'BBC News' }])
  expect(namesOf('村上春樹')).toEqual([{ literal: '村上春樹' }])
  expect(namesOf('Martin Luther King Jr.')).toEqual([{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }])
  expect(namesOf(null)).toEqual([])
})

test('nothing of a title is TeX, and every entry stays closed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab{}\\$&#%_~^"@,\n=') }), (title) => {
      const depth = Array.from(escaped(title)).reduce(
        (open, one) => open + Number(one === '{') - Number(one === '}'),
        0,
      )
      expect(depth).toBe(0)
      expect(escaped(title).replace(/\{\\text\w+\}|\\[$&#%_]/gu, '')).not.toMatch(/[\\{}$&#%_~^]/u)
    }),
  )
})

test('keys are unique; RIS keeps each value on its line', () => {
  const keys = [...bibtex([news, { ...news, id: '2' }]).matchAll(/^@article\{(?<key>[^,]+),$/gmu)].map(
    ({ groups }) => groups?.['key'],
  )
  expect(keys).toEqual(['snow1854cholera', 'snow1854cholera-2'])
  const lines = ris([{ ...news, title: 'Two\nlines' }]).split('\r\n')
  expect(lines.filter((line) => line !== '').every((line) => /^[A-Z][A-Z0-9] {2}- /u.test(line))).toBe(true)
})
