import { expect, test } from 'vitest'
import { followUp, isUnnamed } from './follow-up'
import { parseQuestion } from './question'

test('a question that points back takes over the names of the one before', () => {
  const after = followUp(parseQuestion('And when did he die?'), parseQuestion('Where was Karl Odental born?'))
  expect(after.terms.map(({ word }) => word)).toEqual(['die', 'karl', 'odental'])
})

test('who or what is meant stays open where nothing names it', () => {
  expect(isUnnamed(parseQuestion('And when did he arrive?'))).toBe(true)
  expect(isUnnamed(parseQuestion('When did Abel Tasman arrive?'))).toBe(false)
})

test('words that say nothing in one language may say something in another', () => {
  expect(parseQuestion('What was the war about?').terms.map(({ word }) => word)).toEqual(['war'])
  expect(parseQuestion('Wer war Luther?').terms.map(({ word }) => word)).toEqual(['luther'])
})
