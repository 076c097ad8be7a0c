import type { TextPosition } from '@shared/domain/selector'
import type { WordRange } from './context'
import type { Tokens } from './tokens'

/** Before and behind an offset, enough to see where the characters that a person sees begin. */
const WINDOW = 64

/**
 * The offsets of a range of words in the newer text, as those of the passage lie to its words in the older one: a passage that
 * begins within a word begins within it again, and one that ends with citation marks ends with those that stand there now.
 */
export function rawRange(
  a: Tokens,
  passage: WordRange,
  position: TextPosition,
  b: Tokens,
  place: WordRange,
): TextPosition {
  const into = seen(a.text, a.starts[passage.start] ?? 0, position.start)
  const short = seen(a.text, position.end, a.ends[passage.end - 1] ?? 0)
  const sameHead = a.ids[passage.start] === b.ids[place.start]
  const sameTail = a.ids[passage.end - 1] === b.ids[place.end - 1]
  const wordStart = b.starts[place.start] ?? 0
  const wordEnd = b.ends[place.end - 1] ?? 0
  const start = sameHead ? Math.min(skip(b.text, wordStart, into, 1), (b.ends[place.start] ?? 0) - 1) : wordStart
  const end = sameTail ? Math.max(skip(b.text, wordEnd, short, -1), (b.starts[place.end - 1] ?? 0) + 1) : wordEnd
  const hasMarks = position.end > (a.ends[passage.end - 1] ?? 0) && marksFrom(a, a.ends[passage.end - 1] ?? 0) !== null
  const withMarks = hasMarks && short === 0 ? (marksFrom(b, wordEnd) ?? end) : end
  return onGraphemes(b.text, { start: Math.min(start, withMarks - 1), end: withMarks })
}

const HIDDEN = /[\p{Default_Ignorable_Code_Point}\u00ad\ufeff]/u

/** How many characters that are seen stand between two offsets. */
function seen(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at += 1) if (!HIDDEN.test(text.charAt(at))) count += 1
  return count
}

/** The offset so many characters that are seen further on, or back. */
function skip(text: string, from: number, count: number, step: 1 | -1): number {
  let at = from
  for (let left = count; left > 0 && at >= 0 && at <= text.length; at += step) {
    if (!HIDDEN.test(text.charAt(step === 1 ? at : at - 1))) left -= 1
  }
  return at
}

/** Where the citation marks end that stand right behind an offset; null where there are none. */
function marksFrom({ text, marks }: Tokens, offset: number): number | null {
  let end: number | null = null
  for (let at = firstMark(marks, offset); at < marks.length; at += 1) {
    const mark = marks[at]
    if (mark === undefined || text.slice(end ?? offset, mark[0]).trim() !== '') break
    end = mark[1]
  }
  return end
}

function firstMark(marks: Tokens['marks'], offset: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.[0] ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Widens a range so that it splits no character that a person sees as one (Unicode UAX 29, extended grapheme clusters). */
function onGraphemes(text: string, { start, end }: TextPosition): TextPosition {
  return { start: graphemeEdge(text, start, 'before'), end: graphemeEdge(text, end, 'after') }
}

function graphemeEdge(text: string, offset: number, side: 'before' | 'after'): number {
  const low = Math.max(0, offset - WINDOW)
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(low, offset + WINDOW))
  const holding = segments.containing(offset - low)
  if (holding === undefined || low + holding.index === offset) return offset
  return side === 'before' ? low + holding.index : low + holding.index + holding.segment.length
}
