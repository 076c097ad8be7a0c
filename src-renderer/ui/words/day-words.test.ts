import { expect, test } from 'vitest'
import { dayInWords } from './day-words'

test('a day is said as people say it', () => {
  const now = new Date(2026, 2, 18, 1).getTime()
  expect(dayInWords(new Date(2026, 2, 18, 0, 5).getTime(), now)).toBe('today')
  expect(dayInWords(new Date(2026, 2, 17, 23).getTime(), now)).toBe('yesterday')
  expect(dayInWords(new Date(2026, 2, 14).getTime(), now)).toBe('Saturday')
  expect(dayInWords(new Date(2026, 2, 2).getTime(), now)).toBe('2 March')
  expect(dayInWords(new Date(2024, 2, 2).getTime(), now)).toBe('2 March 2024')
})
