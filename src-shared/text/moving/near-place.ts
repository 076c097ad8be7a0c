import { align, runsOf } from './align'
import type { Comparison } from './comparison'
import { contextLikeness, type WordRange } from './context'
import { isDoubtful, isMostlyNew, isMostlyOld, substance } from './evidence'
import { exchangesWords } from './exchange'
import { likeness } from './likeness'
import { sameNames, sameStatement } from './meaning'
import type { Places } from './places'
import { isOtherSentence, mixesSentences, sentenceAround } from './sentence'
import { asWritten, createDictionary } from './tokens'

/** A place of nearly the same words, and how alike they are. */
export interface NearPlace extends WordRange {
  readonly score: number
}

/** What edited words must be like, at the least, where they stand in place, and where they stand elsewhere. */
const IN_PLACE = { score: 0.75, words: 4, substance: 20, context: 0.3 }
/** Of few words, hardly one may have changed. */
const FEW = { words: 8, score: 0.85 }
const ELSEWHERE = { score: 0.85, words: 6, substance: 30, context: 0.4 }
/** How alike the words at an edge must be that nothing else says to be the same, where they are more than a few. */
const EDGE = { few: 4, likeness: 0.5 }
/** How much less alike every other passage must be. */
const MARGIN = 0.12

/** Words that stand this often or less in a text say where a passage may be. */
const RARE = 64
const BUCKET = 8
const MOST_TRIED = 6

/** The passage where it was, with words that were edited. */
export function editedPlace(comparison: Comparison, passage: WordRange): NearPlace | null {
  const { a, b, map } = comparison
  const length = passage.end - passage.start
  if (length < IN_PLACE.words || substance(a, passage) < IN_PLACE.substance) return null
  const matched: number[] = []
  for (let at = passage.start; at < passage.end; at += 1) if ((map[at] ?? -1) >= 0) matched.push(at)
  const first = matched[0]
  const last = matched.at(-1)
  if (first === undefined || last === undefined || matched.length * 2 < length) return null
  if (isDoubtful(comparison, { start: first, end: last + 1 })) return null
  const place = {
    start: (map[first] ?? 0) - edge(comparison, first, passage.start, -1),
    end: (map[last] ?? 0) + 1 + edge(comparison, last, passage.end - 1, 1),
  }
  if (place.end - place.start > length * 2 + 4) return null
  if (contextLikeness(a.ids, passage, b.ids, place) < IN_PLACE.context) return null
  const head = isReworded(comparison, [passage.start, first], [place.start, map[first] ?? 0])
  const tail = isReworded(comparison, [last + 1, passage.end], [(map[last] ?? 0) + 1, place.end])
  if (!head || !tail) return null
  return accept(comparison, passage, place, length < FEW.words ? FEW.score : IN_PLACE.score, 'in-place')
}

/**
 * Whether the words at an edge of a passage may be those that stood there, reworded. A few may be any others; of more, some must be
 * left: a sentence that went, and another that came beside the rest, are not the same sentence.
 */
function isReworded(
  { a, b, wordsOf }: Comparison,
  before: readonly [number, number],
  after: readonly [number, number],
) {
  const old = wordsOf(a.ids.subarray(...before))
  const now = wordsOf(b.ids.subarray(...after))
  if (old.length <= EDGE.few || now.length === 0) return true
  return likeness(old, now) >= EDGE.likeness
}

/**
 * The passage elsewhere, moved and edited: only where it moved together with what stands next to it, and nothing else is nearly as
 * like it.
 */
export function strayPlace(comparison: Comparison, passage: WordRange): NearPlace | null {
  const { a, b, placesB } = comparison
  if (passage.end - passage.start < ELSEWHERE.words || substance(a, passage) < ELSEWHERE.substance) return null
  const found = similar(a.ids, passage, b.ids, placesB)
    .filter((place) => isMostlyNew(comparison, place))
    .map((place) => ({ ...place, score: score(comparison, passage, place) }))
    .sort((one, other) => other.score - one.score)[0]
  if (found === undefined || contextLikeness(a.ids, passage, b.ids, found) < ELSEWHERE.context) return null
  return accept(comparison, passage, found, ELSEWHERE.score, 'elsewhere')
}

