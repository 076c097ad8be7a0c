import { createOffsets } from './offsets'

/** A document's text with the way between its offsets and its nodes. Built once; the document never changes. */
export interface TextIndex {
  /** The text of the content root: exactly its `textContent`. */
  readonly text: string
  /** The offset of a place in the document; places outside the content root are moved to its nearest edge. */
  offsetOf(container: Node, offset: number): number
  /** The live range of a passage, or null where the offsets do not lie in the text. UTF-16 units. */
  rangeOf(start: number, end: number): Range | null
}

// Not `instanceof`: the frame's nodes belong to another window.
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE

/** Indexes the text of a content root. */
export function buildTextIndex(root: Element): TextIndex {
  const document = root.ownerDocument
  const nodes: Text[] = []
  const pieceOf = new Map<Node, number>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!isText(node)) continue
    pieceOf.set(node, nodes.length)
    nodes.push(node)
  }
  const offsets = createOffsets(nodes.map((node) => node.data.length))

  function offsetOf(container: Node, offset: number): number {
    const piece = pieceOf.get(container)
    if (piece !== undefined) return offsets.startOf(piece) + offset
    const place = document.createRange()
    place.setStart(container, offset)
    let low = 0
    let high = nodes.length
    while (low < high) {
      const middle = (low + high) >> 1
      const node = nodes[middle]
      if (node !== undefined && place.comparePoint(node, 0) >= 0) high = middle
      else low = middle + 1
    }
    return offsets.startOf(low)
  }

  function rangeOf(start: number, end: number): Range | null {
    const from = offsets.locate(start, 'start')
    const to = offsets.locate(end, start === end ? 'start' : 'end')
    const first = from && nodes[from.piece]
    const last = to && nodes[to.piece]
    if (!first || !last || start > end) return null
    const range = document.createRange()
    range.setStart(first, from.offset)
    range.setEnd(last, to.offset)
    return range
  }

  return { text: nodes.map((node) => node.data).join(''), offsetOf, rangeOf }
}
