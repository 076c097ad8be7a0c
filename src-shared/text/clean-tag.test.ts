import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanTag, isTagUnder } from './clean-tag'

test.each([
  ['maps', 'maps'],
  ['##maps', 'maps'],
  [' # to   verify ', 'to verify'],
  ['# History //  Medicine/', 'History/Medicine'],
  ['/', ''],
  ['#', ''],
  ['C#', 'C#'],
  ['cafe\u0301', 'caf\u00e9'],
])('%j is stored as %j', (given, stored) => expect(cleanTag(given)).toBe(stored))

test('cleaning again changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => cleanTag(cleanTag(text)) === cleanTag(text)))
})

test('a tag is under itself and what it is nested in, not under one that only begins alike', () => {
  expect(isTagUnder('history', 'History')).toBe(true)
  expect(isTagUnder('History/medicine', 'history')).toBe(true)
  expect(isTagUnder('historyless', 'history')).toBe(false)
  expect(isTagUnder('history', 'history/medicine')).toBe(false)
})
