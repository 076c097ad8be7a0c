/** A stretch of text with what is painted there. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * What is seen of stretches that lie over each other: for each, in the order given, the parts that none of the later ones covers.
 * However many lie at one place, together they are no more than the text there.
 */
export function topmostParts(stretches: readonly Stretch[]): Stretch[][] {
  const parts: Stretch[][] = stretches.map(() => [])
  /** Covered by later ones: apart from each other, ascending. */
  let covered: Stretch[] = []
  for (let index = stretches.length - 1; index >= 0; index -= 1) {
    const stretch = stretches[index]
    if (!stretch || stretch.end <= stretch.start) continue
    const first = firstEndingFrom(covered, stretch.start)
    let [at, low, high, next] = [stretch.start, stretch.start, stretch.end, first]
    for (let part = covered[next]; part && part.start <= stretch.end; part = covered[next]) {
      if (part.start > at) parts[index]?.push({ start: at, end: part.start })
      at = Math.max(at, part.end)
      low = Math.min(low, part.start)
      high = Math.max(high, part.end)
      next += 1
    }
    if (at < stretch.end) parts[index]?.push({ start: at, end: stretch.end })
    if (next === first) covered.splice(first, 0, { start: low, end: high })
    else if (next === first + 1) covered[first] = { start: low, end: high }
    else covered = [...covered.slice(0, first), { start: low, end: high }, ...covered.slice(next)]
  }
  return parts
}

function firstEndingFrom(stretches: readonly Stretch[], offset: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return low
}
