import type { OutlineEntry } from '@shared/domain/snapshot'
import { type Element, type Node, collapse, isElement, isText } from '../html/html-tree'

const HEADING = /^h([1-6])$/u

/** Headings of the text in order, with the offset of each one's first character that is not white space. */
export function outlineOf(root: Element): OutlineEntry[] {
  const found: OutlineEntry[] = []
  let offset = 0
  let heading: { level: number; text: string; start: number } | null = null
  const pending: (Node | 'end')[] = [...root.childNodes].reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node === 'end') {
      if (heading !== null && heading.text !== '') found.push({ ...heading, text: collapse(heading.text) })
      heading = null
    } else if (isText(node)) {
      if (heading !== null && (heading.text !== '' || node.value.trim() !== '')) {
        if (heading.text === '') heading.start = offset + node.value.search(/\S/u)
        heading.text += node.value
      }
      offset += node.value.length
    } else if (isElement(node)) {
      const level: number = heading === null ? Number(HEADING.exec(node.tagName)?.[1] ?? 0) : 0
      if (level > 0) {
        heading = { level, text: '', start: 0 }
        pending.push('end')
      }
      for (let at = node.childNodes.length - 1; at >= 0; at--) {
        const child = node.childNodes[at]
        if (child) pending.push(child)
      }
    }
  }
  return found
}
