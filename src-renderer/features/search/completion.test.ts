import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operatorsFor, toComplete, withCompletion } from './completion'

test.each([
  ['tag:hi', 6, { kind: 'value', operator: 'tag', typed: 'hi' }],
  ['tag:"old ma', 11, { kind: 'value', operator: 'tag', typed: 'old ma' }],
  ['-topic:', 7, { kind: 'value', operator: 'topic', typed: '', negated: true }],
  ['color:yel pump', 9, { kind: 'value', operator: 'colour', typed: 'yel' }],
  ['pump aut', 8, { kind: 'operator', typed: 'aut' }],
  ['ta', 2, { kind: 'operator', typed: 'ta' }],
])('completes %j at %i', (text, caret, expected) => {
  expect(toComplete(text, caret)).toMatchObject(expected)
})

test.each([
  ['pump', 2],
  ['the is', 6],
  ['"tag', 4],
  ['tag:"maps"', 10],
  ['', 0],
])('leaves %j at %i alone', (text, caret) => expect(toComplete(text, caret)).toBeNull())

test('puts a value in with the quotation marks it needs, and leaves the rest', () => {
  const place = toComplete('a tag:old b', 9)
  expect(place && withCompletion('a tag:old b', place, { operator: 'tag', value: 'old maps' })).toEqual({
    text: 'a tag:"old maps" b',
    caret: 17,
  })
  const name = toComplete('-top', 4)
  expect(operatorsFor('top').map(({ operator }) => operator)).toEqual(['topic'])
  expect(name && withCompletion('-top', name, { operator: 'topic', value: null })).toEqual({
    text: '-topic:',
    caret: 7,
  })
})

test('takes any text and caret', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'tag:in"- ä国'.split('')) }), fc.nat(12), (text, caret) => {
      const place = toComplete(text, caret)
      if (place !== null)
        expect(withCompletion(text, place, { operator: 'tag', value: 'x y' }).text).toContain('tag:"x y"')
    }),
  )
})
