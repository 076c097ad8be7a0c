import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFinder, type FindOptions } from './find-matches'

const findMatches = (text: string, words: string, options: FindOptions) => createFinder(text)(words, options)

const plain = { matchCase: false, wholeWords: false }

test('whatever is typed is found as it is written, never as a pattern', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, words, after) => {
      const text = before + words + after
      const wanted = words.trim()
      const matches = findMatches(text, words, { matchCase: true, wholeWords: false })
      if (wanted === '') expect(matches).toEqual([])
      else expect(matches.length).toBeGreaterThan(0)
      for (const match of matches)
        expect(text.slice(match.start, match.end).split(/\s+/u)).toEqual(wanted.split(/\s+/u))
    }),
  )
})

test('case, whole words and white space', () => {
  const text = 'The pump. Pumps, the\nPUMP handle; pumphouse'
  expect(findMatches(text, 'pump', plain)).toHaveLength(4)
  expect(findMatches(text, 'pump', { matchCase: false, wholeWords: true })).toHaveLength(2)
  expect(findMatches(text, 'Pump', { matchCase: true, wholeWords: false })).toEqual([{ start: 10, end: 14 }])
  expect(findMatches(text, 'the pump', plain)).toEqual([
    { start: 0, end: 8 },
    { start: 17, end: 25 },
  ])
  expect(findMatches(text, '  ', plain)).toEqual([])
})

test.each([
  ['cafe', 'Un café noir', 'café'],
  ['Café', 'Un cafe\u0301 noir', 'cafe\u0301'],
  ["l'homme", 'C’est l’homme', 'l’homme'],
  ['"well-known"', 'The “well\u2013known” man', '“well\u2013known”'],
  ['extraordinary', 'An extra\u00adordi\u00adnary day', 'extra\u00adordi\u00adnary'],
  ['strasse', 'Die Straße', 'Straße'],
  ['a b', 'x a \n\t b y', 'a \n\t b'],
  ['office', 'The o\ufb03ce', 'o\ufb03ce'],
])('finds %s in "%s" although it is printed differently', (words, text, found) => {
  const [match, ...rest] = findMatches(text, words, { matchCase: false, wholeWords: false })
  expect(match && text.slice(match.start, match.end)).toBe(found)
  expect(rest).toEqual([])
})
