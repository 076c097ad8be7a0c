import { ALLOWED_ATTRIBUTES, keptClasses } from './allow-list'
import {
  type Element,
  type Fragment,
  attr,
  closest,
  createText,
  elements,
  insertBefore,
  isElement,
  isText,
  remove,
  removeAttr,
  rename,
  textContent,
  unwrap,
  unwrapAll,
} from './html-tree'
import { isBlank, isBlock, spaceText } from './white-space'

/** What makes an element worth keeping though it has no text. */
const CONTENT = new Set([
  'img',
  'hr',
  'math',
  'br',
  'td',
  'th',
  'tr',
  'tbody',
  'col',
  'colgroup',
  'wbr',
  'mspace',
  'none',
  'mprescripts',
])

/**
 * Gives a fragment the shape that its text is counted in: empty elements and bare wrappers are gone, a `div` that holds a
 * paragraph's words is a paragraph, and white space is as white-space.ts describes.
 */
export function tidy(root: Fragment): void {
  dropAttributes(root)
  dropUnusedIds(root)
  unwrapAll(root, (element) => element.tagName === 'span' && element.attrs.length === 0)
  const blocks = elementsWithBlocks(root)
  for (const element of elements(root).reverse()) {
    if (isEmpty(element)) remove(element)
    else if (isInHeading(element)) {
      insertBefore(createText(' '), element)
      unwrap(element)
    } else if (element.tagName === 'div' || element.tagName === 'section') tidyWrapper(element, blocks)
  }
  spaceText(root)
}

/** A heading is one line. */
function isInHeading({ tagName, parentNode }: Element): boolean {
  return (
    /^(?:p|div|section)$/u.test(tagName) &&
    parentNode !== null &&
    isElement(parentNode) &&
    /^h[1-6]$/u.test(parentNode.tagName)
  )
}

function elementsWithBlocks(root: Fragment): Set<Element> {
  const found = new Set<Element>()
  for (const element of elements(root)) {
    if (!isBlock(element)) continue
    for (let at = element.parentNode; at && isElement(at) && !found.has(at); at = at.parentNode) found.add(at)
  }
  return found
}

function tidyWrapper(element: Element, withBlocks: ReadonlySet<Element>): void {
  if (element.attrs.length > 0) return
  if (!withBlocks.has(element)) {
    const parent = element.parentNode
    // In these a paragraph would only add space.
    if (
      parent &&
      isElement(parent) &&
      /^(?:li|td|th|dd|dt|figcaption|summary|caption|p|a|span)$/u.test(parent.tagName)
    ) {
      if (parent.childNodes.filter((child) => !isBlank(child)).length === 1) unwrap(element)
    } else rename(element, 'p')
    return
  }
  const children = element.childNodes.filter((child) => !isBlank(child))
  if (children.every((child) => isBlock(child))) unwrap(element)
}

function isEmpty(element: Element): boolean {
  if (element.tagName === 'tr') return isEmptyFactRow(element)
  if (CONTENT.has(element.tagName) || attr(element, 'id') !== null) return false
  if (element.childNodes.some((child) => !isText(child))) return onlyBreaks(element)
  return textContent(element).trim() === '' && !(element.tagName === 'span' && textContent(element) !== '')
}

/** A row that held a picture which could not be kept. */
function isEmptyFactRow(row: Element): boolean {
  const box = closest(row, (element) => element.tagName === 'table')
  if (box === null || attr(box, 'class') !== 'infobox') return false
  return textContent(row).trim() === '' && elements(row, 'img', 'math').length === 0
}

function onlyBreaks(element: Element): boolean {
  return (
    element.childNodes.every((child) => (isElement(child) && child.tagName === 'br') || isBlank(child)) &&
    isBlock(element)
  )
}

/** Only attributes that will be stored tell wrappers apart from bare ones. */
function dropAttributes(root: Fragment): void {
  for (const element of elements(root)) {
    const allowed = [...(ALLOWED_ATTRIBUTES['*'] ?? []), ...(ALLOWED_ATTRIBUTES[element.tagName] ?? [])]
    element.attrs = element.attrs.flatMap(({ name, value }) => {
      const kept = name === 'class' ? keptClasses(element.tagName, value) : value
      return allowed.includes(name) && kept !== null ? [{ name, value: kept }] : []
    })
  }
}

/** Ids stay on headings and on what a link of the text points at. */
function dropUnusedIds(root: Fragment): void {
  const targets = new Set(elements(root, 'a').map((link) => attr(link, 'href')?.replace(/^#/u, '')))
  for (const element of elements(root)) {
    const id = attr(element, 'id')
    if (id !== null && !targets.has(id) && !/^h[1-6]$/u.test(element.tagName)) removeAttr(element, 'id')
  }
}
