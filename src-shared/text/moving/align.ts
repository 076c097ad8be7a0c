import { alignSmall, SMALL_CELLS } from './align-small'
import { uniqueAnchors } from './anchors'

/** Lengths of the runs of words that are looked for, in turn: long ones are certain, short ones find the rest. */
const RUNS = [12, 6, 3, 1]

/**
 * Runs of so many words that stand once in either region are those words, whatever else would match more of the rest: in rows and
 * sentences made alike, most words of one match most words of any other.
 */
const CERTAIN = 6

/** A matched run shorter than this, between gaps that are longer than it, is taken for chance. */
const CHANCE = 8

interface Region {
  readonly aLow: number
  readonly aHigh: number
  readonly bLow: number
  readonly bHigh: number
  /** Index in `RUNS`. */
  readonly step: number
}

/**
 * Aligns two texts given as word ids: for each word of `a` its place in `b`, or -1. Places ascend. Patience diff (Bram Cohen) over
 * runs of words that are unique in both, then an exact alignment of the small gaps that remain; what is too large and has nothing
 * unique is left unaligned. Takes about linear time.
 */
export function align(a: Int32Array, b: Int32Array): Int32Array {
  const map = new Int32Array(a.length).fill(-1)
  const regions: Region[] = [{ aLow: 0, aHigh: a.length, bLow: 0, bHigh: b.length, step: 0 }]
  for (let region = regions.pop(); region !== undefined; region = regions.pop()) {
    const { step } = region
    let { aLow, aHigh, bLow, bHigh } = region
    while (aLow < aHigh && bLow < bHigh && a[aLow] === b[bLow]) {
      map[aLow] = bLow
      aLow += 1
      bLow += 1
    }
    while (aLow < aHigh && bLow < bHigh && a[aHigh - 1] === b[bHigh - 1]) {
      aHigh -= 1
      bHigh -= 1
      map[aHigh] = bHigh
    }
    if (aLow === aHigh || bLow === bHigh) continue
    const run = RUNS[step]
    if ((run ?? 0) < CERTAIN && (aHigh - aLow) * (bHigh - bLow) <= SMALL_CELLS) {
      alignSmall(a, aLow, aHigh, b, bLow, bHigh, map)
      continue
    }
    if (run === undefined) continue
    const anchors = uniqueAnchors(a, aLow, aHigh, b, bLow, bHigh, run)
    if (anchors.length === 0) {
      regions.push({ aLow, aHigh, bLow, bHigh, step: step + 1 })
      continue
    }
    let aNext = aLow
    let bNext = bLow
    for (const [aAt, bAt] of anchors) {
      if (aAt < aNext || bAt < bNext) continue
      regions.push({ aLow: aNext, aHigh: aAt, bLow: bNext, bHigh: bAt, step: step + 1 })
      let length = 0
      while (aAt + length < aHigh && bAt + length < bHigh && a[aAt + length] === b[bAt + length]) {
        map[aAt + length] = bAt + length
        length += 1
      }
      aNext = aAt + length
      bNext = bAt + length
    }
    regions.push({ aLow: aNext, aHigh, bLow: bNext, bHigh, step: step + 1 })
  }
  dropChance(map, b.length)
  return map
}

/** A stretch of words that both texts have. */
export interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** The matched stretches of an alignment, in order. */
export function runsOf(map: Int32Array): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < map.length;) {
    const b = map[at] ?? -1
    if (b < 0) {
      at += 1
      continue
    }
    let length = 1
    while (map[at + length] === b + length) length += 1
    runs.push({ a: at, b, length })
    at += length
  }
  return runs
}

/** In a passage that was written anew, words that both happen to have are no sign of the same place. */
function dropChance(map: Int32Array, bLength: number): void {
  const runs = runsOf(map)
  runs.forEach(({ a, b, length }, at) => {
    if (length >= CHANCE) return
    const before = runs[at - 1]
    const after = runs[at + 1]
    const gapBefore = gap(a - (before ? before.a + before.length : 0), b - (before ? before.b + before.length : 0))
    const gapAfter = gap((after?.a ?? map.length) - a - length, (after?.b ?? bLength) - b - length)
    if (gapBefore > length && gapAfter > length) map.fill(-1, a, a + length)
  })
}

function gap(a: number, b: number): number {
  return Math.max(a, b)
}
