import { expect, test } from 'vitest'
import { readSavedAt } from './address'

test('a saved page says when it was saved, where its program noted a moment', () => {
  const noted =
    ' Page saved with SingleFile \n url: https://example.org/a \n saved date: Sat Mar 02 2024 10:00:00 GMT+0100 (Central European Standard Time)\n'
  expect(readSavedAt(['other', noted])).toBe('2024-03-02T09:00:00.000Z')
  expect(readSavedAt([' saved date: yesterday\n', ' saved date: 2 March 2024 10:00\n'])).toBeNull()
})
