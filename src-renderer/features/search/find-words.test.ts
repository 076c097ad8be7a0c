import { expect, test } from 'vitest'
import { findWords } from './find-words'

test('marked words are found at the passage and around it, in any case', () => {
  const text = 'The Pump (handle) of the pump was taken off.'
  const found = findWords(
    text,
    { start: 4, end: 17 },
    {
      text: 'pump (handle)',
      marks: [
        [0, 4],
        [5, 13],
      ],
    },
  )
  expect(found.map(([start, end]) => text.slice(start, end))).toEqual(['Pump', 'pump', '(handle)'])
})

test('words far from the passage are left alone', () => {
  const text = `${'x '.repeat(3000)}pump`
  expect(findWords(text, { start: 0, end: 1 }, { text: 'pump', marks: [[0, 4]] })).toEqual([])
})
