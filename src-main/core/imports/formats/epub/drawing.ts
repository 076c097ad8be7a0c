import { drawingAddress } from '../../images/drawings'
import {
  type Element,
  type Node,
  attr,
  closest,
  createElement,
  createText,
  descendants,
  insertBefore,
  isElement,
  plainText,
} from '../../html/html-tree'

/** In these a drawing stands among the words of a line. */
const LINE = /^(?:p|h[1-6]|span|a|em|strong|b|i|sup|sub|dt|figcaption|caption|td|th)$/u

/** Characters of what a drawing says, for those who do not see it. */
const MAX_WORDS = 500
/** In words. */
const SENTENCE = 6

/**
 * What of an SVG can be kept: the pictures that it wraps, or the drawing without what could run and load things. Of one that cannot be
 * made safe, its words (title, description, text).
 * @param pictureAt the address of a picture that can be shown, for a reference in the drawing
 */
export function readDrawing(svg: Element, pictureAt: (href: string) => string | null): Node[] {
  const images: Element[] = []
  const words: string[] = []
  const label = attr(svg, 'aria-label')?.trim() ?? ''
  if (label !== '') words.push(label)
  for (const node of descendants(svg)) {
    if (!isElement(node)) continue
    const name = node.tagName.toLowerCase()
    if (name === 'image') {
      const src = pictureAt(attr(node, 'xlink:href') ?? attr(node, 'href') ?? '')
      if (src !== null) images.push(createElement('img', { src, alt: '' }))
    } else if (isWords(node, name)) {
      spaceLines(node)
      const text = plainText(node)
      if (text !== '' && words[words.length - 1] !== text) words.push(text)
    }
  }
  const [only] = images
  if (only && images.length === 1) {
    only.attrs = [...only.attrs.filter(({ name }) => name !== 'alt'), { name: 'alt', value: words.join(' ') }]
    return images
  }
  const src = images.length === 0 ? drawingAddress(svg) : null
  const picture = src === null ? [] : [createElement('img', { src, alt: words.join(' ').slice(0, MAX_WORDS) })]
  const isInLine = svg.parentNode !== null && isElement(svg.parentNode) && LINE.test(svg.parentNode.tagName)
  // Labels are seen in the drawing; sentences are there to be read, found and highlighted.
  const texts = words
    .filter((text) => src === null || text.split(' ').length >= SENTENCE)
    .flatMap((text): Node[] =>
      isInLine
        ? [createElement('span', {}, createText(text)), createText(' ')]
        : [createElement('p', {}, createText(text))],
    )
  return [...picture, ...images, ...texts]
}

/** Words are taken once, by the outermost element that holds them. */
function isWords(element: Element, name: string): boolean {
  if (!/^(?:title|desc|text|foreignobject)$/u.test(name)) return false
  const parent = element.parentNode
  const outer =
    parent && isElement(parent) && closest(parent, ({ tagName }) => /^(?:desc|text|foreignobject)$/iu.test(tagName))
  return !outer && !(parent && isElement(parent) && /^(?:metadata|symbol|defs)$/u.test(parent.tagName))
}

/** Lines of a text are placed, not broken. */
function spaceLines(text: Element): void {
  for (const node of descendants(text))
    if (isElement(node) && /^(?:tspan|p|div|br|li)$/u.test(node.tagName)) insertBefore(createText(' '), node)
}
