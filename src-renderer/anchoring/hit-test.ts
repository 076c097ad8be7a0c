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
  readonly range: Range
  /** What is marked as a whole: all of its box counts. */
  readonly element: Element | null
}

const boxesOf = ({ range, element }: Passage): DOMRect[] => [
  ...range.getClientRects(),
  ...(element ? [element.getBoundingClientRect()] : []),
]

/**
 * The passages whose painted boxes hold a point, shortest first.
 * @param offset the text offset nearest to the point
 */
export function passagesAt<P extends Passage>(passages: readonly P[], offset: number, x: number, y: number): P[] {
  return passages
    .filter((passage) => passage.start <= offset && offset <= passage.end)
    .filter((passage) =>
      boxesOf(passage).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
    )
    .sort((a, b) => a.end - a.start - (b.end - b.start))
}
