import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bibtex, escaped } from './bibtex'
import type { CslItem } from './csl-item'
import { namesOf } from './names'
import { ris } from './ris'

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
