import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignLayers } from './layers'

const passages = fc.array(
  fc
    .record({ start: fc.nat({ max: 300 }), length: fc.integer({ min: 1, max: 60 }), createdAt: fc.nat({ max: 50 }) })
    .map(({ start, length, createdAt }) => ({ start, end: start + length, createdAt })),
  { maxLength: 25 },
)

test('of two overlapping passages the newer lies higher', () => {
  fc.assert(
    fc.property(passages, (all) => {
      const layers = assignLayers(all, 30)
      all.forEach((a, i) =>
        all.forEach((b, j) => {
          if (i === j || a.start >= b.end || b.start >= a.end) return
          const newer = a.createdAt > b.createdAt || (a.createdAt === b.createdAt && i > j)
          if (newer) expect(layers[i]).toBeGreaterThan(layers[j] ?? NaN)
        }),
      )
    }),
  )
})

test('passages apart share the lowest layer', () => {
  expect(
    assignLayers(
      [
        { start: 0, end: 5, createdAt: 3 },
        { start: 5, end: 9, createdAt: 1 },
        { start: 20, end: 30, createdAt: 2 },
      ],
      4,
    ),
  ).toEqual([0, 0, 0])
})
