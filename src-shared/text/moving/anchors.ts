/** A place in each of two texts. */
export type Anchor = readonly [a: number, b: number]

/**
 * Runs of `run` words that stand exactly once in each region and in the same order: the longest such chain (patience sorting).
 * Places are where the runs begin.
 */
export function uniqueAnchors(
  a: Int32Array,
  aLow: number,
  aHigh: number,
  b: Int32Array,
  bLow: number,
  bHigh: number,
  run: number,
): Anchor[] {
  const inA = uniqueRuns(a, aLow, aHigh, run)
  const inB = uniqueRuns(b, bLow, bHigh, run)
  const pairs: Anchor[] = []
  for (let at = aLow; at + run <= aHigh; at += 1) {
    const key = inA.keyAt(at)
    if (inA.placeOf(key) !== at) continue
    const place = inB.placeOf(key)
    if (place >= 0 && sameRun(a, at, b, place, run)) pairs.push([at, place])
  }
  return longestChain(pairs)
}

function sameRun(a: Int32Array, aAt: number, b: Int32Array, bAt: number, run: number): boolean {
  for (let step = 0; step < run; step += 1) if (a[aAt + step] !== b[bAt + step]) return false
  return true
}

const REPEATED = -2
const ABSENT = -1

/** Where each run of words stands, if it stands once. Runs with equal hashes count as repeated, which only costs an anchor. */
function uniqueRuns(ids: Int32Array, low: number, high: number, run: number) {
  const keys = new Int32Array(Math.max(0, high - low - run + 1))
  for (let at = 0; at < keys.length; at += 1) {
    let hash = run
    for (let step = 0; step < run; step += 1) {
      hash = Math.imul(hash ^ (ids[low + at + step] ?? 0), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    keys[at] = hash
  }
  let size = 16
  while (size < keys.length * 2) size *= 2
  const slots = new Int32Array(size).fill(ABSENT)
  const places = new Int32Array(size)
  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x85ebca6b) & (size - 1)
    while ((slots[slot] ?? ABSENT) !== ABSENT && keys[slots[slot] ?? 0] !== key) slot = (slot + 1) & (size - 1)
    return slot
  }
  keys.forEach((key, at) => {
    const slot = slotOf(key)
    if (slots[slot] === ABSENT) {
      slots[slot] = at
      places[slot] = low + at
    } else places[slot] = REPEATED
  })
  return {
    keyAt: (at: number): number => keys[at - low] ?? 0,
    placeOf: (key: number): number => {
      const slot = slotOf(key)
      return slots[slot] === ABSENT ? ABSENT : (places[slot] ?? ABSENT)
    },
  }
}

/** The longest chain of pairs that ascend in both; `pairs` ascend in the first. */
function longestChain(pairs: readonly Anchor[]): Anchor[] {
  const tails: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, b], at) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = at
  })
  const chain: Anchor[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}
