import { type Document, isElement, isText, reshape, some } from '../html/html-tree'
import { pictureDrawings } from './inline-drawings'

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
  'select',
  'datalist',
  'textarea',
  'input',
  'progress',
  'meter',
])

/** Signs of a font of the page's own, which are pictures there and boxes elsewhere. */
const ICONS = /^\s*[\uE000-\uF8FF][\s\uE000-\uF8FF]*$/u

/** Takes out what can neither be read nor tell where the article is. Metadata and formulas have been read before. */
export function cleanPage(page: Document): void {
  pictureDrawings(page)
  reshape(page, (node) => {
    if (node.nodeName === '#comment' || (isText(node) && ICONS.test(node.value))) return 'drop'
    if (!isElement(node)) return 'keep'
    if (node.tagName === 'noscript') return some(node, ({ tagName }) => tagName === 'img') ? 'unwrap' : 'drop'
    return DROP.has(node.tagName) ? 'drop' : 'keep'
  })
}
