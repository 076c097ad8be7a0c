/** Words looked at on each side, and those next to the passage that must agree in order. */
const WINDOW = 24
const NEXT = 8

/** A passage as a range of words: `end` is exclusive. */
export interface WordRange {
  readonly start: number
  readonly end: number
}

/** How far what stands around two passages agrees: 1 for the same on both sides, 0 for nothing in common. */
export function contextLikeness(a: Int32Array, inA: WordRange, b: Int32Array, inB: WordRange): number {
  return (side(a, inA.start - 1, b, inB.start - 1, -1) + side(a, inA.end, b, inB.end, 1)) / 2
}

function side(a: Int32Array, aAt: number, b: Int32Array, bAt: number, step: 1 | -1): number {
  let run = 0
  while (run < NEXT && a[aAt + run * step] === b[bAt + run * step]) run += 1
  const inA = words(a, aAt, step)
  const inB = words(b, bAt, step)
  if (inA.length === 0) return inB.length === 0 ? 1 : 0
  const left = new Map<number, number>()
  for (const word of inB) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of inA) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    shared += 1
  }
  return (run / NEXT + shared / Math.max(inA.length, inB.length)) / 2
}

function words(ids: Int32Array, at: number, step: 1 | -1): Int32Array {
  return step === 1
    ? ids.subarray(Math.max(0, at), at + WINDOW)
    : ids.subarray(Math.max(0, at - WINDOW + 1), Math.max(0, at + 1))
}
