import type { ArticleDocument } from '../../../frame/article-document'
import { isElement } from '../../../frame/nodes'
import { toPage, type PageBox } from '../place/page-geometry'

/** Where a caret stands between two characters, in the page's pixels; null where nothing is shown. */
export function caretBox(article: ArticleDocument, node: Node, offset: number): PageBox | null {
  const range = article.document.createRange()
  range.setStart(node, offset)
  const own = [...range.getClientRects()].find(({ height }) => height > 0)
  if (own) return toPage(article, own)
  const after = boxOf(article, node.childNodes[offset])
  if (after) return toPage(article, { ...edges(after), right: after.left })
  const before = boxOf(article, node.childNodes[offset - 1])
  if (before) return toPage(article, { ...edges(before), left: before.right })
  return besideText(article, node, offset)
}

const edges = ({ top, bottom, left, right }: DOMRect): PageBox => ({ top, bottom, left, right })

function boxOf(article: ArticleDocument, node: Node | undefined): DOMRect | null {
  if (!node) return null
  if (isElement(node)) {
    const box = node.getBoundingClientRect()
    return box.height > 0 ? box : null
  }
  const range = article.document.createRange()
  range.selectNode(node)
  return [...range.getClientRects()].find(({ height }) => height > 0) ?? null
}

/** Chromium gives a place in collapsed white space no box of its own: it is beside the next character that has one. */
function besideText(article: ArticleDocument, node: Node, offset: number): PageBox | null {
  const { index } = article
  const at = index.offsetOf(node, offset)
  for (const [start, end] of [
    [at, at + 1],
    [at - 1, at],
  ] as const) {
    const box = index.rangeOf(Math.max(0, start), Math.min(end, index.text.length))?.getClientRects()[0]
    if (!box || box.height === 0) continue
    const side = start === at ? box.left : box.right
    return toPage(article, { top: box.top, bottom: box.bottom, left: side, right: side })
  }
  return null
}
