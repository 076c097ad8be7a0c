import type { Comparison } from './comparison'
import { contextLikeness, type WordRange } from './context'
import { isDoubtful, isMostlyNew, isMostlyOld, substance } from './evidence'
import { sameStatement } from './meaning'
import type { Tokens } from './tokens'
import { isOtherSentence, nextSentence, previousSentence, restOfSentence, sentenceAround } from './sentence'

/** How much better a place's surroundings must agree than those of any other place with the same words. */
const MARGIN = 0.2
const CLEAR_MARGIN = 0.25
/** Where the surroundings are all but the same, this much is enough. */
const SURE = { context: 0.9, margin: 0.05 }
/** Surroundings no further apart than this are the same. */
const TWIN_MARGIN = 0.04
/** Then the text around the one must agree for so many words more than around the other, looked at so far. */
const MORE = 8
/** Another place that agrees for so many words more on one side is the place that was there before. */
const FURTHER = 12
const FAR = 4000
/** Below this, nothing but the words themselves says that it is the same place. */
const SOME_CONTEXT = 0.3
const GOOD_CONTEXT = 0.5
/** A sentence that keeps fewer of its words around a passage is another one. */
const SAME_SENTENCE = 0.4
/** Where the passage is said elsewhere too, it must keep so many and state the same, or nearly all. */
const SAME_ROW = 0.7
const SAME_WORDS = 0.85
/** Enough for words that stand only once in either text, and hardly what two texts on different things have in common. */
const TELLING_CONTEXT = 0.22

/** What a look for a passage's own words found: a place, that there are several, or none. */
export type ExactPlace = WordRange | 'doubtful' | null

/** The same words, where the comparison of the texts says they are now. */
export function samePlace(comparison: Comparison, passage: WordRange): ExactPlace {
  const { a, b } = comparison
  const place = standing(comparison, passage)
  if (place === null) return null
  const { start, end } = passage
  if (isDoubtful(comparison, passage) || isOtherSentence(comparison, passage, place)) return 'doubtful'
  if (copiesInARow(a.ids, passage) !== copiesInARow(b.ids, place)) return 'doubtful'
  if (linesInARow(a, passage) !== linesInARow(b, place)) return 'doubtful'
  if (isOneOfEqualCells(comparison, passage, place)) return 'doubtful'
  const own = contextLikeness(a.ids, passage, b.ids, place)
  const isTelling = end - start >= 8 && substance(a, passage) >= 40
  if (!isTelling && comparison.isOtherText) return 'doubtful'
  if (!isTelling && (own < SOME_CONTEXT || !hasNeighbour(a.ids, passage, b.ids, place))) return 'doubtful'
  if (!isTelling && !isInSameSentence(comparison, passage, place)) return 'doubtful'
  const margin = own >= SURE.context ? SURE.margin : MARGIN
  return hasRival(comparison, passage, place, own, margin) ? 'doubtful' : place
}

/**
 * Where the words stand whole, if most of them are matched there. A word at an edge may be matched elsewhere: of two full stops in
 * a row with a deletion between them, either may be the one that is left.
 */
function standing({ a, b, map }: Comparison, { start, end }: WordRange): WordRange | null {
  const middle = (start + end) >> 1
  for (const at of [middle, start, end - 1]) {
    const place = (map[at] ?? -1) - (at - start)
    if ((map[at] ?? -1) < 0 || place < 0) continue
    let isWhole = true
    let matched = 0
    for (let word = start; word < end && isWhole; word += 1) {
      isWhole = a.ids[word] === b.ids[place + word - start]
      if (map[word] === place + word - start) matched += 1
    }
    if (isWhole && matched * 2 > end - start) return { start: place, end: place + end - start }
  }
  return null
}

/** Whether the sentence or the row around a few words is the one that they stood in, edited or not. */
function isInSameSentence(comparison: Comparison, passage: WordRange, place: WordRange): boolean {
  const { before, after, alike, namesStay } = restOfSentence(comparison, passage, place)
  if (before.length === 0 && after.length === 0) return isBesideTheSame(comparison, passage, place)
  if (alike === 1) return true
  const around = reach(comparison.a.ids, passage, comparison.b.ids, place)
  const isSame = namesStay && sameStatement(before, after)
  const isHeld = Math.min(around.before, around.after) >= MORE
  if (isHeld && isSame) return true
  const { a, placesA, placesB, wordsOf } = comparison
  const words = a.ids.subarray(passage.start, passage.end)
  const [inA, inB] = [placesA.stretch(words), placesB.stretch(words)]
  // What the sentence states now is something else: it may have come with another place where the words are new, or gone with an old one.
  const at = (start: number): WordRange => ({ start, end: start + words.length })
  const newOnes = () => inB.filter((start) => start !== place.start && isMostlyNew(comparison, at(start)))
  const oldOnes = () => inA.filter((start) => start !== passage.start && isMostlyOld(comparison, at(start)))
  if (isHeld) {
    const isRival = (from: WordRange, to: WordRange) => restOfSentence(comparison, from, to).alike >= SAME_ROW
    return !newOnes().some((to) => isRival(passage, at(to))) && !oldOnes().some((from) => isRival(at(from), place))
  }
  if (alike < SAME_SENTENCE) return false
  if (inA.length === 1 && inB.length === 1 && /\p{L}/u.test(wordsOf(words).join(' '))) return true
  if (isSame) return alike >= SAME_ROW
  return alike >= SAME_WORDS && newOnes().length === 0 && oldOnes().length === 0
}

