import {
  type Element,
  attr,
  collapse,
  createElement,
  createText,
  descendants,
  elements,
  insertBefore,
  isElement,
  isText,
  plainText,
  rename,
} from '../../html/html-tree'
import { repairLevels } from '../../extract/headings'
import type { Chapter } from './chapters'
import type { ContentsEntry } from './contents'
import type { Places } from './links'

const HEADING = /^h[1-6]$/u
const BLOCK = /^(?:p|div|h[1-6]|header|span|section|blockquote|td|li|dt)$/u
/** So far into a chapter its title may stand. */
const OPENING = 300

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
  for (const { depth, label, url } of contents) {
    const id = places.idOf(url)
    const target = id === null ? null : places.elementOf(id)
    if (id === null || target === null) continue
    // A book whose contents have one entry names itself there.
    const mayMake = contents.length > 1 && /^c\d+$/u.test(id)
    const heading = headingAt(target, label, mayMake, levels)
    if (heading && !levels.has(heading)) levels.set(heading, Math.min(6, depth + 1))
  }
  let shift: number | null = null
  let above = 1
  const all = chapters.flatMap(({ content }) => elements(content, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
  const least = all.reduce((most, { tagName }) => Math.min(most, Number(tagName[1])), 6)
  for (const heading of all) {
    const own = Number(heading.tagName[1])
    const stated = levels.get(heading)
    if (stated !== undefined) {
      shift = stated - own
      above = stated
    }
    const level = stated ?? Math.max(own + (shift ?? 2 - least), shift === null ? 2 : Math.min(6, above + 1))
    if (level !== own) rename(heading, `h${Math.min(6, Math.max(2, level))}`)
  }
  repairLevels(all)
}

/** The heading that an entry of the contents leads to; made when there is none. */
function headingAt(
  target: Element,
  label: string,
  mayMake: boolean,
  taken: ReadonlyMap<Element, number>,
): Element | null {
  if (HEADING.test(target.tagName)) return target
  const around = target.parentNode
  if (around && isElement(around) && HEADING.test(around.tagName)) return around
  const opening = openingOf(target)
  const headings = opening.filter((element) => HEADING.test(element.tagName) && plainText(element) !== '')
  const named = headings.find((heading) => !taken.has(heading) && saysSame(plainText(heading), label))
  const first = named ?? headings.find((heading) => !taken.has(heading))
  if (first) return first
  if (headings.length > 0 || elements(target, 'nav').length > 0) return null
  const lines = [target, ...opening].filter(
    (element) => BLOCK.test(element.tagName) && !elements(element).some(isBlock),
  )
  const line = lines.find((element) => saysSame(plainText(element), label))
  if (line && /^(?:p|div)$/u.test(line.tagName)) {
    const heading = rename(line, 'h2')
    return heading
  }
  const isSaid = fold(plainText(target).slice(0, OPENING)).includes(fold(label))
  if (!mayMake || isSaid || plainText(target) === '') return null
  const heading = createElement('h2', {}, createText(collapse(label)))
  const [firstChild] = target.childNodes
  if (firstChild) insertBefore(heading, firstChild)
  return firstChild ? heading : null
}

function isBlock({ tagName }: Element): boolean {
  return BLOCK.test(tagName) && tagName !== 'span'
}

/** The elements that begin a target's text, and those that come next when the target is only a mark. */
function openingOf(target: Element): Element[] {
  const found: Element[] = []
  let root: Element = target
  // An empty anchor stands in front of what it names.
  while (
    plainText(root) === '' &&
    root.parentNode &&
    isElement(root.parentNode) &&
    !/^c\d+$/u.test(attr(root, 'id') ?? '')
  )
    root = root.parentNode
  let passed = root === target
  let length = 0
  for (const node of descendants(root)) {
    if (node === target) passed = true
    if (!passed) continue
    if (isText(node)) length += node.value.trim().length
    else if (isElement(node)) found.push(node)
    if (length > OPENING) break
  }
  return found
}

function saysSame(text: string, label: string): boolean {
  const [one, other] = [fold(text), fold(label)]
  return one !== '' && (one === other || (one.length > 2 && (other.startsWith(one) || one.startsWith(other))))
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
