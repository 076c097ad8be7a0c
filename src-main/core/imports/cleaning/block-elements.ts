import { type Node, type Parent, isElement } from '../html/html-tree'

const BLOCK = new Set(
  (
    'address article aside blockquote body button caption center colgroup dd details dialog div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav noscript ol p pre search ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Whether a node is an element whose words do not run on into those around it. */
export function isBlock(node: Node | Parent): boolean {
  return isElement(node) && BLOCK.has(node.tagName)
}
