import type { TextIndex } from './text-index'

/** Where text was found under a point. */
interface Caret {
  readonly node: Node
  readonly offset: number
}

/** `caretPositionFromPoint` is standard (CSSOM View 5.1); older Chromium has only `caretRangeFromPoint`. */
type CaretDocument = Document & {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null
}

/** The place in the text nearest to a point of the document's viewport, in CSS pixels. */
export function caretAt(document: Document, x: number, y: number): Caret | null {
  const standard = (document as CaretDocument).caretPositionFromPoint
  if (standard) {
    const position = standard.call(document, x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  const range = document.caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}

interface Passage {
  readonly start: number
  readonly end: number
  /** What is marked as a whole: all of its box counts. */
  readonly element: Element | null
}

const holds = (box: DOMRect, x: number, y: number): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom

/**
 * Offset of the character whose box holds a point, next to the place in the text that is nearest to it; -1 beside the text. One look at
 * the text costs the same however many passages lie there.
 */
function characterAt(index: TextIndex, offset: number, x: number, y: number): number {
  for (const at of [offset, offset - 1]) {
    const boxes = at >= 0 ? index.rangeOf(at, at + 1)?.getClientRects() : undefined
    if (boxes && [...boxes].some((box) => holds(box, x, y))) return at
  }
  return -1
}

/**
 * The passages whose painted boxes hold a point, shortest first.
 * @param offset the text offset nearest to the point
 */
export function passagesAt<P extends Passage>(
  passages: readonly P[],
  index: TextIndex,
  offset: number,
  x: number,
  y: number,
): P[] {
  const character = characterAt(index, offset, x, y)
  return passages
    .filter(
      ({ start, end, element }) =>
        (start <= character && character < end) || (element !== null && holds(element.getBoundingClientRect(), x, y)),
    )
    .sort((a, b) => a.end - a.start - (b.end - b.start))
}
