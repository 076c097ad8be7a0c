import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMatches } from './find-matches'

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
