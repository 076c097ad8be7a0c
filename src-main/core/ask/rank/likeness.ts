import type { Term } from '../question/question'
import type { Bag, Word } from './words'

/** The sum of the products of two lists. */
export function dot(first: readonly number[], second: readonly number[]): number {
  return first.reduce((total, value, at) => total + value * (second[at] ?? 0), 0)
}

/** The sum of a list. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Neighbouring terms of the question that stand close together in the sentence, in the same order. */
export function pairsOf(bag: Bag, weights: readonly number[]): number {
  let found = 0
  let all = 0
  for (let term = 0; term + 1 < bag.at.length; term += 1) {
    const weight = (weights[term] ?? 0) + (weights[term + 1] ?? 0)
    all += weight
    const [first, second] = [bag.at[term] ?? -1, bag.at[term + 1] ?? -1]
    if (first >= 0 && second > first && second - first <= 3) found += weight
  }
  return all === 0 ? 0 : found / all
}

/** Share of the matched weight that stands within fifteen words. */
export function windowOf(bag: Bag, weights: readonly number[]): number {
  const places = bag.at.flatMap((place, term) => (place < 0 ? [] : [{ place, weight: weights[term] ?? 0 }]))
  const all = places.reduce((total, { weight }) => total + weight, 0)
  if (all === 0) return 0
  const best = Math.max(
    ...places.map(({ place }) =>
      places.reduce((total, other) => total + (other.place >= place && other.place < place + 15 ? other.weight : 0), 0),
    ),
  )
  return best / all
}

/** Length of the longest common subsequence of stems. */
export function subsequence(first: readonly string[], second: readonly Word[]): number {
  let row = Array.from({ length: second.length + 1 }, () => 0)
  for (const word of first) {
    const next = [0]
    for (let at = 0; at < second.length; at += 1) {
      next.push(word === second[at]?.stem ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** Weight of the terms whose very word is there. */
export function exactShare(terms: readonly Term[], words: readonly Word[], weights: readonly number[]): number {
  const texts = new Set(words.map((word) => word.text))
  return terms.reduce((total, term, at) => total + (texts.has(term.word) ? (weights[at] ?? 0) : 0), 0)
}

/** How much of what is not a name is matched. */
export function lowerShare(terms: readonly Term[], match: readonly number[], weights: readonly number[]): number {
  let all = 0
  let found = 0
  terms.forEach((term, at) => {
    if (term.name) return
    all += weights[at] ?? 0
    found += (weights[at] ?? 0) * (match[at] ?? 0)
  })
  return all === 0 ? 1 : found / all
}

/** Share of a question's neighbouring words, whatever they say, that stand next to each other in a sentence: `named after`. */
export function phrasesOf(stems: readonly string[], words: readonly Word[]): number {
  const next = new Set(words.map((word, at) => `${word.stem} ${words[at + 1]?.stem ?? ''}`))
  const pairs = stems.slice(1).map((one, at) => `${stems[at] ?? ''} ${one}`)
  return pairs.length === 0 ? 0 : pairs.filter((pair) => next.has(pair)).length / pairs.length
}
