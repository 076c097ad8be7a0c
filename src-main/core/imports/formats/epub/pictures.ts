import {
  type Element,
  attr,
  closest,
  createElement,
  createText,
  insertBefore,
  isElement,
  remove,
  replace,
  setAttr,
} from '../../html/html-tree'
import { readDrawing } from './drawing'
import type { Surroundings } from './surroundings'

/** Points a picture at its file in the book. One that is not there stays for the count of what is missing, without an address. */
export function cleanImage(image: Element, around: Surroundings): void {
  const src = attr(image, 'src')?.trim() ?? ''
  if (/^data:/iu.test(src)) return
  const picture = around.pictureAt(src)
  const drawing = picture === null ? around.drawingAt(src) : null
  if (picture !== null) setAttr(image, 'src', picture)
  else if (drawing) putDrawing(drawing, image, around)
  else {
    const remote = around.remoteAt(src)
    if (remote !== null) linkPicture(image, remote)
    // A book's pictures are in the book (EPUB 3.3, 3.6): whatever lies elsewhere is not fetched, and not looked for on the disk.
    setAttr(image, 'src', '')
  }
}

function putDrawing(drawing: Element, image: Element, around: Surroundings): void {
  const parent = image.parentNode
  insertBefore(drawing, image)
  const nodes = readDrawing(drawing, (href) => around.pictureAt(href))
  const words = attr(image, 'alt')?.trim() ?? ''
  if (parent) replace(drawing, ...(nodes.length > 0 || words === '' ? nodes : [createElement('span')]))
  remove(image)
}

/** A picture on the web is a link for whoever wants to see it; one of a pixel or two only counts readers. */
function linkPicture(image: Element, address: string): void {
  if (['width', 'height'].some((name) => Number.parseInt(attr(image, name) ?? '', 10) <= 2)) return
  const words = attr(image, 'alt')?.trim() ?? ''
  const isLinked = closest(image, ({ tagName }) => tagName === 'a') !== null
  const label = createText(words || (isLinked ? '' : new URL(address).hostname.replace(/^www\./u, '')))
  insertBefore(isLinked ? label : createElement('a', { class: 'embed', href: address }, label), image)
}

/** A formula without content says what it is by a picture or in words. */
export function cleanFormula(formula: Element, around: Surroundings): void {
  if (formula.childNodes.some(isElement)) return
  const words = attr(formula, 'alttext')?.trim() ?? ''
  const src = around.pictureAt(attr(formula, 'altimg') ?? '')
  if (src !== null) replace(formula, createElement('img', { src, alt: words }))
  else if (words !== '') replace(formula, createText(words))
}
