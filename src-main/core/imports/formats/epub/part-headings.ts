import {
  type Element,
  attr,
  closest,
  collapse,
  createElement,
  createText,
  insertBefore,
  isElement,
  rename,
} from '../../html/html-tree'
import type { Chapter } from './chapters'
import type { ContentsEntry } from './contents'
import { CHAPTER, HEADING, OPENING, isBlock, isLine, isSame, openingOf, openingText } from './openings'

/** A part's first chapter may be missing; many will not be. */
const MAX_BELOW = 50
/** Elements in front of a chapter, among which the name of its part may stand. */
const NEAR = 3

/** Where the first entry below one that leads nowhere itself leads to. */
export function firstBelow(
  contents: readonly ContentsEntry[],
  from: number,
  targetOf: (entry: ContentsEntry) => Element | null,
): Element | null {
  const depth = contents[from]?.depth ?? 0
  for (let at = from + 1; at < contents.length && at <= from + MAX_BELOW; at++) {
    const entry = contents[at]
    if (entry === undefined || entry.depth <= depth) return null
    const target = targetOf(entry)
    if (target !== null) return target
  }
  return null
}

/**
 * The heading of a part that only the contents name, above the first of its chapters: a line there that says so, a page before it that
 * says only so, or a new one.
 */
export function partHeading(
  target: Element,
  label: string,
  chapters: readonly Chapter[],
  taken: ReadonlyMap<Element, number>,
): Element | null {
  const root = closest(target, (element) => CHAPTER.test(attr(element, 'id') ?? ''))
  const block = closest(target, isBlock) ?? target
  const before = chapters[chapters.findIndex(({ content }) => content === root) - 1]?.content
  const above =
    target === root
      ? [...(before ? linesSaying(before, label) : []), ...openingOf(target)]
      : siblingsSaying(block, label)
  const line = above.find(
    (element) => isLine(element) && !taken.has(element) && isSame(openingText(element, label.length * 2), label),
  )
  if (line && HEADING.test(line.tagName)) return line
  if (line && /^(?:p|div)$/u.test(line.tagName)) return rename(line, 'h2')
  const place = target === root ? target.childNodes.find((child) => !isElement(child) || !taken.has(child)) : block
  if (place === undefined) return null
  const heading = createElement('h2', {}, createText(collapse(label)))
  insertBefore(heading, place)
  return heading
}

/** What of an element can be the line that says a label and nothing else. */
function linesSaying(element: Element, label: string): Element[] {
  // A letter more would make it say something else; signs and spaces may be there.
  return isSame(openingText(element, label.length * 2 + OPENING), label) ? [element, ...openingOf(element)] : []
}

function siblingsSaying(block: Element, label: string): Element[] {
  const siblings = block.parentNode?.childNodes ?? []
  const above = siblings.slice(0, siblings.indexOf(block)).filter(isElement)
  return above.slice(-NEAR).flatMap((element) => linesSaying(element, label))
}
