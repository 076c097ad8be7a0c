import {
  type Document,
  type Element,
  attr,
  classes,
  createElement,
  createText,
  elements,
  isElement,
  isText,
  plainText,
  remove,
  replace,
  serialize,
} from '../html/html-tree'

/** Notes in the margin beside their place in the text, as Tufte CSS has them, and notes that open where they are referred to. */
const SIDE_NOTE = /^(?:side-?note|margin-?note|inline-?footnote)$/iu
const NUMBER = /(?:note|ref)-?(?:number|num|index|ref)$|^(?:margin|sidenote)-toggle$/iu

/** More are not notes. */
const MOST = 500

/**
 * Takes notes out of the middle of sentences, and puts a reference in their place; a note that the page has once more, at its end,
 * only goes.
 * @returns the notes by the id that their references lead to, as HTML
 */
export function collectSideNotes(page: Document, others: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>()
  const notes = elements(page, 'span', 'small')
    .filter((element) => isNamed(element, SIDE_NOTE))
    .slice(0, MOST)
  if (notes.length === 0) return found
  for (const mark of elements(page, 'label', 'input', 'span')) if (isNamed(mark, NUMBER)) remove(mark)
  for (const note of notes) {
    const content = elements(note, 'span').find((inner) => isNamed(inner, /^(?:foot)?note-?content$/iu)) ?? note
    const words = plainText(content)
    if (words === '' || follows(note, others)) remove(note)
    else {
      const id = `side-note-${found.size + 1}`
      found.set(id, serialize(content))
      const link = createElement('a', { href: `#${id}` }, createText(String(found.size)))
      replace(note, createElement('sup', {}, link))
    }
  }
  return found
}

function isNamed(element: Element, name: RegExp): boolean {
  return classes(element).some((each) => name.test(each))
}

/** Whether a note stands right behind a reference to another. */
function follows(note: Element, others: ReadonlyMap<string, string>): boolean {
  const siblings = note.parentNode?.childNodes ?? []
  const before = siblings
    .slice(0, siblings.indexOf(note))
    .filter((node) => !isText(node) || node.value.trim() !== '')
    .pop()
  if (before === undefined || !isElement(before)) return false
  const links = before.tagName === 'a' ? [before] : elements(before, 'a')
  return links.some((link) => others.has((attr(link, 'href') ?? '').replace(/^[^#]*#/u, '')))
}
