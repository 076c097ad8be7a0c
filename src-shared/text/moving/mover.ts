import type { Move } from '@shared/domain/annotation'
import type { TextPosition, TextQuote } from '@shared/domain/selector'
import { splitsPair } from '../surrogates'
import { compareTexts, type Comparison } from './comparison'
import type { WordRange } from './context'
import { movedPlace, samePlace } from './exact-place'
import { likeness } from './likeness'
import { sameStatement } from './meaning'
import { editedPlace, strayPlace } from './near-place'
import { rawRange } from './raw-range'
import { onlySentence } from './sentence'
import { createDictionary, firstTokenAfter, firstTokenFrom, tokenise } from './tokens'

/** Where a passage stands in a newer text, and how it was found. */
export interface Moved extends Move {
  readonly position: TextPosition
  readonly quote: TextQuote
}

/** Brings passages of one text to a newer one. */
export interface Mover {
  /**
   * Where a passage stands now; null when that is not certain.
   * @param chosen the words that a person chose, when they are not those of the passage: it never drifts far from them
   */
  move(position: TextPosition, chosen?: string): Moved | null
  /** Where an offset lies in the newer text, about: for the place of reading. */
  placeOf(offset: number): number
}

/** UTF-16 units of context that are kept on each side. */
const CONTEXT = 64
/** How alike words must stay to those that a person chose, through all versions. */
const LEAST_OF_CHOSEN = 0.7

/**
 * Compares two versions of a text and moves passages from the older to the newer. A passage is placed only where it is certain:
 * 1. equal texts: the same offsets;
 * 2. the same words where a diff of the two texts says they are, unless others could be meant;
 * 3. the same words elsewhere, where they are new, once, or in clearly the same surroundings;
 * 4. edited words in place, then elsewhere: alike enough, with a margin over everything else in both texts, with the same numbers
 *    and the same negations.
 * White space, citation marks, the kind of quotes and dashes, soft hyphens and Unicode composition are no changes. Capitals are none
 * that an alignment sees, but words that are written with others now are told of as edited.
 */
export function createMover(from: string, to: string): Mover {
  let compared: Comparison | undefined
  const comparison = (): Comparison => (compared ??= compareTexts(from, to, true))

  const found = (position: TextPosition, place: TextPosition, method: Move['method'], score: number): Moved => ({
    position: place,
    quote: { exact: to.slice(place.start, place.end), ...contextOf(to, place) },
    method,
    score,
    previousExact:
      score === 1 && sameCase(from.slice(position.start, position.end), to.slice(place.start, place.end))
        ? null
        : from.slice(position.start, position.end),
  })

  const look = (position: TextPosition): Moved | null => {
    const all = comparison()
    const { a, b } = all
    const passage: WordRange = { start: firstTokenAfter(a, position.start), end: firstTokenFrom(a, position.end) }
    if (passage.start >= passage.end) {
      const between = betweenWords(all, passage.start, position)
      return between === null ? null : found(position, between, 'diff', 1)
    }
    const at = (place: WordRange, method: Move['method'], score = 1) =>
      found(position, rawRange(a, passage, position, b, place), method, score)
    const only = onlySentence(all, passage)
    if (only !== null) return at(only, all.map[passage.start] === only.start ? 'diff' : 'quote')
    const same = samePlace(all, passage)
    if (same !== null) return same === 'doubtful' ? null : at(same, 'diff')
    const moved = movedPlace(all, passage)
    if (moved !== null && moved !== 'doubtful') return at(moved, 'quote')
    if (all.isOtherText) return null
    const edited = editedPlace(all, passage)
    if (edited !== null) return at(edited, 'diff', edited.score)
    const stray = moved === null ? strayPlace(all, passage) : null
    return stray === null ? null : at(stray, 'fuzzy', stray.score)
  }

  return {
    move: (position, chosen) => {
      if (from === to) return found(position, position, 'same-text', 1)
      const moved = look(position)
      if (moved === null || chosen === undefined || moved.previousExact === null) return moved
      return staysTrue(chosen, moved.quote.exact) ? moved : null
    },
    placeOf: (offset) => {
      if (from === to) return offset
      const { a, b, map } = comparison()
      for (let at = Math.min(firstTokenAfter(a, offset), a.count - 1); at >= 0; at -= 1) {
        const place = map[at] ?? -1
        if (place >= 0) return b.starts[place] ?? 0
      }
      return 0
    },
  }
}

/** A passage of nothing but citation marks or signs that are no words: where the words around it still follow each other. */
function betweenWords({ a, b, map }: Comparison, next: number, position: TextPosition): TextPosition | null {
  const exact = a.text.slice(position.start, position.end)
  const before = next === 0 ? -1 : (map[next - 1] ?? -1)
  const after = next === a.count ? b.count : (map[next] ?? -1)
  if (after !== before + 1 || (next > 0 && before < 0)) return null
  const low = before < 0 ? 0 : (b.ends[before] ?? 0)
  const high = after < b.count ? (b.starts[after] ?? 0) : b.text.length
  const between = b.text.slice(low, high)
  const start = between.indexOf(exact)
  if (start < 0 || between.includes(exact, start + 1)) return null
  return { start: low + start, end: low + start + exact.length }
}

/** Whether two passages of the same words are written with the same capitals. */
function sameCase(before: string, after: string): boolean {
  if (before === after) return true
  const dictionary = createDictionary()
  const [first, last] = [tokenise(before, dictionary).ids, tokenise(after, dictionary).ids]
  return first.length === last.length && first.every((word, at) => word === last[at])
}

function staysTrue(chosen: string, now: string): boolean {
  const dictionary = createDictionary()
  const words = (text: string) => Array.from(tokenise(text, dictionary).ids, (id) => dictionary.wordOf(id))
  const [first, last] = [words(chosen), words(now)]
  return likeness(first, last) >= LEAST_OF_CHOSEN && sameStatement(first, last)
}

function contextOf(text: string, { start, end }: TextPosition): { prefix: string; suffix: string } {
  let low = Math.max(0, start - CONTEXT)
  if (splitsPair(text, low)) low += 1
  let high = Math.min(text.length, end + CONTEXT)
  if (splitsPair(text, high)) high -= 1
  return { prefix: text.slice(low, start), suffix: text.slice(end, high) }
}
