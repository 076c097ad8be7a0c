import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchTitle } from './match'

test('every word must be there; the start of a word is better than its middle', () => {
  expect(matchTitle('Export notes', 'note')).toEqual({ rank: 1, marks: [[7, 11]] })
  expect(matchTitle('Export notes', 'ex no')?.marks).toEqual([
    [0, 2],
    [7, 9],
  ])
  expect(matchTitle('A footnote', 'note')?.rank).toBe(2)
  expect(matchTitle('Export notes', 'import')).toBeNull()
})

test('case does not count, and nothing typed matches everything', () => {
  expect(matchTitle('Settings', 'SET')?.rank).toBe(0)
  expect(matchTitle('Settings', ' ')).toEqual({ rank: 0, marks: [] })
})

test('any typing is taken, and marks lie apart within the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, typed) => {
      const marks = matchTitle(title + typed, typed)?.marks ?? []
      let end = -1
      for (const mark of marks) {
        expect(mark[0]).toBeGreaterThan(end)
        end = mark[1]
        expect(end).toBeLessThanOrEqual((title + typed).length)
      }
    }),
  )
})
