import type { Block, PageBlocks, Span } from './page-blocks'

/** From this length on, words without an end of a sentence are believed to be prose. */
const LONG = 80
const SHORTEST = 20

export function isHeading({ owner }: Block): boolean {
  return /^h[1-6]$/u.test(owner.tagName)
}

/** How many of a block's characters read as sentences, or stand in code. */
export function proseOf({ owner: { tagName }, length, links, stops, commas }: Block): number {
  const words = length - links
  if (tagName === 'pre') return words
  if (/^(?:h[1-6]|figcaption|button)$/u.test(tagName) || length < SHORTEST || links > length * 0.6) return 0
  if (stops === 0 && length <= LONG && (commas === 0 || length <= LONG / 2)) return 0
  return tagName === 'td' || tagName === 'th' ? words * 0.6 : words
}

/** The prose of every block, and of any run of them in no time. */
export interface Prose {
  readonly of: readonly number[]
  readonly total: number
  readonly within: (span: Span) => number
}

export function measureProse({ blocks }: PageBlocks): Prose {
  const of = blocks.map(proseOf)
  const sums = runningSums(of)
  return { of, total: sums[of.length] ?? 0, within: ({ start, end }) => (sums[end] ?? 0) - (sums[start] ?? 0) }
}

/** Nought, then the sum of the first value, of the first two, and so on: the sum of any run is a difference of two. */
export function runningSums(values: readonly number[]): number[] {
  const sums = [0]
  let sum = 0
  for (const value of values) sums.push((sum += value))
  return sums
}
