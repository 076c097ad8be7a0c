import { citationMarkEnd } from '@shared/text/moving/citation-marks'

/** What one step goes over. */
export type Unit = 'character' | 'word' | 'sentence'

/** A text that steps go through. */
export interface SteppedText {
  readonly text: string
  /** Where blocks begin and end: offsets, ascending, from 0 to the text's length. */
  readonly edges: readonly number[]
  /** BCP 47; undefined where it is not known. */
  readonly language: string | undefined
}

/** Longest part of one block that is looked at, in UTF-16 units: a whole book may stand in one `pre`. */
const LONGEST = 8000

/** Words that end with a full stop and do not end a sentence, and single initials. */
const ABBREVIATION =
  /(?:^|[\s("“[])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Col|Lt|Sgt|Capt|St|Mt|Jr|Sr|No|Nos|Fig|Figs|Eq|Vol|pp?|vs|cf|ca|c|e\.g|i\.e|al|approx|z\. ?B|bzw|Nr|M|Mme|S)\.$/u

interface Stretch {
  readonly start: number
  readonly end: number
}

/** The part of the block that an offset stands in, or that begins there. */
function chunkAt({ text, edges }: SteppedText, offset: number): Stretch {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const start = edges[low - 1] ?? 0
  const end = edges[low] ?? text.length
  return { start: Math.max(start, offset - LONGEST), end: Math.min(end, offset + LONGEST) }
}

/** Citation marks as spaces, so that a full stop before `[12]` ends its sentence. */
function withoutMarks(text: string): string {
  let plain = text
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at + 1)) {
    const end = citationMarkEnd(text, at)
    if (end > at) plain = plain.slice(0, at) + ' '.repeat(end - at) + plain.slice(end)
  }
  return plain
}

function sentencesOf(words: string, language: string | undefined): Stretch[] {
  const plain = withoutMarks(words)
  const found: Stretch[] = []
  let isOpen = false
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(plain)) {
    const start = index + segment.length - segment.trimStart().length
    const end = index + segment.trimEnd().length
    if (start >= end) continue
    const last = found.at(-1)
    if (isOpen && last) found[found.length - 1] = { start: last.start, end }
    else found.push({ start, end })
    isOpen = ABBREVIATION.test(segment.trimEnd().slice(-12))
  }
  return found
}

function unitsOf({ text, language }: SteppedText, { start, end }: Stretch, unit: Unit): Stretch[] {
  const words = text.slice(start, end)
  if (unit === 'sentence') {
    return sentencesOf(words, language).map((each) => ({ start: start + each.start, end: start + each.end }))
  }
  const granularity = unit === 'word' ? 'word' : 'grapheme'
  return [...new Intl.Segmenter(language, { granularity }).segment(words)]
    .filter(({ isWordLike }) => unit === 'character' || isWordLike === true)
    .map(({ segment, index }) => ({ start: start + index, end: start + index + segment.length }))
}

/**
 * The offset one step on: where a character (extended grapheme cluster), word or sentence ends or begins next, or last when
 * going back (UAX #29, by `Intl.Segmenter`, which knows where words of Chinese, Japanese and Thai begin). The text's own end
 * where nothing is left.
 * @param stop whether it stops where units begin or where they end; ahead of itself unless told
 */
export function stepFrom(
  stepped: SteppedText,
  offset: number,
  unit: Unit,
  direction: 1 | -1,
  stop: 'start' | 'end' = direction === 1 ? 'end' : 'start',
): number {
  const { text } = stepped
  let at = offset
  while (direction === 1 ? at < text.length : at > 0) {
    const chunk = chunkAt(stepped, direction === 1 ? at : at - 1)
    const stops = unitsOf(stepped, chunk, unit).map((each) => each[stop])
    const found = direction === 1 ? stops.find((each) => each > at) : stops.filter((each) => each < at).at(-1)
    if (found !== undefined) return found
    const next = direction === 1 ? chunk.end : chunk.start
    // What begins just at the edge is the first of its block.
    if (direction === 1 && stop === 'start' && unitsOf(stepped, chunkAt(stepped, next), unit)[0]?.start === next)
      return next
    at = next
  }
  return at
}

/** The word or sentence that an offset stands in, or the next one after it; null at the end of the text. */
export function unitAt(stepped: SteppedText, offset: number, unit: Unit): Stretch | null {
  for (let at = offset; at < stepped.text.length;) {
    const chunk = chunkAt(stepped, at)
    const found = unitsOf(stepped, chunk, unit).find(({ end }) => end > at)
    if (found) return found
    at = chunk.end
  }
  return null
}

/** The block that an offset stands in, without the white space at its edges, or the next one that has words. */
export function blockAt(stepped: SteppedText, offset: number): Stretch | null {
  const { text, edges } = stepped
  const from = Math.max(0, edges.findIndex((edge) => edge > offset) - 1)
  for (let index = from; index < edges.length - 1; index += 1) {
    const start = edges[index] ?? 0
    const words = text.slice(start, edges[index + 1])
    const end = start + words.trimEnd().length
    if (words.trim() !== '' && end > offset) return { start: start + words.length - words.trimStart().length, end }
  }
  return null
}
