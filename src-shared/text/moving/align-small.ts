/** The largest region, as words of one times words of the other, that is aligned exactly. */
export const SMALL_CELLS = 400_000

/** What a matched word is worth more when the word before it is matched too: alignments prefer whole stretches. */
const CONTIGUOUS = 2
const MATCH = 1

/**
 * Aligns two regions by dynamic programming (Needleman and Wunsch, 1970) with a reward for unbroken stretches, and writes the
 * places into `map`.
 */
export function alignSmall(
  a: Int32Array,
  aLow: number,
  aHigh: number,
  b: Int32Array,
  bLow: number,
  bHigh: number,
  map: Int32Array,
): void {
  const rows = aHigh - aLow
  const columns = bHigh - bLow
  const width = columns + 1
  // best[i, j]: what the words from i and j on are worth; matched[i, j]: the same when i and j are matched to each other.
  const best = new Int32Array((rows + 1) * width)
  const matched = new Int32Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row -= 1) {
    const word = a[aLow + row]
    for (let column = columns - 1; column >= 0; column -= 1) {
      const here = row * width + column
      const next = here + width + 1
      let value = Math.max(best[here + width] ?? 0, best[here + 1] ?? 0)
      if (word === b[bLow + column]) {
        const stretch = matched[next] ?? 0
        const worth = MATCH + Math.max(best[next] ?? 0, stretch > 0 ? stretch + CONTIGUOUS : 0)
        matched[here] = worth
        value = Math.max(value, worth)
      }
      best[here] = value
    }
  }
  let row = 0
  let column = 0
  let inStretch = false
  while (row < rows && column < columns) {
    const here = row * width + column
    const worth = matched[here] ?? 0
    if (worth > 0 && (inStretch || worth === best[here])) {
      map[aLow + row] = bLow + column
      const next = here + width + 1
      const stretch = matched[next] ?? 0
      inStretch = stretch > 0 && stretch + CONTIGUOUS >= (best[next] ?? 0)
      row += 1
      column += 1
      continue
    }
    inStretch = false
    if ((best[here + 1] ?? 0) >= (best[here + width] ?? 0)) column += 1
    else row += 1
  }
}
