import type { OutlineEntry } from '@shared/domain/snapshot'
import { type Element, closest, collapse, descendants, isElement, isText } from './html-tree'

const HEADING = /^h([1-6])$/u

/** Headings of the text in order, with the offset of each one's first character that is not white space. */
export function outlineOf(root: Element): OutlineEntry[] {
  const found = new Map<Element, { level: number; text: string; start: number }>()
  let offset = 0
  for (const node of descendants(root)) {
    if (!isText(node)) continue
    const heading = closest(node, (element) => HEADING.test(element.tagName))
    if (heading && isElement(heading)) {
      const entry = found.get(heading)
      if (entry) entry.text += node.value
      else if (node.value.trim() !== '') {
        const level = Number(HEADING.exec(heading.tagName)?.[1] ?? 1)
        found.set(heading, { level, text: node.value, start: offset + node.value.search(/\S/u) })
      }
    }
    offset += node.value.length
  }
  return [...found.values()].map((entry) => ({ ...entry, text: collapse(entry.text) }))
}
