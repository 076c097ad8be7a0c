import search from 'approx-string-match'
import type { Passage } from './make-case'

/**
 * How Hypothesis finds a quote, re-stated from the description of its client's `match-quote`: the offsets where they still hold the
 * words, else the best of all exact matches, or of all matches with at most half of the quote's length (256 at most) in errors.
 * Scores weigh quote 50, prefix 20, suffix 20, position 2. There is no least score.
 */
export function anchorLikeHypothesis(before: string, after: string, { start, end }: Passage): Passage | null {
  const quote = before.slice(start, end)
  if (after.slice(start, end) === quote) return { start, end }
  const prefix = before.slice(Math.max(0, start - 32), start)
  const suffix = before.slice(end, end + 32)
  let best: Passage | null = null
  let bestScore = -1
  for (const match of matches(after, quote, Math.min(256, quote.length / 2))) {
    const likeQuote = 1 - match.errors / quote.length
    const likePrefix =
      prefix === '' ? 1 : likeness(after.slice(Math.max(0, match.start - prefix.length), match.start), prefix)
    const likeSuffix = suffix === '' ? 1 : likeness(after.slice(match.end, match.end + suffix.length), suffix)
    const near = 1 - Math.abs(match.start - start) / after.length
    const score = (50 * likeQuote + 20 * likePrefix + 20 * likeSuffix + 2 * near) / 92
    if (score > bestScore) {
      bestScore = score
      best = { start: match.start, end: match.end }
    }
  }
  return best
}

interface Match extends Passage {
  readonly errors: number
}

function matches(text: string, quote: string, mostErrors: number): Match[] {
  const exact: Match[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    exact.push({ start: at, end: at + quote.length, errors: 0 })
  }
  return exact.length > 0 ? exact : search(text, quote, mostErrors)
}

function likeness(text: string, wanted: string): number {
  if (text === '' || wanted === '') return 0
  const [match] = search(text, wanted, wanted.length)
  return match ? 1 - match.errors / wanted.length : 0
}
