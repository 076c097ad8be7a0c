import { expect, test } from 'vitest'
import { placeAfterStep } from './saved-order'

const ids = ['a', 'b', 'c']

test.each([
  ['a', 1, { before: 'c', was: 'b' }],
  ['b', 1, { before: null, was: 'c' }],
  ['c', -1, { before: 'b', was: null }],
  ['a', -1, null],
  ['c', 1, null],
  ['x', 1, null],
] as const)('moves %s by %i', (id, by, place) => expect(placeAfterStep<string>(ids, id, by)).toEqual(place))
