import fc from 'fast-check'
import { expect, test } from 'vitest'
import { align, runsOf } from './align'

const ids = fc.array(fc.nat(12), { maxLength: 120 }).map((all) => Int32Array.from(all))

test('an alignment ascends and matches only equal words', () => {
  fc.assert(
    fc.property(ids, ids, (a, b) => {
      let last = -1
      align(a, b).forEach((place, at) => {
        if (place < 0) return
        expect(place).toBeGreaterThan(last)
        expect(b[place]).toBe(a[at])
        last = place
      })
    }),
  )
})

test('equal texts are aligned word for word', () => {
  fc.assert(
    fc.property(ids, (a) => {
      expect([...align(a, a.slice())]).toEqual(Array.from(a, (_, at) => at))
      expect(runsOf(align(a, a)).length).toBe(a.length === 0 ? 0 : 1)
    }),
  )
})

test('a long text with some edits keeps nearly all of its words', () => {
  const a = Int32Array.from({ length: 60_000 }, (_, at) => (Math.imul(at + 1, 0x9e3779b1) >>> 13) % 3001)
  const b = [...a]
  for (let edit = 0; edit < 60; edit += 1) b.splice((edit * 991) % b.length, 3, 9000 + edit)
  const matched = align(a, Int32Array.from(b)).filter((place) => place >= 0).length
  expect(matched).toBeGreaterThan(a.length - 600)
})
