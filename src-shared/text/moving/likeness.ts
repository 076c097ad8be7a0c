/** Longer texts are compared as words, not as characters. */
const MOST_CHARACTERS = 1500

/**
 * How alike two passages are: 1 for the same, 0 for nothing in common (1 minus the Levenshtein distance over the longer length),
 * counted in characters, or in words where they are long.
 */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const left = a.join(' ')
  const right = b.join(' ')
  if (left === right) return 1
  if (Math.max(left.length, right.length) <= MOST_CHARACTERS) return byUnits(Array.from(left), Array.from(right))
  return byUnits(a, b)
}

function byUnits(a: readonly string[], b: readonly string[]): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - distance(a, b) / longer
}

/** The Levenshtein distance of two sequences. */
function distance(a: readonly string[], b: readonly string[]): number {
  let low = 0
  while (low < a.length && low < b.length && a[low] === b[low]) low += 1
  let aHigh = a.length
  let bHigh = b.length
  while (aHigh > low && bHigh > low && a[aHigh - 1] === b[bHigh - 1]) {
    aHigh -= 1
    bHigh -= 1
  }
  const columns = bHigh - low
  const row = Int32Array.from({ length: columns + 1 }, (_, column) => column)
  for (let at = low; at < aHigh; at += 1) {
    let diagonal = row[0] ?? 0
    row[0] = at - low + 1
    for (let column = 1; column <= columns; column += 1) {
      const above = row[column] ?? 0
      const cost = a[at] === b[low + column - 1] ? diagonal : diagonal + 1
      row[column] = Math.min(cost, above + 1, (row[column - 1] ?? 0) + 1)
      diagonal = above
    }
  }
  return row[columns] ?? 0
}
