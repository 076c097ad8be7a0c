import {
  type Document,
  type Element,
  attr,
  closest,
  collapse,
  createElement,
  elements,
  isElement,
  plainText,
  replace,
  reshape,
  some,
} from '../html-tree'

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

/** Takes out what can neither be read nor tell where the article is. Metadata and formulas have been read before. */
export function cleanPage(page: Document): void {
  nameDrawings(page)
  reshape(page, (node) => {
    if (node.nodeName === '#comment') return 'drop'
    if (!isElement(node)) return 'keep'
    if (node.tagName === 'noscript') return some(node, ({ tagName }) => tagName === 'img') ? 'unwrap' : 'drop'
    return DROP.has(node.tagName) ? 'drop' : 'keep'
  })
}

/** A drawing within a figure becomes a picture that cannot be had, so that the words of what it shows are kept (images.ts). */
function nameDrawings(page: Document): void {
  for (const drawing of elements(page, 'svg')) {
    const figure = closest(drawing, ({ tagName }) => tagName === 'figure' || tagName === 'button' || tagName === 'a')
    if (figure?.tagName !== 'figure' || elements(figure, 'img').length > 0) continue
    const words = nameOfDrawing(drawing)
    if (words !== '' && !/\b(?:icon|logo|arrow|button)\b/iu.test(words))
      replace(drawing, createElement('img', { src: 'data:image/svg+xml,', alt: words }))
  }
}

function nameOfDrawing(drawing: Element): string {
  const [title] = elements(drawing, 'title')
  return collapse(attr(drawing, 'aria-label') ?? (title ? plainText(title) : ''))
}