/**
 * Whether a line that stands more than once, a heading or an item, stands before or behind a sentence that is the same: nothing within it
 * says which it is.
 */
function isBesideTheSame({ a, b, placesA, placesB }: Comparison, passage: WordRange, place: WordRange): boolean {
  const words = a.ids.subarray(passage.start, passage.end)
  const [inA, inB] = [placesA.stretch(words).length, placesB.stretch(words).length]
  if (inA === 1 && inB === 1) return true
  const { before, after } = reach(a.ids, passage, b.ids, place)
  const isBehind = before >= passage.start - previousSentence(a, passage.start)
  const isBefore = after >= nextSentence(a, passage.end) - passage.end
  // Where one came or went, another may stand on one side of what it stood beside.
  return inA === inB ? isBehind || isBefore : isBehind && isBefore
}

/** The same words elsewhere, among those that the newer text has and the older has not: a passage that was moved. */
export function movedPlace(comparison: Comparison, passage: WordRange): ExactPlace {
  const { a, b, placesA, placesB } = comparison
  const length = passage.end - passage.start
  const words = a.ids.subarray(passage.start, passage.end)
  const everywhere = placesB.stretch(words).map((start) => ({ start, end: start + length }))
  const free = everywhere.filter(
    (place) => isMostlyNew(comparison, place) && !isOtherSentence(comparison, passage, place),
  )
  const inRow = copiesInARow(a.ids, passage)
  if (free.some((place) => copiesInARow(b.ids, place) !== inRow)) return 'doubtful'
  const [only] = free
  if (only === undefined) return null
  // Its own place is still there, edited: the same words elsewhere may be a copy.
  if (!isMostlyOld(comparison, passage)) return 'doubtful'
  const isUnique = everywhere.length === 1 && placesA.stretch(words).length === 1
  // Of sentences made alike, the one that still has the words may be on something else.
  if (isUnique && length >= 5 && substance(a, passage) >= 30)
    return statesTheSame(comparison, passage, only) ? only : 'doubtful'
  if (comparison.isOtherText) return 'doubtful'
  // A few words moved with what stands next to them, or not at all.
  const along = free.filter((place) => movedAlong(comparison, passage, place))
  const ranked = along
    .filter((place) => isUnique || statesTheSame(comparison, passage, place))
    .filter((place) => !isOneOfEqualCells(comparison, passage, place))
    .map((place) => ({ place, own: contextLikeness(a.ids, passage, b.ids, place) }))
    .sort((one, other) => other.own - one.own)
  const best = ranked[0]
  if (best === undefined) return 'doubtful'
  const isTelling = isUnique && length >= 4 && substance(a, passage) >= 15
  if (best.own < (isTelling ? TELLING_CONTEXT : GOOD_CONTEXT)) return 'doubtful'
  return hasRival(comparison, passage, best.place, best.own, CLEAR_MARGIN) ? 'doubtful' : best.place
}

/** Whether the sentence or the row around a few words states what it stated: of rows made alike, each has the same words in it. */
function statesTheSame(comparison: Comparison, passage: WordRange, place: WordRange): boolean {
  const { before, after, namesStay } = restOfSentence(comparison, passage, place)
  return namesStay && sameStatement(before, after)
}

/** Whether neither neighbour of a passage stayed behind when it moved to a place. */
function movedAlong({ map }: Comparison, passage: WordRange, place: WordRange): boolean {
  const before = map[passage.start - 1] ?? -1
  const after = map[passage.end] ?? -1
  return (before < 0 || before === place.start - 1) && (after < 0 || after === place.end)
}

/**
 * Whether the same words stand elsewhere in nearly the same surroundings: where only one text has them, or where the surroundings
 * cannot be told apart and do not agree for longer at the one place than at the other.
 */
