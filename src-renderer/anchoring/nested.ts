interface Stretch {
  readonly start: number
  readonly end: number
}

/** The passages that cover the character at an offset, shortest first. */
export function nestedAt<P extends Stretch>(passages: readonly P[], offset: number): P[] {
  return passages
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
}

/** Where in a passage the most others lie too: its own beginning, or the first of the others' beginnings where they are most. */
export function deepestIn(passages: readonly Stretch[], { start, end }: Stretch): number {
  const starts = passages
    .filter((each) => each.start < end && each.end > start)
    .map((each) => Math.max(start, each.start))
  const ends = passages.filter((each) => each.start < end && each.end > start).map((each) => each.end)
  starts.sort((a, b) => a - b)
  ends.sort((a, b) => a - b)
  let [best, most, ended] = [start, 0, 0]
  starts.forEach((at, begun) => {
    while ((ends[ended] ?? Infinity) <= at) ended += 1
    const lying = begun + 1 - ended
    // Of passages that begin together, the last one counted knows how many they are.
    if (lying > most) [best, most] = [at, lying]
  })
  return best
}
