import { stepFrom, type Unit } from '../../../anchoring/steps'
import type { ArticleDocument } from '../../../frame/article-document'
import type { CaretMove } from './caret-keys'

/** Lines that a page of the caret has. */
const PAGE = 20
/** How many places without anything to see are passed at most: folded details, sources of formulas. */
const MOST_HIDDEN = 400

/** Whether the text at an offset is written from right to left, as its block says. */
export function isRightToLeft(article: ArticleDocument, offset: number): boolean {
  const { index } = article
  const at = Math.min(offset, Math.max(0, index.text.length - 1))
  const element = index.rangeOf(at, Math.min(at + 1, index.text.length))?.startContainer.parentElement
  return element != null && article.window.getComputedStyle(element).direction === 'rtl'
}

function isShown(article: ArticleDocument, start: number, end: number): boolean {
  const boxes = article.index.rangeOf(start, end)?.getClientRects() ?? []
  return [...boxes].some(({ width, height }) => width > 0 && height > 0)
}

/** One step by our own units from an offset, over what is not shown. */
export function shownStep(
  article: ArticleDocument,
  offset: number,
  unit: Unit,
  direction: 1 | -1,
  stop: 'start' | 'end' = direction === 1 ? 'end' : 'start',
): number {
  let at = offset
  for (let tries = 0; tries < MOST_HIDDEN; tries += 1) {
    const next = stepFrom(article.stepped, at, unit, direction, stop)
    if (next === at) return offset
    if (stop === 'end' ? isShown(article, next - 1, next) : isShown(article, next, next + 1)) return next
    at = next
  }
  return offset
}

/** The offset of the end of the selection that moves; null when there is no selection. */
export function focusOffset(article: ArticleDocument): number | null {
  const selection = article.document.getSelection()
  return selection?.focusNode ? article.index.offsetOf(selection.focusNode, selection.focusOffset) : null
}

/** Sets the moving end of the selection, and with it the other end unless it is extended. */
export function setFocus(article: ArticleDocument, offset: number, extend: boolean): void {
  const selection = article.document.getSelection()
  const range = article.index.rangeOf(offset, offset)
  if (!selection || !range) return
  if (extend && selection.rangeCount > 0) selection.extend(range.startContainer, range.startOffset)
  else selection.collapse(range.startContainer, range.startOffset)
}

/** Moves the caret. Lines and characters as the browser lays them out; words and sentences by `Intl.Segmenter`. */
export function moveCaret(article: ArticleDocument, move: CaretMove, extend: boolean): void {
  const selection = article.document.getSelection()
  const at = focusOffset(article)
  if (!selection || at === null) return
  const alter = extend ? 'extend' : 'move'
  switch (move.by) {
    case 'character':
      if (!extend && !selection.isCollapsed) collapseTo(article, selection, move.to)
      else selection.modify(alter, move.to, 'character')
      return
    case 'word': {
      const direction = (move.to === 'right') === isRightToLeft(article, at) ? -1 : 1
      setFocus(article, shownStep(article, at, 'word', direction), extend)
      return
    }
    case 'sentence':
      setFocus(article, shownStep(article, at, 'sentence', move.to === 'forward' ? 1 : -1), extend)
      return
    case 'page':
      for (let line = 0; line < PAGE; line += 1) selection.modify(alter, move.to, 'line')
      return
    default:
      selection.modify(alter, move.to, move.by)
  }
}

/** As in any text, an arrow puts the caret to that side of the selection. */
function collapseTo(article: ArticleDocument, selection: Selection, to: 'left' | 'right'): void {
  const at = focusOffset(article) ?? 0
  const toStart = (to === 'left') !== isRightToLeft(article, at)
  if (toStart) selection.collapseToStart()
  else selection.collapseToEnd()
}
