import { type Element, type Fragment, attr, elements, plainText, remove, rename, setAttr } from '../html/html-tree'

/** The title, shown above the text, is the first level. */
const TOP = 2
const LOWEST = 6

/** A link to the heading that it stands in, which pages show when a pointer rests there. */
function dropPermalinks(heading: Element): void {
  for (const link of elements(heading, 'a')) {
    if (!/#./u.test(attr(link, 'href') ?? '') || !/^[#¶§†🔗⚓∞]?\uFE0F?$/u.test(plainText(link))) continue
    const id = attr(link, 'id') ?? attr(link, 'name')
    if (id !== null && attr(heading, 'id') === null) setAttr(heading, 'id', id)
    if (elements(link, 'img').length === 0) remove(link)
  }
}

/** Repairs the outline: the first level below the title is the second, and none is skipped on the way down. */
export function repairOutline(root: Fragment): void {
  const headings = elements(root, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
  for (const heading of headings) dropPermalinks(heading)
  repairLevels(headings)
}

/** The same for headings alone, in their order. */
export function repairLevels(headings: readonly Element[]): void {
  const open: number[] = []
  for (const heading of headings) {
    const level = Number(heading.tagName.slice(1))
    while (open.length > 0 && (open[open.length - 1] ?? 0) >= level) open.pop()
    open.push(level)
    const repaired = `h${Math.min(LOWEST, TOP + open.length - 1)}`
    if (repaired !== heading.tagName) rename(heading, repaired)
  }
}
