import {
  type Element,
  type Fragment,
  attr,
  collapse,
  elements,
  plainText,
  remove,
  removeAttr,
  rename,
  isElement,
  isText,
} from '../html-tree'
import { LEVEL_MARK } from './clean-page'

/** Undoes what extraction does to headings, and takes out the title, which the reader shows above the text. */
export function restoreHeadings(root: Fragment, title: string | null): void {
  for (const heading of elements(root, 'h1', 'h2')) {
    const original = attr(heading, LEVEL_MARK) === '1' && heading.tagName !== 'h1' ? rename(heading, 'h1') : heading
    removeAttr(original, LEVEL_MARK)
  }
  dropTitle(root, title)
}

function dropTitle(root: Fragment, title: string | null): void {
  const wanted = key(title ?? '')
  if (wanted === '') return
  const first = elements(root, 'h1', 'h2', 'h3')
    .slice(0, 2)
    .find((heading) => key(plainText(heading)) === wanted)
  if (first && textBefore(root, first) < 400) remove(first)
}

function key(text: string): string {
  return collapse(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function textBefore(root: Fragment, element: Element): number {
  let length = 0
  const pending = [...root.childNodes].reverse()
  for (let node = pending.pop(); node && node !== element; node = pending.pop()) {
    if (isText(node)) length += node.value.trim().length
    if (isElement(node)) pending.push(...[...node.childNodes].reverse())
  }
  return length
}
