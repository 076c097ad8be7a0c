import { expect, test } from 'vitest'
import { createQuoteFinder } from './find-quote'

const TEXT = 'The end is near. “It’s the café,”\nshe said, and concatenate. The end is far.'
const find = (exact: string, prefix = '', suffix = '') => {
  const place = createQuoteFinder(TEXT).find({ exact, prefix, suffix })
  return place === null ? null : TEXT.slice(place.start, place.end)
}

test('words that stand once are found, however they are typed', () => {
  expect(find('she said')).toBe('she said')
  expect(find('"It\'s the cafe,"  she said')).toBe('“It’s the café,”\nshe said')
  expect(find('words of nobody')).toBeNull()
  expect(find('cat')).toBeNull()
})

test('words that stand twice need what stands around them', () => {
  expect(find('The end')).toBeNull()
  expect(createQuoteFinder(TEXT).find({ exact: 'The end', prefix: '', suffix: ' is far.' })?.start).toBe(
    TEXT.lastIndexOf('The end'),
  )
})
