import type { TextPosition } from '@shared/domain/selector'
import type { ReviewCard } from '@shared/domain/review'
import { cutShort } from '@shared/text/note-text'

/** The most UTF-16 units on each side of a passage. */
const AROUND = 320
/** The most UTF-16 units of a passage. */
const LONGEST = 1600

/** A stretch of a snapshot's text, and where new blocks begin within it. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly breaks: readonly number[]
}

/**
 * A passage among the words of its blocks: those that its ends stand in. Where text is cut, it is between words, and an ellipsis
 * says so.
 * @param stretches those that the passage lies in, ascending; none where they are not known
 */
export function passageIn(
  text: string,
  { start, end }: TextPosition,
  stretches: readonly Stretch[],
): ReviewCard['passage'] {
  const bounds = stretches
    .flatMap((stretch) => [stretch.start, ...stretch.breaks, stretch.end])
    .filter((bound) => bound >= 0 && bound <= text.length)
  const from = Math.max(0, ...bounds.filter((bound) => bound <= start))
  const to = Math.min(text.length, ...bounds.filter((bound) => bound >= end))
  const inside = [...new Set(bounds)].filter((bound) => bound > start && bound < end).sort((a, b) => a - b)
  const lines = [start, ...inside].map((bound, at) => text.slice(bound, inside[at] ?? end).trim())
  return {
    before: lastWords(text.slice(from, start)),
    words: cutShort(lines.filter((line) => line !== '').join('\n'), LONGEST),
    after: firstWords(text.slice(end, to)),
  }
}

function firstWords(text: string): string {
  const tidy = text.replace(/\s+/gu, ' ').trimEnd()
  if (tidy.length <= AROUND) return tidy
  const cut = tidy.slice(0, AROUND)
  const space = cut.lastIndexOf(' ')
  return `${(space > AROUND / 2 ? cut.slice(0, space) : withoutHalf(cut)).trimEnd()} …`
}

function lastWords(text: string): string {
  const tidy = text.replace(/\s+/gu, ' ').trimStart()
  if (tidy.length <= AROUND) return tidy
  const cut = tidy.slice(-AROUND)
  const space = cut.indexOf(' ')
  return `… ${(space !== -1 && space < AROUND / 2 ? cut.slice(space + 1) : cut.replace(/^[\uDC00-\uDFFF]/u, '')).trimStart()}`
}

/** Texts without spaces may be cut anywhere but within a code point. */
function withoutHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/u, '')
}
