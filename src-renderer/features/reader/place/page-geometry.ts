import type { ArticleDocument } from '../../../frame/article-document'

/** A box in the page's own pixels, which scroll with the text. */
export interface PageBox {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A box of the frame as a box of the page that holds the frame. */
export function toPage(article: ArticleDocument, box: PageBox): PageBox {
  const { offsetTop, offsetLeft } = article.frame
  return {
    top: box.top + offsetTop,
    bottom: box.bottom + offsetTop,
    left: box.left + offsetLeft,
    right: box.right + offsetLeft,
  }
}

/** The middle of the line that a range begins on, in the page's pixels; null where it is not shown. Costs little, however long it is. */
export function middleOfStart({ frame, index }: ArticleDocument, start: number): number | null {
  for (const box of index.rangeOf(start, start + 1)?.getClientRects() ?? []) {
    if (box.height > 0) return (box.top + box.bottom) / 2 + frame.offsetTop
  }
  return null
}

/** The box of a range's first line, in the page's pixels; null where nothing of it is shown. */
export function firstLineOf(article: ArticleDocument, range: Range): PageBox | null {
  const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0)
  const first = boxes[0]
  if (!first) return null
  const line = boxes.filter((box) => Math.abs((box.top + box.bottom - first.top - first.bottom) / 2) < first.height / 2)
  return toPage(article, {
    top: Math.min(...line.map((box) => box.top)),
    bottom: Math.max(...line.map((box) => box.bottom)),
    left: Math.min(...line.map((box) => box.left)),
    right: Math.max(...line.map((box) => box.right)),
  })
}