function hasRival(comparison: Comparison, passage: WordRange, place: WordRange, own: number, margin: number): boolean {
  const { a, b, placesA, placesB } = comparison
  const length = passage.end - passage.start
  const words = a.ids.subarray(passage.start, passage.end)
  const inA = placesA.stretch(words).map((start) => ({ start, end: start + length }))
  const inB = placesB.stretch(words).map((start) => ({ start, end: start + length }))
  if (inA.length === 1 && inB.length === 1) return false
  const ownReach = reach(a.ids, passage, b.ids, place)
  const isRival = (from: WordRange, to: WordRange, isFree: () => boolean): boolean => {
    if (!hasNeighbour(a.ids, from, b.ids, to))
      return own - (isFree() ? margin : TWIN_MARGIN) <= 0.5 && isLike(from, to, isFree)
    const other = reach(a.ids, from, b.ids, to)
    const isFurther = other.before > ownReach.before + FURTHER || other.after > ownReach.after + FURTHER
    return (isFurther && !isTaken(comparison, from, to, other, place)) || isLike(from, to, isFree)
  }
  const isLike = (from: WordRange, to: WordRange, isFree: () => boolean): boolean => {
    const least = own - (isFree() ? margin : TWIN_MARGIN)
    const likeness = contextLikeness(a.ids, from, b.ids, to)
    if (likeness <= own - TWIN_MARGIN) return likeness > least
    return isFree() || !isClearlyFurther(ownReach, reach(a.ids, from, b.ids, to))
  }
  return (
    inB.some((to) => to.start !== place.start && isRival(passage, to, () => isMostlyNew(comparison, to))) ||
    inA.some((from) => from.start !== passage.start && isRival(from, place, () => isMostlyOld(comparison, from)))
  )
}

/** For how many words before and after them two places agree. */
interface Reach {
  readonly before: number
  readonly after: number
}

/**
 * Whether one place agrees for more words than another, and on neither side for fewer: of `x S S S y` that became `x S S y` one place
 * agrees all the way back, and another all the way on.
 */
function isClearlyFurther(own: Reach, other: Reach): boolean {
  return (
    own.before >= other.before &&
    own.after >= other.after &&
    own.before + own.after >= other.before + other.after + MORE
  )
}

function reach(a: Int32Array, inA: WordRange, b: Int32Array, inB: WordRange): Reach {
  let before = 0
  while (before < FAR && inA.start > before && a[inA.start - 1 - before] === b[inB.start - 1 - before]) before += 1
  let after = 0
  while (after < FAR && inA.end + after < a.length && a[inA.end + after] === b[inB.end + after]) after += 1
  return { before, after }
}

/** Whether the words that seem to belong to a place are those of another one, where they agree at least as far. */
function isTaken(comparison: Comparison, from: WordRange, to: WordRange, there: Reach, place: WordRange): boolean {
  const { a, b, map, inverse } = comparison
  const length = from.end - from.start
  const start = to.start === place.start ? from.start : (inverse[to.start] ?? -1)
  const target = to.start === place.start ? (map[from.start] ?? -1) : to.start
  if (start < 0 || target < 0 || (start === from.start && target === to.start)) return false
  const known = reach(a.ids, { start, end: start + length }, b.ids, { start: target, end: target + length })
  return known.before >= there.before && known.after >= there.after
}

/** How often the words of a passage stand one after the other where it stands. */
function copiesInARow(ids: Int32Array, { start, end }: WordRange): number {
  const length = end - start
  const isCopy = (from: number): boolean => {
    for (let at = 0; at < length; at += 1) if (ids[from + at] !== ids[start + at]) return false
    return true
  }
  let count = 1
  for (let from = start - length; from >= 0 && isCopy(from); from -= length) count += 1
  for (let from = end; from + length <= ids.length && isCopy(from); from += length) count += 1
  return count
}

/**
 * Whether the row of a table says the same again in another cell, and the rows around it are not what they were: where columns changed
 * places, such a row reads as before.
 */
function isOneOfEqualCells({ a, b }: Comparison, passage: WordRange, place: WordRange): boolean {
  const row = sentenceAround(a, passage)
  if (!a.text.slice(a.starts[row.start], a.ends[row.end - 1]).includes('\t')) return false
  const length = passage.end - passage.start
  const isCopy = (start: number): boolean => {
    for (let at = 0; at < length; at += 1) if (a.ids[start + at] !== a.ids[passage.start + at]) return false
    return true
  }
  let copies = 0
  for (let at = row.start; at + length <= row.end; at += 1) if (isCopy(at)) copies += 1
  if (copies < 2) return false
  const { before, after } = reach(a.ids, passage, b.ids, place)
  const [previous, next] = [previousSentence(a, row.start), nextSentence(a, row.end)]
  return before < passage.start - previous || after < next - passage.end
}

/** How often the sentence or line that a passage stands in stands one after the other there. */
function linesInARow(tokens: Tokens, passage: WordRange): number {
  return copiesInARow(tokens.ids, sentenceAround(tokens, passage))
}

/** Without a word next to it that is the same, surroundings are at most half alike. */
function hasNeighbour(a: Int32Array, inA: WordRange, b: Int32Array, inB: WordRange): boolean {
  return a[inA.start - 1] === b[inB.start - 1] || a[inA.end] === b[inB.end]
}
