import type { Comparison } from './comparison'
import type { WordRange } from './context'
import { isMostlyOld, substance } from './evidence'
import { sameNames } from './meaning'
import type { Places } from './places'
import { asWritten, type Tokens } from './tokens'

/** Words looked at on each side of a passage for where its sentence begins and ends. */
const MOST = 60
/** Shorter sentences say too little of where they stand. */
const LEAST = 4

/** A passage with the rest of the sentences, or the lines, that it begins and ends in. */
export function sentenceAround(tokens: Tokens, { start, end }: WordRange): WordRange {
  let low = start
  while (low > Math.max(0, start - MOST) && !endsBefore(tokens, low)) low -= 1
  let high = end
  while (high < Math.min(tokens.count, end + MOST) && !endsBefore(tokens, high)) high += 1
  return { start: low, end: high }
}

/** Where the sentence or line begins that ends before a word, and not too far away. */
export function previousSentence(tokens: Tokens, at: number): number {
  return at === 0 ? 0 : sentenceAround(tokens, { start: at - 1, end: at }).start
}

/** Where the sentence or line ends that begins at a word. */
export function nextSentence(tokens: Tokens, at: number): number {
  return at === tokens.count ? at : sentenceAround(tokens, { start: at, end: at + 1 }).end
}

/** Whether a sentence or a line ends before a word. */
function endsBefore({ text, starts, ends }: Tokens, at: number): boolean {
  const gap = text.slice(ends[at - 1] ?? 0, starts[at] ?? text.length)
  if (gap.includes('\n')) return true
  const last = text.charAt((ends[at - 1] ?? 0) - 1)
  return /[。！？]/u.test(last) || (/[.!?]/u.test(last) && gap !== '')
}

/**
 * Whether the sentence that a passage stands in stands word for word elsewhere in the newer text, or the one at the place elsewhere
 * in the older text: then the place is another sentence that has the same words in it.
 */
export function isOtherSentence({ a, b, placesA, placesB }: Comparison, passage: WordRange, place: WordRange): boolean {
  const [from, to] = [sentenceAround(a, passage), sentenceAround(b, place)]
  const words = a.ids.subarray(from.start, from.end)
  const others = b.ids.subarray(to.start, to.end)
  if (words.length === others.length && words.every((word, at) => word === others[at])) return false
  return (
    standsElsewhere(words, placesB, place.start - (passage.start - from.start)) ||
    standsElsewhere(others, placesA, passage.start - (place.start - to.start))
  )
}

/** The sentences and lines of a passage, each within it. */
function sentencesOf(tokens: Tokens, { start, end }: WordRange): WordRange[] {
  const found: WordRange[] = []
  let low = start
  for (let at = start + 1; at <= end; at += 1) {
    if (at < end && !endsBefore(tokens, at)) continue
    found.push({ start: low, end: at })
    low = at
  }
  return found
}

/**
 * Whether a sentence of the passage, or one that it begins or ends in, stands word for word outside the place that edited words are taken for, or a sentence at the place
 * is another one of the older text: a sentence that came beside it is not what became of it.
 */
export function mixesSentences({ a, b, placesA, placesB }: Comparison, passage: WordRange, place: WordRange): boolean {
  const [from, to] = [sentenceAround(a, passage), sentenceAround(b, place)]
  const strays = (of: Tokens, range: WordRange, places: Places, within: WordRange) =>
    sentencesOf(of, range).some(({ start, end }) => {
      if (end - start < LEAST) return false
      const found = places.stretch(of.ids.subarray(start, end))
      return found.length > 0 && !found.some((at) => at >= within.start && at + end - start <= within.end)
    })
  return strays(a, from, placesB, to) || strays(b, to, placesA, from)
}

/** Sentences of fewer words, or less said, may be those of another place. */
const TELLING = { words: 8, substance: 40 }

/**
 * Where the sentences or lines that a passage is stand now, if they are long enough to be told by, and stand once in either text:
 * whatever became of what is around them.
 */
export function onlySentence(comparison: Comparison, passage: WordRange): WordRange | null {
  const { a, b, map, placesA, placesB } = comparison
  const { start, end } = sentenceAround(a, passage)
  if (start !== passage.start || end !== passage.end) return null
  if (end - start < TELLING.words || substance(a, passage) < TELLING.substance) return null
  const words = a.ids.subarray(start, end)
  const [only, ...others] = placesB.stretch(words)
  if (only === undefined || others.length > 0 || placesA.stretch(words).length > 1) return null
  // Its own place is still there, edited: the same words elsewhere may be a copy.
  if (map[start] !== only && !isMostlyOld(comparison, passage) && isEditedInPlace(comparison, passage)) return null
  const place = { start: only, end: only + end - start }
  const around = sentenceAround(b, place)
  return around.start === place.start && around.end === place.end ? place : null
}

/** Whether what a sentence is matched to stands nowhere in the older text: the sentence, reworded, and not another one. */
function isEditedInPlace({ b, map, placesA }: Comparison, passage: WordRange): boolean {
  const at = map.subarray(passage.start, passage.end).find((place) => place >= 0)
  if (at === undefined) return false
  const now = sentenceAround(b, { start: at, end: at + 1 })
  return placesA.stretch(b.ids.subarray(now.start, now.end)).length === 0
}

function standsElsewhere(sentence: Int32Array, places: Places, here: number): boolean {
  if (sentence.length < LEAST) return false
  const found = places.stretch(sentence)
  return found.length > 0 && !found.includes(here)
}

/** What stands around a passage in its sentence, before and now. */
export interface Rest {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Whether no name took another's place. */
  readonly namesStay: boolean
  /** The share of words that both have: 1 where there is nothing but the passage. */
  readonly alike: number
}

/** The rest of the sentence that a passage stands in, and of the one at a place. */
export function restOfSentence({ a, b, wordsOf }: Comparison, passage: WordRange, place: WordRange): Rest {
  const rest = (tokens: Tokens, range: WordRange): string[] => {
    const whole = sentenceAround(tokens, range)
    return wordsOf(
      Int32Array.of(...tokens.ids.subarray(whole.start, range.start), ...tokens.ids.subarray(range.end, whole.end)),
    )
  }
  const [before, after] = [rest(a, passage), rest(b, place)]
  const left = [...after]
  let shared = 0
  for (const word of before) {
    const at = left.indexOf(word)
    if (at < 0) continue
    left.splice(at, 1)
    shared += 1
  }
  const longer = Math.max(before.length, after.length)
  const written = (tokens: Tokens, range: WordRange): string[] => asWritten(tokens, sentenceAround(tokens, range))
  return {
    before,
    after,
    namesStay: sameNames(written(a, passage), written(b, place)),
    alike: longer === 0 ? 1 : shared / longer,
  }
}