/** Applies the gates: a score, a margin over every other passage in both texts, and the same statement. */
function accept(
  comparison: Comparison,
  passage: WordRange,
  place: WordRange,
  least: number,
  where: 'in-place' | 'elsewhere',
): NearPlace | null {
  const { a, b, placesA, placesB, wordsOf } = comparison
  const before = wordsOf(a.ids.subarray(passage.start, passage.end))
  const after = wordsOf(b.ids.subarray(place.start, place.end))
  const own = likeness(before, after)
  if (own < least || !sameStatements(before, after) || isOtherSentence(comparison, passage, place)) return null
  if (mixesSentences(comparison, passage, place) || !restStatesTheSame(comparison, passage, place)) return null
  const [old, now] = [asWritten(a, passage), asWritten(b, place)]
  if (!sameNames(old, now) || exchangesWords(old, now)) return null
  const rivalB = similar(a.ids, passage, b.ids, placesB)
    .filter((other) => isApart(other, place) && (where === 'elsewhere' || isMostlyNew(comparison, other)))
    .some((other) => score(comparison, passage, other) > own - MARGIN)
  const rivalA = similar(b.ids, place, a.ids, placesA)
    .filter((other) => isApart(other, passage) && (where === 'elsewhere' || isMostlyOld(comparison, other)))
    .some((other) => score(comparison, other, place) > own - MARGIN)
  return rivalA || rivalB ? null : { ...place, score: own }
}

/** Whether what stands before and behind the passage in its sentence states the same: edited words alone do not say which row they are of. */
function restStatesTheSame({ a, b, wordsOf }: Comparison, passage: WordRange, place: WordRange): boolean {
  const [from, to] = [sentenceAround(a, passage), sentenceAround(b, place)]
  const head = sameStatement(
    wordsOf(a.ids.subarray(from.start, passage.start)),
    wordsOf(b.ids.subarray(to.start, place.start)),
  )
  return (
    head && sameStatement(wordsOf(a.ids.subarray(passage.end, from.end)), wordsOf(b.ids.subarray(place.end, to.end)))
  )
}

/** Whether all that differs states the same, change by change: one "not" that went does not make up for another that came. */
function sameStatements(before: readonly string[], after: readonly string[]): boolean {
  const dictionary = createDictionary()
  const ids = (words: readonly string[]) => Int32Array.from(words, (word) => dictionary.idOf(word))
  let [low, lowAfter] = [0, 0]
  const runs = runsOf(align(ids(before), ids(after)))
  return (
    sameStatement(before, after) &&
    [...runs, { a: before.length, b: after.length, length: 0 }].every(({ a, b, length }) => {
      const isSame = sameStatement(before.slice(low, a), after.slice(lowAfter, b))
      low = a + length
      lowAfter = b + length
      return isSame
    })
  )
}

function score({ a, b, wordsOf }: Comparison, passage: WordRange, place: WordRange): number {
  return likeness(wordsOf(a.ids.subarray(passage.start, passage.end)), wordsOf(b.ids.subarray(place.start, place.end)))
}

function isApart(one: WordRange, other: WordRange): boolean {
  return one.end <= other.start || other.end <= one.start
}

/** How many new words at a passage's edge stand for those of its words that were replaced there. */
function edge({ map, inverse }: Comparison, matched: number, outermost: number, step: 1 | -1): number {
  const wanted = Math.abs(outermost - matched)
  if (wanted === 0) return 0
  let free = 0
  const from = map[matched] ?? 0
  while (inverse[from + (free + 1) * step] === -1) free += 1
  const neighbour = map[outermost + step] ?? -1
  const isWhole = neighbour >= 0 && neighbour === from + (free + 1) * step
  return isWhole && free <= wanted * 2 + 2 ? free : Math.min(free, wanted)
}

/** Passages of a text that have words of another passage in about the same order, those that share the most first. */
function similar(words: Int32Array, passage: WordRange, text: Int32Array, places: Places): WordRange[] {
  const length = passage.end - passage.start
  const votes = new Map<number, number>()
  for (let at = passage.start; at < passage.end; at += 1) {
    const found = places.of(words[at] ?? -1)
    if (found.length > RARE) continue
    for (const place of found) {
      const bucket = Math.floor((place - at + passage.start) / BUCKET)
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1)
    }
  }
  const slack = Math.max(BUCKET, Math.ceil(length * 0.3))
  const needle = words.subarray(passage.start, passage.end)
  return [...votes]
    .filter(([, count]) => count >= Math.min(3, length / 3))
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_TRIED)
    .flatMap(([bucket]) => {
      const low = Math.max(0, bucket * BUCKET - slack)
      const window = text.subarray(low, bucket * BUCKET + BUCKET + length + slack)
      const matched = align(needle, window).filter((place) => place >= 0)
      const first = matched[0]
      const last = matched.at(-1)
      return first === undefined || last === undefined ? [] : [{ start: low + first, end: low + last + 1 }]
    })
}
