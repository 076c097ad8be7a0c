import { type Element, isElement, isText, reshape } from '../html-tree'
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
  const goes = new Set(page.blocks.flatMap(({ texts }, at) => (keep[at] === true ? [] : texts)))
  reshape(root, (node) => {
    if (isText(node)) return goes.has(node) ? 'drop' : 'keep'
    const span = isElement(node) ? page.spans.get(node) : undefined
    return span && span.end > span.start && counts[span.end] === counts[span.start] ? 'drop' : 'keep'
  })
  return root
}

function isContainer({ tagName }: Element): boolean {
  return /^(?:body|div|section|article|main|td|form|center|header|aside)$/u.test(tagName)
}
