import {
  type Element,
  type Fragment,
  type Text,
  attr,
  descendants,
  elements,
  isElement,
  isText,
} from '../html/html-tree'

/**
 * Takes out the numbers that a page writes out in a numbered list, whose own it hides: a reader would show both. Only where every
 * item has its own number by itself, with words behind it.
 */
export function dropWrittenNumbers(root: Fragment): void {
  for (const list of elements(root, 'ol')) {
    const items = list.childNodes.filter((node): node is Element => isElement(node) && node.tagName === 'li')
    const start = Number.parseInt(attr(list, 'start') ?? '1', 10)
    const numbers = items.map((item, at) => writtenNumber(item, start + at))
    if (items.length < 2) continue
    if (numbers.every((number) => number !== null)) for (const number of numbers) number.value = ''
  }
}

function writtenNumber(item: Element, wanted: number): Text | null {
  const texts = descendants(item).filter((node): node is Text => isText(node) && node.value.trim() !== '')
  const [first] = texts
  if (first === undefined || texts.length < 2) return null
  const found = /^\(?0?(\d{1,4})\s?[.):·–-]?$/u.exec(first.value.trim())
  return found && Number(found[1]) === wanted ? first : null
}
