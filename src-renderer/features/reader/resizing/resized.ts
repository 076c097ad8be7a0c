import { describePassage } from '../../../anchoring/describe'
import { unitAt } from '../../../anchoring/steps'
import type { ArticleDocument } from '../../../frame/article-document'
import { isRightToLeft, shownStep } from '../selecting/move-caret'

/** Where a highlight stands while its edges are moved: UTF-16 offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export type Edge = 'start' | 'end'

/** How often a step is repeated that changed nothing but white space. */
const TRIES = 8

/** Moves one edge by a word or a character; the same stretch where it cannot go further. */
export function stepEdge(
  article: ArticleDocument,
  from: Stretch,
  edge: Edge,
  unit: 'word' | 'character',
  to: 'left' | 'right',
): Stretch {
  const direction = (to === 'right') === isRightToLeft(article, from[edge]) ? -1 : 1
  let at = from[edge]
  for (let tries = 0; tries < TRIES; tries += 1) {
    const next = shownStep(article, at, unit, direction, edge)
    if (next === at) return from
    at = next
    const moved = edge === 'start' ? { start: at, end: from.end } : { start: from.start, end: at }
    if (moved.start >= moved.end) return from
    const passage = describePassage(article.index.text, moved.start, moved.end)?.position
    if (passage && (passage.start !== from.start || passage.end !== from.end)) return passage
  }
  return from
}

/**
 * Puts one edge where a pointer is: at the edge of the word there, or between characters when `isExact`. Going past the other
 * edge turns the stretch round.
 */
export function dragEdge(
  article: ArticleDocument,
  from: Stretch,
  edge: Edge,
  offset: number,
  isExact: boolean,
): Stretch {
  const other = edge === 'start' ? from.end : from.start
  const word = isExact ? null : unitAt(article.stepped, offset, 'word')
  const isInside = word !== null && word.start < offset && offset < word.end
  const at = isInside ? (offset < other ? word.start : word.end) : offset
  return describePassage(article.index.text, at, other)?.position ?? from
}

/** What to say of a change: the words that came or went. */
export function changeInWords(text: string, before: Stretch, now: Stretch): string {
  const piece = (start: number, end: number) => text.slice(start, end).trim()
  const parts = [
    ['Added', piece(now.start, Math.min(before.start, now.end)), piece(Math.max(before.end, now.start), now.end)],
    [
      'Removed',
      piece(before.start, Math.min(now.start, before.end)),
      piece(Math.max(now.end, before.start), before.end),
    ],
  ].flatMap(([what, ...words]) => words.filter((each) => each !== '').map((each) => `${what}: ${each}`))
  return parts.length === 0 ? 'No more words there' : parts.join('. ')
}
