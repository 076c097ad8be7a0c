import { type Document, elements, rename } from '../html/html-tree'

/** Elements of AMP pages (amp.dev) and the ones of HTML that they stand for. */
const PLAIN = new Map([
  ['amp-img', 'img'],
  ['amp-anim', 'img'],
  ['amp-video', 'video'],
  ['amp-audio', 'audio'],
  ['amp-iframe', 'iframe'],
])

/** Gives the elements of an AMP page the names that every reader knows. */
export function plainAmp(page: Document): void {
  for (const element of elements(page, ...PLAIN.keys())) rename(element, PLAIN.get(element.tagName) ?? element.tagName)
}
