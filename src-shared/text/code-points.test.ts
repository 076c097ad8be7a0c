import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCodePoints } from './code-points'

const text = fc.string({
  unit: fc.oneof(fc.constantFrom('a', '井', '👩‍👩‍👧', '𝄞', '\ud800', '\udc00', '\n')),
  maxLength: 3000,
})

test('offsets go to code points and back, in any text', () => {
  fc.assert(
    fc.property(text, fc.nat(4000), (text, wanted) => {
      const convert = createCodePoints(text)
      const all = Array.from(text)
      const points = Math.min(wanted, all.length)
      const units = all.slice(0, points).join('').length
      expect(convert.toUnits(wanted)).toBe(units)
      expect(convert.fromUnits(units)).toBe(points)
    }),
  )
})

test('an offset within a pair counts as before it; past the end is the end', () => {
  const { fromUnits, toUnits } = createCodePoints('a👩b')
  expect([0, 1, 2, 3, 4, 9].map(fromUnits)).toEqual([0, 1, 1, 2, 3, 3])
  expect([0, 1, 2, 3, 9].map(toUnits)).toEqual([0, 1, 3, 4, 4])
})
