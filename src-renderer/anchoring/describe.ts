import type { TextPosition, TextQuote } from '@shared/domain/selector'

/** Most UTF-16 units of context kept on either side of a quote. */
const CONTEXT = 64
/** Longest run looked at to find the edge of what a person sees as one character; the longest emoji have about 35. */
const CHARACTER_WINDOW = 64

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The nearest edge of a whole character (extended grapheme cluster, UAX #29) at or before (`-1`) or after (`1`) an offset. */
function characterEdge(text: string, offset: number, direction: -1 | 1): number {
  if (offset <= 0 || offset >= text.length) return Math.min(Math.max(offset, 0), text.length)
  let from = Math.max(0, offset - CHARACTER_WINDOW)
  // A window that begins inside a surrogate pair would see half a character.
  if (from > 0 && isLowSurrogate(text.charCodeAt(from))) from -= 1
  const segment = characters.segment(text.slice(from, offset + CHARACTER_WINDOW)).containing(offset - from)
  if (segment === undefined || from + segment.index === offset) return offset
  return direction < 0 ? from + segment.index : from + segment.index + segment.segment.length
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff

/**
 * Describes a selected passage of a text: white space at its edges is left out, and no character is split. Null when
 * nothing but white space is selected. Offsets are UTF-16 units.
 */
export function describePassage(
  text: string,
  from: number,
  to: number,
): { position: TextPosition; quote: TextQuote } | null {
  let start = characterEdge(text, Math.min(from, to), -1)
  let end = characterEdge(text, Math.max(from, to), 1)
  const passage = text.slice(start, end)
  if (passage.trim() === '') return null
  start += passage.length - passage.trimStart().length
  end -= passage.length - passage.trimEnd().length
  // Trimming may part a space from the mark that sits on it.
  start = characterEdge(text, start, -1)
  end = characterEdge(text, end, 1)
  return { position: { start, end }, quote: quoteOf(text, start, end) }
}

/** The words of a passage and what stands around them, up to 64 units on either side. */
export function quoteOf(text: string, start: number, end: number): TextQuote {
  let before = Math.max(0, start - CONTEXT)
  let after = Math.min(text.length, end + CONTEXT)
  if (before > 0 && isLowSurrogate(text.charCodeAt(before))) before += 1
  if (after < text.length && isHighSurrogate(text.charCodeAt(after - 1))) after -= 1
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.min(before, start), start),
    suffix: text.slice(end, Math.max(after, end)),
  }
}
