import { ALLOWED_ATTRIBUTES, keptClasses } from './allow-list'
import { isBlock } from './block-elements'
import {
  type Element,
  type Node,
  type Parent,
  attr,
  closest,
  createText,
  elements,
  isElement,
  isText,
  removeAttr,
  rename,
  setChildren,
  textContent,
  unwrapAll,
} from '../html/html-tree'
import { isBlank, spaceText } from './white-space'

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
export function tidy(root: Parent): void {
  shape(root, 'unwrap')
}

/** The same, but wrappers of several blocks stay: they are what a person takes for the parts of a page. */
export function tidyWhole(root: Parent): void {
  shape(root, 'keep')
}

function shape(root: Parent, groups: 'keep' | 'unwrap'): void {
  dropAttributes(root)
  dropUnusedIds(root)
  unwrapAll(root, ({ tagName, attrs }) => attrs.length === 0 && (tagName === 'span' || tagName === 'a'))
  const blocks = elementsWithBlocks(root)
  for (const parent of [root, ...elements(root)].reverse()) tidyChildren(parent, blocks, groups)
  spaceText(root)
}

/** From the bottom up: what its children came down to decides about an element. */
function tidyChildren(parent: Parent, withBlocks: ReadonlySet<Element>, groups: 'keep' | 'unwrap'): void {
  const out: Node[] = []
  let changed = false
  for (const child of parent.childNodes) {
    const isWrapper = isElement(child) && (child.tagName === 'div' || child.tagName === 'section')
    if (!isElement(child)) out.push(child)
    else if (isEmpty(child)) {
      // What parted two words goes on parting them.
      if (!isBlock(child) && textContent(child) !== '') out.push(createText(' '))
      changed = true
    } else if (isInHeading(child)) {
      out.push(createText(' '))
      for (const inner of child.childNodes) out.push(inner)
      changed = true
    } else if (isWrapper && tidyWrapper(child, withBlocks, groups) === 'unwrap') {
      for (const inner of child.childNodes) out.push(inner)
      changed = true
    } else out.push(child)
  }
  if (changed) setChildren(parent, out)
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

function elementsWithBlocks(root: Parent): Set<Element> {
  const found = new Set<Element>()
  for (const element of elements(root)) {
    if (!isBlock(element)) continue
    for (let at = element.parentNode; at && isElement(at) && !found.has(at); at = at.parentNode) found.add(at)
  }
  return found
}

function tidyWrapper(element: Element, withBlocks: ReadonlySet<Element>, groups: 'keep' | 'unwrap'): 'keep' | 'unwrap' {
  if (element.attrs.length > 0) return 'keep'
  if (withBlocks.has(element)) {
    const holdsBlocksOnly = element.childNodes.every((child) => isBlock(child) || isBlank(child))
    return holdsBlocksOnly && (groups === 'unwrap' || element.childNodes.filter(isBlock).length < 2) ? 'unwrap' : 'keep'
  }
  const parent = element.parentNode
  // In these a paragraph would only add space.
  if (parent && isElement(parent) && /^(?:li|td|th|dd|dt|figcaption|summary|caption|p|a|span)$/u.test(parent.tagName))
    return isAlone(element, parent) ? 'unwrap' : 'keep'
  rename(element, 'p')
  return 'keep'
}

function isAlone(element: Element, parent: Element): boolean {
  return !parent.childNodes.some((child) => child !== element && !isBlank(child))
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
function dropAttributes(root: Parent): void {
  for (const element of elements(root)) {
    if (element.attrs.length === 0) continue
    const own = ALLOWED_ATTRIBUTES[element.tagName] ?? []
    element.attrs = element.attrs.flatMap(({ name, value }) => {
      if (!FOR_ALL.includes(name) && !own.includes(name)) return []
      const kept = name === 'class' ? keptClasses(element.tagName, value) : value
      return kept === null ? [] : [{ name, value: kept }]
    })
  }
}

const FOR_ALL = ALLOWED_ATTRIBUTES['*'] ?? []

/** Ids stay on headings and on what a link of the text points at. */
function dropUnusedIds(root: Parent): void {
  const targets = new Set(elements(root, 'a').map((link) => attr(link, 'href')?.replace(/^#/u, '')))
  for (const element of elements(root)) {
    const id = attr(element, 'id')
    if (id !== null && !targets.has(id) && !/^h[1-6]$/u.test(element.tagName)) removeAttr(element, 'id')
  }
}
