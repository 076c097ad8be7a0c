import type { Link } from '@shared/domain/snapshot-details'
import {
  type Element,
  append,
  attr,
  closest,
  createElement,
  elements,
  hasClass,
  insertBefore,
  isElement,
  plainText,
  remove,
  rename,
  replace,
  setAttr,
  some,
} from '../../html/html-tree'
import { titleInAddress, webLink } from './address'

/** Pages of the pictures shown, where their authors and licences are named. */
export function readPictures(root: Element, baseUrl: string | null): Link[] {
  const found = new Map<string, Link>()
  for (const link of elements(root, 'a')) {
    const image = elements(link, 'img')[0]
    if (!image || Number(attr(image, 'width') ?? 999) < 60) continue
    const url = webLink(attr(link, 'href'), baseUrl)
    const title = titleInAddress(url)
    if (url !== null && title !== null && /^[^:]{2,40}:.+\.\w{3,4}$/u.test(title))
      found.set(url, { text: title.replace(/^[^:]+:/u, ''), url })
  }
  return [...found.values()]
}

/** Placeholders that the mobile app's pages have instead of pictures become pictures. */
export function loadPlaceholders(root: Element): void {
  for (const holder of elements(root, 'span')) {
    const src = attr(holder, 'data-src')
    if (src === null || !hasClass(holder, 'pcs-lazy-load-placeholder', 'lazy-image-placeholder')) continue
    const near = holder.parentNode ? elements(holder.parentNode, 'img') : []
    if (near.length > 0) {
      remove(holder)
      continue
    }
    const image = createElement('img', { src })
    for (const name of ['width', 'height', 'alt', 'srcset', 'class']) {
      const value = attr(holder, `data-${name}`)
      if (value !== null) setAttr(image, name, value)
    }
    replace(holder, image)
  }
}

/** Films stay as the picture they begin with. */
export function posters(root: Element): void {
  for (const film of elements(root, 'video')) {
    const src = attr(film, 'poster')
    if (src !== null && src !== '') replace(film, createElement('img', { src, alt: attr(film, 'aria-label') ?? '' }))
  }
}

/** Pictures with their captions as figures, out of the boxes that place them. */
export function shapeFigures(root: Element): void {
  for (const element of elements(root)) {
    if (element.tagName === 'figure-inline') rename(element, 'span')
    else if (hasClass(element, 'multiimageinner') || (hasClass(element, 'thumbinner') && some(element, isSingle)))
      shapeMultiple(element)
    else if (hasClass(element, 'thumbinner')) toFigure(element, 'thumbcaption')
    else if (hasClass(element, 'gallerybox')) toFigure(element, 'gallerytext')
    else if (hasClass(element, 'infobox-image')) shapeInfoboxImage(element)
  }
  for (const element of elements(root, 'li'))
    if (hasClass(element, 'gallerycaption')) {
      const list = element.parentNode
      if (list && isElement(list)) insertBefore(createElement('p', {}, ...element.childNodes.slice()), list)
      remove(element)
    }
}

/** Several pictures under one caption: each is a figure of its own, and the caption follows them. */
function shapeMultiple(box: Element): void {
  if (elements(box, 'img').length === 0 && plainText(box) === '') return
  for (const single of elements(box).filter(isSingle)) {
    const figure = createElement('figure')
    for (const image of elements(single, 'img')) append(figure, image)
    const caption = elements(single).find((element) => hasClass(element, 'thumbcaption'))
    if (caption && plainText(caption) !== '') append(figure, rename(caption, 'figcaption'))
    if (figure.childNodes.length > 0) replace(single, figure)
  }
  for (const element of elements(box))
    if (hasClass(element, 'thumbcaption', 'theader') && !closest(element, ({ tagName }) => tagName === 'figure'))
      rename(element, 'p')
}

function isSingle(element: Element): boolean {
  return hasClass(element, 'tsingle')
}

function toFigure(box: Element, captionClass: string): void {
  const images = elements(box, 'img')
  const caption = elements(box).find((element) => hasClass(element, captionClass))
  if (images.length === 0 && (!caption || plainText(caption) === '')) return
  const figure = createElement('figure')
  for (const image of images) append(figure, image)
  if (caption) append(figure, rename(caption, 'figcaption'))
  const parent = box.parentNode && isElement(box.parentNode) ? box.parentNode : null
  const outer = parent ? closest(parent, (element) => hasClass(element, 'thumb')) : null
  const holdsOne = outer && elements(outer).filter((element) => hasClass(element, 'thumbinner')).length === 1
  const target = holdsOne ? outer : box
  const list = target.tagName === 'li' && target.parentNode && isElement(target.parentNode) ? target.parentNode : null
  if (list) {
    insertBefore(figure, list)
    remove(target)
    if (plainText(list) === '' && elements(list, 'img').length === 0) remove(list)
  } else replace(target, figure)
}

/** The picture at the head of an infobox, with the words below it. */
function shapeInfoboxImage(cell: Element): void {
  const images = elements(cell, 'img')
  const caption = elements(cell).find((element) => hasClass(element, 'infobox-caption'))
  if (images.length !== 1 || !caption || plainText(caption) === '') return
  const [image] = images
  if (image) cell.childNodes = []
  const figure = createElement('figure')
  if (image) append(figure, image)
  append(figure, rename(caption, 'figcaption'))
  append(cell, figure)
}
