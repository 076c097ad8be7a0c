import type { Fact } from '@shared/domain/snapshot'
import { type Element, attr, collapse, descendants, elements, hasClass, isElement, isText } from '../../html-tree'

/** Rows of an article's infoboxes that pair a label with a value, as plain text. */
export function readFacts(root: Element): Fact[] {
  const facts: Fact[] = []
  for (const box of elements(root, 'table').filter((table) => hasClass(table, 'infobox'))) {
    for (const row of elements(box, 'tr')) {
      const cells = row.childNodes.filter(isElement)
      const [label, value] = [
        cells.find(({ tagName }) => tagName === 'th') ?? (cells.length === 2 ? cells[0] : undefined),
        cells[cells.length - 1],
      ]
      if (!label || !value || label === value || cells.length !== 2) continue
      const fact = { label: lineOf(label).replace(/\s*:$/u, ''), value: lineOf(value) }
      if (fact.label !== '' && fact.value !== '') facts.push(fact)
    }
  }
  return facts
}

/** A cell as one line: list entries and lines are separated, reference marks left out. */
function lineOf(cell: Element): string {
  let text = ''
  const skipped = new Set<object>()
  for (const node of descendants(cell)) {
    const parent = node.parentNode
    if (parent && skipped.has(parent)) skipped.add(node)
    else if (isElement(node)) {
      if (hasClass(node, 'reference', 'mw-ref') || attr(node, 'typeof') === 'mw:Extension/ref') skipped.add(node)
      else if (node.tagName === 'li' && text.trim() !== '') text += '\n'
      else if (/^(?:br|div|p|ul|ol|dd|tr)$/u.test(node.tagName)) text += ' '
    } else if (isText(node)) text += node.value.replace(/\n/gu, ' ')
  }
  return text
    .split('\n')
    .map(collapse)
    .filter((part) => part !== '')
    .join(', ')
}
