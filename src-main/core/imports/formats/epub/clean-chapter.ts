import {
  type Element,
  attr,
  closest,
  createElement,
  elements,
  insertBefore,
  isElement,
  plainText,
  remove,
  replace,
  setAttr,
  unwrap,
} from '../../html/html-tree'
import { readDrawing } from './drawing'
import { isNote, means } from './semantics'

/** What a chapter's markup refers to. */
export interface Surroundings {
  /** The `package:` address of a picture that can be shown, fallbacks followed; null when there is none. */
  pictureAt(href: string): string | null
  /** The drawing that a reference leads to, as a tree; null when it leads to none. */
  drawingAt(href: string): Element | null
  /** The content of another document that this one shows in a frame. */
  frameAt(href: string): Element | null
}

const NOT_READ = new Set('script style link meta title head template base param source track audio'.split(' '))

/** Takes out of a chapter what is not for reading, and puts plain HTML in the place of what only books have. */
export function cleanChapter(chapter: Element, around: Surroundings): void {
  for (const element of elements(chapter)) {
    const name = element.tagName.toLowerCase().replace(/^epub:/u, '')
    if (!isWithin(element, chapter)) continue
    if (NOT_READ.has(name) || name === 'trigger') remove(element)
    else if (name === 'svg') replace(element, ...readDrawing(element, (href) => around.pictureAt(href)))
    else if (name === 'img') cleanImage(element, around)
    else if (name === 'object' || name === 'embed') cleanObject(element, around)
    else if (name === 'video') cleanVideo(element, around)
    else if (name === 'iframe') replace(element, ...(around.frameAt(attr(element, 'src') ?? '')?.childNodes ?? []))
    else if (name === 'switch') cleanSwitch(element)
    else if (means(element, 'pagebreak') || isPageNumber(element)) dropPageBreak(element)
    else if (isHidden(element)) remove(element)
  }
}

/** Cleaning one element takes others out. */
function isWithin(element: Element, root: Element): boolean {
  return closest(element, (at) => at === root) !== null
}

function cleanImage(image: Element, around: Surroundings): void {
  const src = attr(image, 'src')?.trim() ?? ''
  if (/^data:/iu.test(src)) return
  const picture = around.pictureAt(src)
  const drawing = picture === null ? around.drawingAt(src) : null
  if (picture !== null) setAttr(image, 'src', picture)
  else if (drawing) {
    const parent = image.parentNode
    insertBefore(drawing, image)
    const nodes = readDrawing(drawing, (href) => around.pictureAt(href))
    const words = attr(image, 'alt')?.trim() ?? ''
    if (parent) replace(drawing, ...(nodes.length > 0 || words === '' ? nodes : [createElement('span')]))
    remove(image)
  }
}

function cleanObject(object: Element, around: Surroundings): void {
  const src = attr(object, 'data') ?? attr(object, 'src') ?? ''
  const picture = around.pictureAt(src)
  const drawing = picture === null ? around.drawingAt(src) : null
  if (picture !== null) replace(object, createElement('img', { src: picture, alt: attr(object, 'title') ?? '' }))
  else if (drawing && object.childNodes.every((child) => !isElement(child))) {
    insertBefore(drawing, object)
    replace(drawing, ...readDrawing(drawing, (href) => around.pictureAt(href)))
    remove(object)
  } else unwrap(object)
}

function cleanVideo(video: Element, around: Surroundings): void {
  const poster = around.pictureAt(attr(video, 'poster') ?? '')
  if (poster === null) remove(video)
  else replace(video, createElement('img', { src: poster, alt: attr(video, 'title') ?? '' }))
}

/** EPUB 3's `switch`: formulas where they are MathML, what the book gives in their stead for all else. */
function cleanSwitch(element: Element): void {
  const children = element.childNodes.filter(isElement)
  const isMath = (child: Element) => /MathML/iu.test(attr(child, 'required-namespace') ?? '')
  const chosen = children.find(isMath) ?? children.find(({ tagName }) => /(?:^|:)default$/u.test(tagName))
  replace(element, ...(chosen?.childNodes.slice() ?? []))
}

const PAGE_CLASS = /(?:^|\s|-)(?:page-?(?:num|no|number|break)|pb)(?:\s|$)/iu
const PAGE_NUMBER = /^[[{(]?\s*(?:(?:pg|page|p|s|seite)\.?\s*)?[\divxlc]*\s*[\])}]?$/iu

/** What older books name by a class alone. */
function isPageNumber(element: Element): boolean {
  return PAGE_CLASS.test(attr(element, 'class') ?? '') && PAGE_NUMBER.test(plainText(element))
}

/** The number of a printed page is no word of the text, but an index may point at it. */
function dropPageBreak(element: Element): void {
  const named = [element, ...elements(element)].flatMap((at) => attr(at, 'id') ?? attr(at, 'name') ?? [])
  replace(element, ...named.map((id) => createElement('span', { id })))
}

function isHidden(element: Element): boolean {
  if (means(element, 'page-list', 'landmarks') && element.tagName === 'nav') return true
  const isOut = attr(element, 'hidden') !== null || /display\s*:\s*none/iu.test(attr(element, 'style') ?? '')
  return isOut && !isNote(element) && !elements(element).some(isNote)
}
