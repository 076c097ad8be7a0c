import { type Element, type Fragment, attr, elements, isElement, rename, some, unwrapAll } from '../html/html-tree'

/** Takes apart tables that only lay out a page: their cells become blocks that follow each other. */
export function unwrapLayoutTables(root: Fragment): void {
  const layout = new Set<Element>()
  for (const table of elements(root, 'table')) {
    const parts = partsOf(table)
    if (isLayout(table, parts)) for (const part of [table, ...parts]) layout.add(part)
  }
  if (layout.size === 0) return
  for (const part of [...layout])
    if (part.tagName === 'td' || part.tagName === 'th') {
      layout.delete(part)
      const block = rename(part, 'div')
      block.attrs = block.attrs.filter(({ name }) => name === 'id')
    }
  unwrapAll(root, (element) => layout.has(element))
}

/** Its rows and cells, not those of a table within it. */
function partsOf(table: Element): Element[] {
  const found: Element[] = []
  const open = [table]
  for (let at = open.pop(); at; at = open.pop())
    for (const child of at.childNodes) {
      if (!isElement(child) || !/^(?:thead|tbody|tfoot|tr|td|th|caption)$/u.test(child.tagName)) continue
      found.push(child)
      if (child.tagName !== 'td' && child.tagName !== 'th') open.push(child)
    }
  return found
}

function isLayout(table: Element, parts: readonly Element[]): boolean {
  if (/^(?:presentation|none)$/u.test(attr(table, 'role') ?? '')) return true
  if (parts.some(({ tagName }) => tagName === 'th' || tagName === 'caption' || tagName === 'thead')) return false
  const cells = parts.filter(({ tagName }) => tagName === 'td')
  return cells.length === 1 || cells.some((cell) => some(cell, ({ tagName }) => tagName === 'table'))
}
