/** Words as the shared scorer counts them. */
export function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? []
}

/** Every run of four words. */
export function shingles(text: string): Set<string> {
  const words = tokens(text)
  const runs = new Set<string>()
  for (let at = 0; at < Math.max(1, words.length - 3); at++) runs.add(words.slice(at, at + 4).join(' '))
  return runs
}

/** Which share of a text's runs of four words is in a set. */
export function isIn(text: string, set: ReadonlySet<string>): number {
  const runs = [...shingles(text)]
  return runs.filter((run) => set.has(run)).length / runs.length
}
