import { type Element, type Node, attr, collapse, elements, isElement, isText } from '../../html/html-tree'

/** The name of a heading's element. */
export const HEADING = /^h[1-6]$/u
/** The id of a chapter. */
export const CHAPTER = /^c\d+$/u
/** So many characters into a chapter its title may stand. */
export const OPENING = 300

const BLOCK = /^(?:p|div|h[1-6]|header|span|section|blockquote|td|li|dt)$/u

/** Whether an element is one line, without blocks in it. */
export function isLine(element: Element): boolean {
  return BLOCK.test(element.tagName) && !elements(element).some(isBlock)
}

/** Whether an element begins a new line. */
export function isBlock({ tagName }: Element): boolean {
  return BLOCK.test(tagName) && tagName !== 'span'
}

/** The elements that begin a target's text, and those that come next when the target is only a mark. */
export function openingOf(target: Element): Element[] {
  const found: Element[] = []
  let root: Element = target
  // An empty anchor stands in front of what it names.
  while (
    openingText(root, 1) === '' &&
    root.parentNode &&
    isElement(root.parentNode) &&
    !CHAPTER.test(attr(root, 'id') ?? '')
  )
    root = root.parentNode
  let passed = root === target
  let length = 0
  for (const node of walk(root)) {
    if (node === target) passed = true
    if (!passed) continue
    if (isText(node)) length += node.value.trim().length
    else if (isElement(node)) found.push(node)
    if (length > OPENING) break
  }
  return found
}

/** An element's first words, white space collapsed. @param most characters, or a few more */
export function openingText(element: Element, most: number): string {
  let text = ''
  for (const node of walk(element)) {
    if (isText(node)) text += node.value
    if (text.length > most && collapse(text).length >= most) break
  }
  return collapse(text)
}

/** One by one: a book in one file has more than all of its titles need. */
function* walk(root: Element): Generator<Node> {
  const pending: Node[] = root.childNodes.slice().reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node
    if (!isElement(node)) continue
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at]
      if (child) pending.push(child)
    }
  }
}

/** Whether a line is a label of the contents, or begins as it, or the other way round. */
export function saysSame(text: string, label: string): boolean {
  const [one, other] = [fold(text), fold(label)]
  return one !== '' && (one === other || (one.length > 2 && (other.startsWith(one) || one.startsWith(other))))
}

/** Whether a line is a label, but for signs and case. */
export function isSame(text: string, label: string): boolean {
  return fold(text) === fold(label) && fold(label) !== ''
}

/** Letters and digits alone. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
