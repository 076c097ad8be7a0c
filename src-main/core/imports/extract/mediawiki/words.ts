import { type Element, attr, collapse, descendants, hasClass, isElement, isText } from '../../html/html-tree'

/** Whether an element is a mark that leads to a note. */
export function isNoteMark(element: Element): boolean {
  return hasClass(element, 'reference', 'mw-ref') || attr(element, 'typeof') === 'mw:Extension/ref'
}

/** An element's words as one line: list entries are parted by commas, lines by spaces, reference marks left out. */
export function lineOf(element: Element): string {
  let text = ''
  const skipped = new Set<object>()
  for (const node of descendants(element)) {
    const parent = node.parentNode
    if (parent && skipped.has(parent)) skipped.add(node)
    else if (isElement(node)) {
      if (isNoteMark(node) || /^(?:style|script|annotation)$/u.test(node.tagName)) skipped.add(node)
      else if (node.tagName === 'li' && text.trim() !== '') text += '\n'
      else if (/^(?:br|div|p|ul|ol|dd|tr|td|th)$/u.test(node.tagName)) text += ' '
    } else if (isText(node)) text += node.value.replace(/\n/gu, ' ')
  }
  return text
    .split('\n')
    .map(collapse)
    .filter((part) => part !== '')
    .join(', ')
}
