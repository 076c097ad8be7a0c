/** One kept earlier body of a note. */
export interface Revision {
  readonly revision: number
  /** When it was replaced, in milliseconds since the epoch. */
  readonly savedAt: number
  /** Length of the stored body; only compared. */
  readonly length: number
}

const SPACING_MS = 10 * 60 * 1000
const MOST = 50
/** A body that shrinks by more than this share and number of characters may have been lost by mistake. */
const SHRUNK_BY = { share: 0.25, characters: 100 }

/**
 * Chooses which revisions of a note to drop: one for each ten minutes of writing stays (the first, which is how the note
 * was before that spell), as does each that is much longer than what replaced it, but no more than fifty. The longest
 * always stays.
 * @param revisions oldest first
 * @param currentLength length of the body that replaced the last one
 */
export function revisionsToDrop(revisions: readonly Revision[], currentLength: number): number[] {
  const longest = revisions.reduce<Revision | undefined>(
    (best, one) => (one.length > (best?.length ?? -1) ? one : best),
    undefined,
  )
  let lastSpaced = Number.NEGATIVE_INFINITY
  const keep = revisions.filter((one, at) => {
    const spaced = one.savedAt - lastSpaced >= SPACING_MS
    if (spaced) lastSpaced = one.savedAt
    return spaced || one === longest || shrank(one.length, revisions[at + 1]?.length ?? currentLength)
  })
  const newest = keep.slice(-MOST)
  if (longest !== undefined && !newest.includes(longest)) newest[0] = longest
  const kept = new Set(newest.map(({ revision }) => revision))
  return revisions.map(({ revision }) => revision).filter((revision) => !kept.has(revision))
}

function shrank(from: number, to: number): boolean {
  return from - to > Math.max(SHRUNK_BY.characters, from * SHRUNK_BY.share)
}
