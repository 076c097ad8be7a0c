import {
  type Element,
  type Fragment,
  attr,
  closest,
  collapse,
  descendants,
  elements,
  isElement,
  isText,
  remove,
} from '../html/html-tree'
import { pictureKey } from './picture-key'

/** Shorter descriptions may be those of many pictures. */
const TELLING = 8

/**
 * Drops the first of two pictures beside each other that are one: a page that loads its pictures later often has each once more, for
 * those who run no scripts. That one comes behind, and is no smaller.
 */
export function dropTwinPictures(root: Fragment): void {
  if (elements(root, 'img').length < 2) return
  let last: { readonly image: Element; readonly key: string } | null = null
  for (const node of descendants(root)) {
    if (isText(node) && node.value.trim() !== '') last = null
    if (!isElement(node) || node.tagName !== 'img') continue
    const key = twinKey(node)
    if (last !== null && key === last.key && itemOf(node) === itemOf(last.image)) remove(last.image)
    last = key === null ? null : { image: node, key }
  }
}

/** The items of a list are things of their own. */
function itemOf(image: Element): Element | null {
  return closest(image, ({ tagName }) => tagName === 'li' || tagName === 'td')
}

function twinKey(image: Element): string | null {
  const words = collapse(attr(image, 'alt') ?? '')
  const key = pictureKey(attr(image, 'src') ?? '')
  return words.length < TELLING || key === '' ? null : `${key} ${words}`
}
