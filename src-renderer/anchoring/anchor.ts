import type { TextPosition, TextQuote } from '@shared/domain/selector'

/** How many units of the context agree, counted from the passage outwards. */
function agreement(text: string, start: number, end: number, quote: TextQuote): number {
  let before = 0
  while (
    before < quote.prefix.length &&
    start - 1 - before >= 0 &&
    text.charCodeAt(start - 1 - before) === quote.prefix.charCodeAt(quote.prefix.length - 1 - before)
  ) {
    before += 1
  }
  let after = 0
  while (
    after < quote.suffix.length &&
    end + after < text.length &&
    text.charCodeAt(end + after) === quote.suffix.charCodeAt(after)
  ) {
    after += 1
  }
  return before + after
}

/**
 * Finds a passage in a text again: where it was, if the words still stand there; otherwise the occurrence of exactly
 * these words whose surroundings agree best, the nearest of equals. Null (an orphan) when the words are nowhere:
 * nothing is ever attached to other words.
 */
export function anchorPassage(text: string, position: TextPosition, quote: TextQuote): TextPosition | null {
  const { exact } = quote
  if (exact === '') return null
  if (text.startsWith(exact, position.start) && position.end - position.start === exact.length) {
    return { start: position.start, end: position.end }
  }
  let best: TextPosition | null = null
  let bestAgreement = -1
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length
    const found = agreement(text, start, end, quote)
    const nearer = best === null || Math.abs(start - position.start) < Math.abs(best.start - position.start)
    if (found > bestAgreement || (found === bestAgreement && nearer)) {
      best = { start, end }
      bestAgreement = found
    }
  }
  return best
}
