import { blockAt, unitAt } from '../../../anchoring/steps'
import type { ArticleDocument } from '../../../frame/article-document'
import { selectRange } from './select-range'

/** About as much text as a window shows, in UTF-16 units. */
const SCREENFUL = 3000

/**
 * Selects a sentence or paragraph without a pointer: the one after what is selected, else after what was selected last if
 * that is about in view, else the first in view. Shift with the arrow keys then changes the selection as in any text.
 * @param from offset of the first text in view
 * @param last offset behind what was selected last; null when nothing was
 * @returns what was selected, as offsets, or null when there is no text
 */
export function selectByKey(
  article: ArticleDocument,
  unit: 'sentence' | 'paragraph',
  from: number,
  last: number | null,
): { readonly start: number; readonly end: number } | null {
  const selection = article.document.getSelection()
  if (!selection) return null
  const { index, stepped } = article
  let at = last !== null && last > from && last - from < SCREENFUL ? last : from
  if (selection.rangeCount > 0 && !selection.isCollapsed) {
    const range = selection.getRangeAt(0)
    at = index.offsetOf(range.endContainer, range.endOffset)
  }
  while (at < index.text.length && /\s/u.test(index.text.charAt(at))) at += 1
  const passage = unit === 'sentence' ? unitAt(stepped, at, 'sentence') : blockAt(stepped, at)
  const range = passage && index.rangeOf(passage.start, passage.end)
  if (!passage || !range) return null
  selectRange(article, range)
  return passage
}
