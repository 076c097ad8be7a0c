/** The largest table of a plain comparison; a larger stretch without any line of its own is taken as replaced. */
const MOST_CELLS = 4_000_000

/**
 * Which line of `b` each line of `a` became, -1 for none; ascending. Lines that occur once on both sides are matched first
 * (patience diff, Bram Cohen), what stands between them by the longest common subsequence.
 */
export function alignLines(a: readonly string[], b: readonly string[]): Int32Array {
  const map = new Int32Array(a.length).fill(-1)
  const todo = [{ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }]
  for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
    let { aStart, aEnd, bStart, bEnd } = part
    while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) map[aStart++] = bStart++
    while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) map[--aEnd] = --bEnd
    if (aStart === aEnd || bStart === bEnd) continue
    const anchors = uniquePairs(a, aStart, aEnd, b, bStart, bEnd)
    if (anchors.length === 0) {
      common(a, aStart, aEnd, b, bStart, bEnd, map)
      continue
    }
    for (const [aAt, bAt] of [...anchors, [aEnd, bEnd] as const]) {
      if (aAt < aEnd) map[aAt] = bAt
      if (aStart < aAt && bStart < bAt) todo.push({ aStart, aEnd: aAt, bStart, bEnd: bAt })
      aStart = aAt + 1
      bStart = bAt + 1
    }
  }
  return map
}

/** Lines that occur once in both stretches, the longest run of them that is in one order. */
function uniquePairs(
  a: readonly string[],
  aStart: number,
  aEnd: number,
  b: readonly string[],
  bStart: number,
  bEnd: number,
): (readonly [number, number])[] {
  const inA = linePlaces(a, aStart, aEnd)
  const inB = linePlaces(b, bStart, bEnd)
  const pairs: [number, number][] = []
  for (const [line, at] of inA) {
    const other = at === null ? undefined : inB.get(line)
    if (at !== null && other !== undefined && other !== null) pairs.push([at, other])
  }
  return longestRising(pairs.map(([, at]) => at)).flatMap((at) => {
    const pair = pairs[at]
    return pair === undefined ? [] : [pair]
  })
}

/** Where each line stands; null when it stands in several places. In the order of the lines. */
export function linePlaces(lines: readonly string[], start: number, end: number): Map<string, number | null> {
  const map = new Map<string, number | null>()
  for (let at = start; at < end; at += 1) {
    const line = lines[at]
    if (line !== undefined) map.set(line, map.has(line) ? null : at)
  }
  return map
}

/** The places of a longest run of numbers that rises (patience sorting). */
export function longestRising(numbers: readonly number[]): number[] {
  const tops: number[] = []
  const before: number[] = []
  numbers.forEach((number, at) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tops[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[at] = low === 0 ? -1 : (tops[low - 1] ?? -1)
    tops[low] = at
  })
  const run: number[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.push(at)
  return run.reverse()
}

function common(
  a: readonly string[],
  aStart: number,
  aEnd: number,
  b: readonly string[],
  bStart: number,
  bEnd: number,
  map: Int32Array,
): void {
  const rows = aEnd - aStart
  const columns = bEnd - bStart
  if (rows * columns > MOST_CELLS) return
  const width = columns + 1
  const best = new Uint16Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      best[i * width + j] =
        a[aStart + i] === b[bStart + j]
          ? (best[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0)
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (a[aStart + i] === b[bStart + j]) map[aStart + i++] = bStart + j++
    else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i += 1
    else j += 1
  }
}
