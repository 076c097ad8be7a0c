import { caretAt } from '../anchoring/hit-test'
import type { ArticleDocument } from './article-document'

/** A line of text and where it stands: what is kept in place while the layout around it changes. */
export interface Place {
  /** UTF-16 offset of its first character. */
  readonly offset: number
  /** How far its top is below the upper edge that was asked for, in CSS pixels. */
  readonly below: number
}

/** How far to look down for text: past an image or an empty part of the page. */
const STEPS = [2, 12, 24, 48, 96, 192, 400]

/** Makes the frame as tall as its content. Says whether that changed anything. */
export function fitFrame({ frame, root }: ArticleDocument): boolean {
  const height = `${Math.ceil(root.getBoundingClientRect().height)}px`
  if (frame.style.height === height) return false
  frame.style.height = height
  return true
}

/** Top and bottom of the line at an offset, in pixels of the frame; null where there is nothing to see. */
export function lineAt(article: ArticleDocument, offset: number): { top: number; bottom: number } | null {
  const end = Math.min(article.index.text.length, offset + 240)
  const range = article.index.rangeOf(Math.min(offset, end), end)
  const box = range && [...range.getClientRects()].find((each) => each.height > 0)
  if (box) return { top: box.top, bottom: box.bottom }
  if (article.layout.isWhole()) return null
  article.layout.showAll()
  fitFrame(article)
  return lineAt(article, offset)
}

/** The first line that is visible under a height of the frame, in CSS pixels. */
export function placeAt(article: ArticleDocument, y: number): Place | null {
  const column = article.root.getBoundingClientRect()
  const style = article.window.getComputedStyle(article.root)
  const isRtl = style.direction === 'rtl'
  const x = isRtl ? column.right - parseFloat(style.paddingRight) - 4 : column.left + parseFloat(style.paddingLeft) + 4
  for (const step of STEPS) {
    const caret = caretAt(article.document, x, Math.max(1, y + step))
    if (!caret || !article.root.contains(caret.node)) continue
    const offset = article.index.offsetOf(caret.node, caret.offset)
    const line = lineAt(article, offset)
    if (line && line.bottom > y) return { offset, below: line.top - y }
  }
  return null
}
