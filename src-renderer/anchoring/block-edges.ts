const BLOCKS = new Set(
  `address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main
  ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/u),
)

/**
 * Where paragraphs, list items, cells and other blocks of a text begin and end: UTF-16 offsets, ascending. No word and no
 * sentence goes across one.
 */
export function blockEdges(root: Element): number[] {
  const edges = [0]
  let offset = 0
  const mark = () => {
    if (edges.at(-1) !== offset) edges.push(offset)
  }
  let node: Node | null = root
  while (node !== null) {
    const isBlock = BLOCKS.has(node.nodeName.toLowerCase())
    if (isBlock) mark()
    if (node.nodeType === Node.TEXT_NODE) offset += node.nodeValue?.length ?? 0
    if (node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null && BLOCKS.has(node.nodeName.toLowerCase())) mark()
    }
    node = node === root || node === null ? null : node.nextSibling
  }
  mark()
  return edges
}
