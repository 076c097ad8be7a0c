import { forgive } from '@shared/text/forgiving-find'
import { createCodePoints } from '@shared/text/code-points'

/** What an annotation says of its words. */
export interface WantedWords {
  readonly exact: string | null
  readonly prefix: string
  readonly suffix: string
  /** In code points. */
  readonly position: { readonly start: number; readonly end: number } | null
}

/**
 * Where an annotation's words stand in a text, in UTF-16 units; null where they do not, or where it cannot be told which of several
 * places is meant. The position counts only if the quoted words stand there.
 */
export function findWords(
  text: string,
  { exact, prefix, suffix, position }: WantedWords,
): { start: number; end: number } | null {
  const points = createCodePoints(text)
  const at = position === null ? null : { start: points.toUnits(position.start), end: points.toUnits(position.end) }
  if (exact === null)
    return at !== null && at.start < at.end && text.slice(at.start, at.end).trim() !== '' ? trimmed(text, at) : null
  if (at !== null && text.slice(at.start, at.end) === exact) return trimmed(text, at)
  const places = placesOf(text, exact)
  const scored = places
    .map((place) => ({
      place,
      score: contextScore(text, place, prefix, suffix),
      far: at === null ? 0 : Math.abs(place.start - at.start),
    }))
    .sort((a, b) => b.score - a.score || a.far - b.far)
  const [best, next] = scored
  if (best === undefined) return null
  const isSure = next === undefined || best.score > next.score || (at !== null && best.far < next.far)
  return isSure ? trimmed(text, best.place) : null
}

/** Places of the very words; where there are none, of words that differ in white space, quotation marks and dashes alone. */
function placesOf(text: string, exact: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    places.push({ start: at, end: at + exact.length })
  if (places.length > 0) return places
  const whole = forgive(text, true)
  const wanted = forgive(exact, true).text.trim()
  if (wanted === '') return []
  for (let at = whole.text.indexOf(wanted); at >= 0; at = whole.text.indexOf(wanted, at + 1)) {
    const start = whole.starts[at]
    const end = whole.ends[at + wanted.length - 1]
    if (start !== undefined && end !== undefined) places.push({ start, end })
  }
  return places
}

/** How many characters before and after agree. */
function contextScore(
  text: string,
  { start, end }: { start: number; end: number },
  prefix: string,
  suffix: string,
): number {
  let score = 0
  while (score < prefix.length && text[start - 1 - score] === prefix[prefix.length - 1 - score]) score += 1
  let after = 0
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1
  return score + after
}

/** Without white space at its ends. */
function trimmed(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const words = text.slice(start, end)
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  }
}
