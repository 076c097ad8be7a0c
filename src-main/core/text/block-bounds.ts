import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { createLeanTree } from './lean-tree'

/** Elements that begin a new line of text. */
const BREAKS = new Set(
  (
    'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** HTML, or its tree where there is one already. */
export type Content = string | DefaultTreeAdapterTypes.ParentNode

/**
 * UTF-16 offsets of a fragment's `textContent` at which a block or line begins or ends, ascending from 0. The words on
 * both sides may stand there without white space between. Walks without recursion: articles may be nested deeply.
 */
export function blockBounds(content: Content): number[] {
  const root = typeof content === 'string' ? parsed(content) : content
  const bounds = [0]
  let offset = 0
  const todo: (DefaultTreeAdapterTypes.Node | 'break')[] = [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (node === 'break') {
      if (bounds.at(-1) !== offset) bounds.push(offset)
    } else if ('value' in node) {
      offset += node.value.length
    } else if ('childNodes' in node) {
      const breaks = BREAKS.has(node.nodeName)
      if (breaks) todo.push('break')
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
        const child = node.childNodes[at]
        if (child !== undefined) todo.push(child)
      }
      if (breaks) todo.push('break')
    }
  }
  return bounds
}

function parsed(html: string): DefaultTreeAdapterTypes.DocumentFragment {
  const tree = createLeanTree()
  const root = parseFragment(html, { treeAdapter: tree.adapter })
  tree.end()
  return root
}
