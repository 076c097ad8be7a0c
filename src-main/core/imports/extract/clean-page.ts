import { type Document, attr, descendants, elements, isElement, remove, unwrap } from '../html-tree'

const DROP = new Set([
  'script',
  'style',
  'template',
  'link',
  'meta',
  'base',
  'svg',
  'canvas',
  'object',
  'embed',
  'applet',
  'audio',
  'video',
  'iframe',
  'dialog',
  'title',
])

/** Takes out what can neither be read nor tell where the article is. Metadata and formulas have been read before. */
export function cleanPage(page: Document): void {
  for (const node of descendants(page)) {
    if (node.nodeName === '#comment') remove(node)
    if (!isElement(node)) continue
    if (DROP.has(node.tagName)) remove(node)
    else if (node.tagName === 'noscript') {
      if (elements(node, 'img').length > 0) unwrap(node)
      else remove(node)
    }
  }
}

/** Readability makes every `h1` an `h2`; this mark tells them apart afterwards. */
export const LEVEL_MARK = 'data-level'

export function markHeadings(page: Document): void {
  for (const heading of elements(page, 'h1'))
    if (attr(heading, LEVEL_MARK) === null) heading.attrs.push({ name: LEVEL_MARK, value: '1' })
}
