import { distance } from './distance'
import type { KnownWord } from './word-store'

/** A word of the library, and how far it is from a misspelt one. */
export interface NearWord extends KnownWord {
  readonly far: number
}

/**
 * The words that are near enough to a misspelt one, the nearest first; each once.
 * @param away the most letters that may differ
 * @param open whether the word is still being typed
 */
export function nearestWords(word: string, candidates: readonly KnownWord[], away: number, open: boolean): NearWord[] {
  const known = new Map<string, NearWord>()
  for (const candidate of candidates) {
    if (known.has(candidate.word) || candidate.word === word) continue
    let far = distance(word, candidate.word, away)
    // What is being typed may be misspelt before it is finished.
    if (open && far > away && candidate.word.length > word.length) {
      far = distance(word, candidate.word.slice(0, word.length), away - 1) + 0.5
    }
    if (far > away) continue
    // First letters are seldom wrong.
    known.set(candidate.word, { ...candidate, far: far + (candidate.word[0] === word[0] ? 0 : 0.4) })
  }
  return [...known.values()].sort((a, b) => a.far - b.far)
}
