import {
  type Element,
  attr,
  closest,
  collapse,
  createElement,
  createText,
  elements,
  insertBefore,
  isElement,
  plainText,
  rename,
} from '../../html/html-tree'
import { repairLevels } from '../../extract/headings'
import type { Chapter } from './chapters'
import type { ContentsEntry } from './contents'
import type { Places } from './links'
import { CHAPTER, HEADING, OPENING, fold, isBlock, isLine, isSame, openingOf, openingText, saysSame } from './openings'
import { firstBelow, partHeading } from './part-headings'

/** Characters that a title has beyond what the contents call it. */
const MAX_MORE = 80

/**
 * Makes the headings of one text of those of many documents: what the table of contents names is a heading, as deep as it stands
 * there, and headings between follow. A chapter that has its name only in the contents gets it.
 */
export function arrangeHeadings(
  chapters: readonly Chapter[],
  contents: readonly ContentsEntry[],
  places: Places,
): void {
  const levels = new Map<Element, number>()
  const parts = new Set<Element>()
  const targetOf = ({ url }: ContentsEntry): Element | null => {
    const id = url === null ? null : places.idOf(url)
    return id === null ? null : places.elementOf(id)
  }
  for (const [at, entry] of contents.entries()) {
    const target = entry.url === null ? firstBelow(contents, at, targetOf) : targetOf(entry)
    if (target === null) continue
    // A book whose contents have one entry names itself there.
    const mayMake = contents.length > 1 && CHAPTER.test(attr(target, 'id') ?? '')
    const heading =
      entry.url === null
        ? partHeading(target, entry.label, chapters, levels)
        : headingAt(target, entry.label, mayMake, levels, parts)
    if (heading && !levels.has(heading)) levels.set(heading, Math.min(6, entry.depth + 1))
    if (heading && entry.url === null) parts.add(heading)
  }
  const all = chapters.flatMap(({ content }) => headingsIn(content))
  const least = all.reduce((most, { tagName }) => Math.min(most, Number(tagName[1])), 6)
  let last: { readonly own: number; readonly level: number; readonly isText: boolean } | null = null
  for (const { content } of chapters) {
    const isText = plainText(content).length > OPENING
    for (const [at, heading] of headingsIn(content).entries()) {
      const own = Number(heading.tagName[1])
      const stated = levels.get(heading)
      // What the contents leave out is below what they name, unless it begins a document beside a chapter's.
      const isBeside: boolean = last !== null && at === 0 && last.isText && own <= last.own
      const floor = last === null ? 2 : Math.min(6, last.level + (isBeside ? 0 : 1))
      const level: number = stated ?? Math.max(own + (last === null ? 2 - least : last.level - last.own), floor)
      if (stated !== undefined) last = { own, level: stated, isText }
      if (level !== own) rename(heading, `h${Math.min(6, Math.max(2, level))}`)
    }
  }
  repairLevels(all)
}

function headingsIn(root: Element): Element[] {
  return elements(root, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
}

/** A paragraph may begin with a chapter's name. */
function isTitle(line: string, label: string): boolean {
  return line.length <= label.length + MAX_MORE && saysSame(line, label)
}

/** The heading that an entry of the contents leads to; made when there is none. */
function headingAt(
  target: Element,
  label: string,
  mayMake: boolean,
  taken: ReadonlyMap<Element, number>,
  parts: ReadonlySet<Element>,
): Element | null {
  const around = closest(target, ({ tagName }) => HEADING.test(tagName))
  if (around) return around
  const opening = openingOf(target)
  const headings = opening.filter(
    (element) => HEADING.test(element.tagName) && plainText(element) !== '' && !parts.has(element),
  )
  const named = headings.find((heading) => !taken.has(heading) && saysSame(plainText(heading), label))
  if (named) return named
  const block = closest(target, isBlock)
  const lines = [...(block ? [block] : []), target, ...opening].filter(
    (element) => /^(?:p|div)$/u.test(element.tagName) && isLine(element) && isTitle(plainText(element), label),
  )
  // Just these words are its title, whatever heading comes after them.
  const line = lines.find((element) => isSame(plainText(element), label))
  const first = headings.find((heading) => !taken.has(heading))
  if (!line && first) return first
  if (!line && (headings.length > 0 || elements(target, 'nav').length > 0)) return null
  const title = line ?? lines[0]
  if (title) return rename(title, 'h2')
  const words = openingText(target, OPENING)
  if (!mayMake || words === '' || fold(words.slice(0, OPENING)).includes(fold(label))) return null
  const heading = createElement('h2', {}, createText(collapse(label)))
  const firstChild = target.childNodes.find((child) => !isElement(child) || !parts.has(child))
  if (firstChild) insertBefore(heading, firstChild)
  return firstChild ? heading : null
}
