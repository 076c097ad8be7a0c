/** Elements that are picked as they are; what lies within a line belongs to the block around it. */
const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, pre, blockquote, figure, figcaption, table, caption, tr, td, th, div, section, details, summary, address, hr'

/** What can be picked on a page, in document order. */
export function blocksOf(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(BLOCKS)].filter(hasSomething)
}

/** The smallest block around a place in the page; null outside of all. */
export function blockAround(node: Element, root: Element): HTMLElement | null {
  const block = node.closest<HTMLElement>(BLOCKS)
  if (block !== null) return root.contains(block) && block !== root ? block : null
  return childOf(node, root)
}

/** The next larger block around one; null when there is none but the whole page. */
export function widerThan(block: HTMLElement, root: Element): HTMLElement | null {
  let parent = block.parentElement
  // An element that holds nothing else is the same to look at.
  while (parent !== null && parent !== root && isSameToLookAt(parent, block)) parent = parent.parentElement
  return parent === null || parent === root ? null : parent
}

/** Where an element stands: its place among the elements of its parent, from the root down. */
export function pathOf(element: Element, root: Element): number[] {
  const path: number[] = []
  for (let at: Element = element; at !== root;) {
    const parent = at.parentElement
    if (parent === null) return []
    path.unshift([...parent.children].indexOf(at))
    at = parent
  }
  return path
}

function hasSomething(block: HTMLElement): boolean {
  return (block.textContent ?? '').trim() !== '' || block.querySelector('img') !== null
}

function isSameToLookAt(outer: Element, inner: Element): boolean {
  return (
    (outer.textContent ?? '').trim() === (inner.textContent ?? '').trim() &&
    outer.querySelectorAll('img').length === inner.querySelectorAll('img').length
  )
}

/** The part of the page's first level in which a line without a block around it stands. */
function childOf(node: Element, root: Element): HTMLElement | null {
  for (const child of root.children)
    if (child.contains(node))
      return child instanceof (child.ownerDocument.defaultView ?? window).HTMLElement ? child : null
  return null
}
