import { isUnspaced, tokenise } from '../text/fold'
import { nearestWords } from './nearest-words'
import type { Query, Term } from './query'
import type { KnownWord } from './word-store'

export interface SpellingDeps {
  readonly words: {
    /** In how many rows some form of a folded word stands. */
    frequencyOf(word: string): number
    /** Whether some word of the library begins so. */
    begins(word: string): boolean
    near(word: string, away: number): KnownWord[]
  }
}

/** Words of fewer letters are not corrected: everything is near to them. */
const SHORTEST = 4
/** How many of the nearest words are weighed by how often they stand in the library. */
const MOST_WEIGHED = 24
/** A word that stands in the library once is doubted only for one that stands there this often. */
const MUCH_COMMONER = 25

/** Makes the function that puts words of the library in place of those that seem misspelt; null when none do. */
export function createSpelling({ words }: SpellingDeps) {
  const betterFor = (word: string, open: boolean, isFound: boolean): string | null => {
    if (word.length < SHORTEST || isUnspaced(word) || !/^\p{L}+$/u.test(word)) return null
    if (open && words.begins(word)) return null
    const frequency = words.frequencyOf(word)
    // Notes have words of their own, which the passages' frequencies do not count.
    if (frequency > 1 || (frequency === 0 && isFound)) return null
    const away = word.length < 6 || frequency > 0 ? 1 : 2
    const near = nearestWords(word, words.near(word, open ? away + 2 : away), away, open)
    const [best] = near
      .slice(0, MOST_WEIGHED)
      .map((each) => ({ ...each, frequency: words.frequencyOf(each.word) }))
      .filter((each) => each.frequency > 0)
      .sort((a, b) => a.far - b.far || b.frequency - a.frequency)
    if (best !== undefined && (frequency === 0 || best.frequency >= MUCH_COMMONER)) return best.shown
    return best === undefined && frequency === 0 ? splitOf(word) : null
  }

  /** Two words written as one. */
  const splitOf = (word: string): string | null => {
    for (let at = word.length - 3; at >= 3; at -= 1) {
      const [head, tail] = [word.slice(0, at), word.slice(at)]
      if (words.frequencyOf(head) > 0 && words.frequencyOf(tail) > 0) return `${head} ${tail}`
    }
    return null
  }

  /** `isFound`: something holds all the words, so each of them stands in the library. */
  return (text: string, query: Query, isFound: boolean): string | null => {
    let better = text
    let shift = 0
    for (const term of query.wanted.slice(0, 8)) {
      for (const { start, end, word, open } of placesOf(term)) {
        const instead = betterFor(word, open, isFound)
        if (instead === null) continue
        better = better.slice(0, start + shift) + instead + better.slice(end + shift)
        shift += instead.length - (end - start)
      }
    }
    return better === text ? null : better
  }
}

/** Where the words of a term stand in what was typed: UTF-16 offsets. */
function placesOf({ part, words, prefix }: Term) {
  if (part.kind !== 'words') return []
  const from = part.start + (part.negated ? 1 : 0) + (part.quoted ? 1 : 0)
  return tokenise(part.text)
    .slice(0, words.length)
    .map(({ text, start, end }, at) => ({
      start: from + start,
      end: from + end,
      word: text,
      open: prefix && at === words.length - 1,
    }))
}
