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
