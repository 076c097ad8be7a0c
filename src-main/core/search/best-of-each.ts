import { documentOf } from './row-ids'

/** A passage and its bm25: the lower, the better. */
export interface Scored {
  readonly row: number
  readonly score: number
}

/** What decides between articles that match about equally well. */
export interface TieBreakers {
  /** Ms since the epoch. */
  readonly addedAt: number
  readonly status: string
  /** 1 for a favourite. */
  readonly favourite: number
}

/** How much each may change a score: they decide between neighbours, and lift nothing over a better match. */
const FAVOURITE = 0.02
const READING = 0.02
/** The newest of all that were found gets this much, the oldest nothing. */
const NEWEST = 0.03

/** The best row of each document, best first: by score, and where scores are about the same by reading state and age. */
export function bestOfEach(hits: readonly Scored[], ties: ReadonlyMap<number, TieBreakers>, limit: number): number[] {
  const best = new Map<number, Scored>()
  for (const hit of hits) {
    const document = documentOf(hit.row)
    const known = best.get(document)
    if (known === undefined || hit.score < known.score) best.set(document, hit)
  }
  const ages = [...ties.values()].map(({ addedAt }) => addedAt)
  const oldest = ages.reduce((least, age) => Math.min(least, age), Infinity)
  const span = Math.max(1, ages.reduce((most, age) => Math.max(most, age), 0) - oldest)
  const weighed = [...best].map(([document, { row, score }]) => {
    const tie = ties.get(document)
    const lift =
      tie === undefined
        ? 0
        : NEWEST * ((tie.addedAt - oldest) / span) +
          FAVOURITE * tie.favourite +
          (tie.status === 'reading' ? READING : 0)
    return { row, weight: score * (1 + lift) }
  })
  return weighed
    .sort((a, b) => a.weight - b.weight || a.row - b.row)
    .slice(0, limit)
    .map(({ row }) => row)
}
