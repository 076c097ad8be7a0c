import {
  type Element,
  attr,
  closest,
  createElement,
  elements,
  isElement,
  plainText,
  remove,
  rename,
  replace,
  setAttr,
} from '../../html/html-tree'
import { readDrawing } from './drawing'
import { cleanFormula, cleanImage } from './pictures'
import { cleanFrame, cleanMedia, cleanObject } from './playing'
import { isNote, means } from './semantics'
import type { Surroundings } from './surroundings'

const NOT_READ = new Set('script style link meta title head template base param source track'.split(' '))

/** Takes out of a chapter what is not for reading, and puts plain HTML in the place of what only books have. */
export function cleanChapter(chapter: Element, around: Surroundings): void {
  for (const element of elements(chapter)) {
    const name = element.tagName.toLowerCase().replace(/^epub:/u, '')
    if (!isWithin(element, chapter)) continue
    const language = attr(element, 'xml:lang')
    if (language !== null && attr(element, 'lang') === null) setAttr(element, 'lang', language)
    if (NOT_READ.has(name) || name === 'trigger') remove(element)
    else if (name === 'svg') replace(element, ...readDrawing(element, (href) => around.pictureAt(href)))
    else if (name === 'img') cleanImage(element, around)
    else if (name === 'object' || name === 'embed') cleanObject(element, around)
    else if (name === 'video' || name === 'audio') cleanMedia(element, around)
    else if (name === 'iframe') cleanFrame(element, around)
    else if (name === 'math') cleanFormula(element, around)
    else if (name === 'switch') cleanSwitch(element)
    else if (means(element, 'pagebreak') || isPageNumber(element)) dropPageBreak(element)
    else if (isHidden(element)) remove(element)
    else if (name === 'nav') dropNumbers(element)
  }
}

/** Cleaning one element takes others out. */
function isWithin(element: Element, root: Element): boolean {
  return closest(element, (at) => at === root) !== null
}

/** EPUB 3's `switch`: formulas where they are MathML, what the book gives in their stead for all else. */
function cleanSwitch(element: Element): void {
  const children = element.childNodes.filter(isElement)
  const isMath = (child: Element) => /MathML/iu.test(attr(child, 'required-namespace') ?? '')
  const chosen = children.find(isMath) ?? children.find(({ tagName }) => /(?:^|:)default$/u.test(tagName))
  replace(element, ...(chosen?.childNodes.slice() ?? []))
}

/** A navigation document's lists have no numbers but those in their words (EPUB 3.3 reading systems, section 6). */
function dropNumbers(nav: Element): void {
  if (means(nav, 'toc')) for (const list of elements(nav, 'ol')) rename(list, 'ul')
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
  if (means(element, 'page-list', 'pagelist', 'landmarks') && element.tagName === 'nav') return true
  const isOut = attr(element, 'hidden') !== null || /display\s*:\s*none/iu.test(attr(element, 'style') ?? '')
  return isOut && !isNote(element) && !elements(element).some(isNote)
}
