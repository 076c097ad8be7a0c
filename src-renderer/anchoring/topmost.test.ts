import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topmostParts } from './topmost'

const stretch = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }))

test('every character belongs to the last stretch that covers it, and to no other', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 40 }), (stretches) => {
      const parts = topmostParts(stretches)
      for (let at = 0; at < 90; at += 1) {
        const holds = (each: { start: number; end: number }) => each.start <= at && at < each.end
        const seen = parts.flatMap((own, index) => (own.some(holds) ? [index] : []))
        const last = stretches.flatMap((each, index) => (holds(each) ? [index] : [])).at(-1)
        expect(seen).toEqual(last === undefined ? [] : [last])
      }
    }),
  )
})

test('thousands at one place are as many parts as their edges', () => {
  const same = Array.from({ length: 3000 }, () => ({ start: 5, end: 40 }))
  expect(topmostParts(same).flat()).toEqual([{ start: 5, end: 40 }])
  const nested = Array.from({ length: 3000 }, (_, at) => ({ start: 5, end: 3040 - at }))
  expect(topmostParts(nested).flat()).toHaveLength(3000)
})
