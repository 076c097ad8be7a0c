/** As much of an HTML tree as a note is made from, so that it can be read without a browser. */
export interface HtmlNode {
  /** `#text`, or the element's name in lower case. */
  readonly name: string
  /** Of a text node. */
  readonly text: string
  readonly children: readonly HtmlNode[]
  attribute(name: string): string | null
}

/** A browser's node. `DOMParser` makes them without running or fetching anything. */
export function fromDom(node: Node): HtmlNode {
  return {
    name: node.nodeName.toLowerCase(),
    text: node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '',
    children: [...node.childNodes].map(fromDom),
    attribute: (name) => (node instanceof Element ? node.getAttribute(name) : null),
  }
}

/** All the text in a node. */
export function textIn(node: HtmlNode): string {
  if (node.name === 'br') return '\n'
  return node.name === '#text' ? node.text : node.children.map(textIn).join('')
}

/** The first node of a name in or under a node. */
export function findIn(node: HtmlNode, name: string): HtmlNode | null {
  if (node.name === name) return node
  for (const child of node.children) {
    const found = findIn(child, name)
    if (found) return found
  }
  return null
}
