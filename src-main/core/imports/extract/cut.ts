import { type Element, type Node, attr, elements, isElement, isText, plainText, reshape } from '../html/html-tree'
import { ownPictures } from './own-pictures'
import type { PageBlocks } from './page-blocks'
import { runningSums } from './prose'

/** Cuts a tree down to the blocks that stay and what has no words between them; gives the smallest element around them. */
export function cutDown(page: PageBlocks, keep: readonly boolean[]): Element {
  const first = keep.indexOf(true)
  const last = keep.lastIndexOf(true)
  const counts = runningSums(keep.map(Number))
  let root = page.root
  for (const element of page.elements) {
    const span = page.spans.get(element)
    if (span && span.start <= first && span.end > last && isContainer(element)) root = element
  }
  const pictures = ownPictures(page, keep, counts)
  const goes = new Set(page.blocks.flatMap(({ texts }, at) => (keep[at] === true ? [] : texts)))
  reshape(root, (node) => {
    if (isText(node)) return goes.has(node) ? 'drop' : 'keep'
    if (isButton(node)) return 'drop'
    const span = isElement(node) ? page.spans.get(node) : undefined
    const isWordless = span && span.end > span.start && counts[span.end] === counts[span.start]
    return isWordless && !(isElement(node) && pictures.has(node)) ? 'drop' : 'keep'
  })
  return root
}

/** A link of nothing but an icon: to print, to send, to share. */
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
    /(?:^|[/_.-])(?:icons?|buttons?)(?:[/_.-]|$)/iu.test(attr(image, 'src')?.slice(0, 2000) ?? '')
  return images.length === 1 && images.every(isIcon)
}

function isContainer({ tagName }: Element): boolean {
  return /^(?:body|div|section|article|main|td|form|center|header|aside)$/u.test(tagName)
}
