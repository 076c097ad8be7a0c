import { type Element, type Parent, closest, isElement, some } from '../html/html-tree'
import { createNameReader, roleOfTag } from './names'
import type { PageBlocks, Span } from './page-blocks'

/** Characters of a credit, or of what is to be clicked below a picture. */
const MOST_WORDS = 200
/** How far above a figure the text may be that it belongs to. */
const NEAR = 3

/**
 * The figures whose words all go (a photographer's name, buttons to share it) though they stand within the text: the picture is the
 * article's. With them, every element around them.
 */
export function ownPictures(
  page: PageBlocks,
  keep: readonly boolean[],
  counts: readonly number[],
): ReadonlySet<Element> {
  const found = new Set<Element>()
  const rolesOf = createNameReader()
  const first = keep.indexOf(true)
  const last = keep.lastIndexOf(true)
  const isElsewhere = (element: Element) =>
    roleOfTag(element) === 'chrome' || rolesOf(element).some((role) => role === 'chrome' || role === 'comments')
  for (const figure of page.elements) {
    if (figure.tagName !== 'figure') continue
    const span = page.spans.get(figure)
    if (!span || span.end === span.start || span.start < first || span.end > last) continue
    if (span.length > MOST_WORDS || keptIn(span, counts) > 0 || !isPicture(figure)) continue
    const isCaption = page.blocks.slice(span.start, span.end).every(({ owner }) => isWithinCaption(owner, figure))
    if (!isCaption || !isBesideText(figure, page, counts) || closest(figure, isElsewhere)) continue
    for (let at: Element | null = figure; at && !found.has(at); at = parentOf(at)) found.add(at)
  }
  return found
}

function keptIn({ start, end }: Span, counts: readonly number[]): number {
  return (counts[end] ?? 0) - (counts[start] ?? 0)
}

function isPicture(figure: Element): boolean {
  return some(figure, ({ tagName }) => tagName === 'img') && !some(figure, ({ tagName }) => /^h[1-6]$/u.test(tagName))
}

function isWithinCaption(owner: Element, figure: Element): boolean {
  return closest(owner, (at) => at === figure || at.tagName === 'figcaption')?.tagName === 'figcaption'
}

function isBesideText(figure: Element, page: PageBlocks, counts: readonly number[]): boolean {
  let at = parentOf(figure)
  for (let up = 0; at && up < NEAR; up++, at = parentOf(at)) {
    const span = page.spans.get(at)
    if (span && keptIn(span, counts) > 0) return true
  }
  return false
}

function parentOf({ parentNode }: Element): Element | null {
  const parent: Parent | null = parentNode
  return parent && isElement(parent) ? parent : null
}
