import fc from 'fast-check'
import { expect, test } from 'vitest'
import { revisionsToDrop, type Revision } from './thin-revisions'

const MINUTE = 60_000
const at = (revision: number, minutes: number, length: number): Revision => ({
  revision,
  savedAt: minutes * MINUTE,
  length,
})

test('of a spell of writing, what stood before it and the longest stay', () => {
  const writing = [at(0, 0, 500), at(1, 1, 510), at(2, 2, 530), at(3, 3, 520)]
  expect(revisionsToDrop(writing, 525)).toEqual([1, 3])
})

test('one for each ten minutes stays', () => {
  const writing = Array.from({ length: 41 }, (_, minute) => at(minute, minute, 500))
  const dropped = revisionsToDrop(writing, 500)
  expect(writing.map(({ revision }) => revision).filter((one) => !dropped.includes(one))).toEqual([0, 10, 20, 30, 40])
})

test('a long text that was replaced by little stays, however quickly', () => {
  const writing = [at(0, 0, 2000), at(1, 1, 1900), at(2, 2, 40)]
  expect(revisionsToDrop(writing, 45)).toEqual([2])
})

test('at most fifty stay, the longest is among them, and thinning twice changes nothing', () => {
  const revisions = fc
    .array(fc.record({ minutes: fc.nat(2000), length: fc.nat(3000) }), { maxLength: 200 })
    .map((all) =>
      all
        .toSorted((a, b) => a.minutes - b.minutes)
        .map(({ minutes, length }, revision) => at(revision, minutes, length)),
    )
  fc.assert(
    fc.property(revisions, fc.nat(3000), (all, current) => {
      const dropped = new Set(revisionsToDrop(all, current))
      const kept = all.filter(({ revision }) => !dropped.has(revision))
      expect(kept.length).toBeLessThanOrEqual(50)
      expect(Math.max(0, ...kept.map(({ length }) => length))).toBe(Math.max(0, ...all.map(({ length }) => length)))
    }),
  )
})
