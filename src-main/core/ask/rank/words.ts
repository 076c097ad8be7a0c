import { isLoneCharacter, tokenise } from '../../text/fold'
import { stem } from '../../text/stem'
import type { Term } from '../question/question'

/** A word of a text, as a question's terms are compared with it. */
export interface Word {
  readonly stem: string
  /** Folded, not stemmed. */
  readonly text: string
}

/** How well a stretch of text matches the terms of a question. */
export interface Bag {
  /** How well each term is matched, 0 to 1. */
  readonly match: readonly number[]
  /** Which word matches each term best; −1 for none. */
  readonly at: readonly number[]
}

/** How alike a word is to each term of a question, 0 to 1. */
export type Likeness = (word: Word) => readonly number[]

/** The words of a text. */
export function wordsOf(text: string): Word[] {
  return createReader()(text)
}

/** Makes the function that gives the words of many texts: each word is stemmed once. */
export function createReader(): (text: string) => Word[] {
  const known = new Map<string, Word>()
  return (text) =>
    tokenise(text).map((token) => {
      const word = known.get(token.text) ?? { text: token.text, stem: stem(token.text) }
      known.set(token.text, word)
      return word
    })
}

/** Endings that change the form of a word, not the word, in German and its neighbours. */
const INFLECTED = /^(?:e|en|er|es|em|ern|ens|n|ne|nen|s|t|te|ten|tes|ter|tem|et|est)?$/u
/** How alike another word for the same thing is. */
const OTHER = 0.8

/** How alike a word is to each term: 1 for the same stem, less for a shared beginning or a compound. */
export function createLikeness(terms: readonly Term[]): Likeness {
  const known = new Map<string, readonly number[]>()
  return (word) => {
    const found = known.get(word.stem)
    if (found !== undefined) return found
    const values = terms.map((term) => alike(term, word))
    known.set(word.stem, values)
    return values
  }
}

function alike(term: Term, word: Word): number {
  if (term.stem === word.stem || term.word === word.text) return 1
  if (term.other.includes(word.stem)) return OTHER
  const [short, long] = term.word.length < word.text.length ? [term.word, word.text] : [word.text, term.word]
  if (short.length === 1 && isLoneCharacter(short)) return long.includes(short) ? 1 : 0
  if (short.length < 4 || !/^\p{L}+$/u.test(short)) return 0
  let shared = 0
  while (shared < short.length && short[shared] === long[shared]) shared += 1
  if (shared >= 4 && INFLECTED.test(term.word.slice(shared)) && INFLECTED.test(word.text.slice(shared))) return 0.9
  if (shared === short.length && short.length >= 5) return 0.75
  if (shared >= 5 && shared >= long.length * 0.6) return 0.7
  if (shared >= 4 && shared >= long.length * 0.7) return 0.6
  if (short.length >= 6 && long.includes(short)) return 0.6
  return 0
}

/** Matches the words of a stretch against the terms. */
export function bagOf(words: readonly Word[], terms: readonly Term[], likeness: Likeness): Bag {
  const match = terms.map(() => 0)
  const at = terms.map(() => -1)
  words.forEach((word, place) => {
    likeness(word).forEach((value, term) => {
      if (value <= (match[term] ?? 0)) return
      match[term] = value
      at[term] = place
    })
  })
  return { match, at }
}

/** How well a text matches each term, 0 to 1. */
export function likeIn(text: string, terms: readonly Term[]): readonly number[] {
  return bagOf(wordsOf(text), terms, createLikeness(terms)).match
}

/** The better match of each term. */
export function union(first: readonly number[], second: readonly number[]): number[] {
  return first.map((value, at) => Math.max(value, second[at] ?? 0))
}
