import { type Element, type Node, attr, elements, isElement, isText, plainText, reshape, some } from '../html/html-tree'
import { ownPictures } from './own-pictures'
import type { PageBlocks } from './page-blocks'
import { runningSums } from './prose'

/**
 * Cuts a tree down to the blocks that stay and what has no words between them; gives the smallest element around them.
 * @param text the blocks of the text itself: what has no words stays only where they are
 */
export function cutDown(page: PageBlocks, keep: readonly boolean[], text: readonly boolean[]): Element {
  const counts = runningSums(keep.map(Number))
  const root = containerOf(page, keep)
  const inner = containerOf(page, text)
  const inside = inner === root ? null : new Set(elements(inner))
  const pictures = ownPictures(page, keep, counts)
  const goes = new Set(page.blocks.flatMap(({ texts }, at) => (keep[at] === true ? [] : texts)))
  reshape(root, (node) => {
    if (isText(node)) return goes.has(node) ? 'drop' : 'keep'
    if (isButton(node)) return 'drop'
    const span = isElement(node) ? page.spans.get(node) : undefined
    if (span && isElement(node) && span.end === span.start && inside?.has(node) === false && hasPicture(node))
      return 'drop'
    const isWordless = span && span.end > span.start && counts[span.end] === counts[span.start]
    return isWordless && !(isElement(node) && pictures.has(node)) ? 'drop' : 'keep'
  })
  return root
}

/** The smallest element around the blocks that stay. */
function containerOf(page: PageBlocks, keep: readonly boolean[]): Element {
  const first = keep.indexOf(true)
  const last = keep.lastIndexOf(true)
  let root = page.root
  for (const element of page.elements) {
    const span = page.spans.get(element)
    if (span && span.start <= first && span.end > last && isContainer(element)) root = element
  }
  return root
}

function hasPicture(element: Element): boolean {
  return /^(?:img|hr)$/u.test(element.tagName) || some(element, ({ tagName }) => /^(?:img|hr)$/u.test(tagName))
}

/** A link of nothing but an icon, or what asks to subscribe: to print, to send, to share. */
function isButton(node: Node): boolean {
  if (
    !isElement(node) ||
    node.tagName !== 'a' ||
    node.childNodes.length > 3 ||
    !node.childNodes.some(isElement) ||
    plainText(node) !== ''
  )
    return false
  const images = elements(node, 'img')
  const isIcon = (image: Element) =>
    /(?:^|[/_.-])(?:icons?|buttons?|subscribe\d?|newsletter\d?)(?:[/_.-]|$)/iu.test(
      attr(image, 'src')?.slice(0, 2000) ?? '',
    )
  return images.length === 1 && images.every(isIcon)
}

function isContainer({ tagName }: Element): boolean {
  return /^(?:body|div|section|article|main|td|form|center|header|aside)$/u.test(tagName)
}
