import { type Fragment, elements, rename } from '../html-tree'

/** The title, shown above the text, is the first level. */
const TOP = 2
const LOWEST = 6

/** Repairs the outline: the first level below the title is the second, and none is skipped on the way down. */
export function repairOutline(root: Fragment): void {
  const open: number[] = []
  for (const heading of elements(root, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) {
    const level = Number(heading.tagName.slice(1))
    while (open.length > 0 && (open[open.length - 1] ?? 0) >= level) open.pop()
    open.push(level)
    const repaired = `h${Math.min(LOWEST, TOP + open.length - 1)}`
    if (repaired !== heading.tagName) rename(heading, repaired)
  }
}
