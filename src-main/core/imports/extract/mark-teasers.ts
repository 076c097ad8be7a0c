import { type Element, isElement } from '../html/html-tree'
import { type PageBlocks, type Span, blockText } from './page-blocks'
import type { Prose } from './prose'
import { mark, type Verdict } from './verdict'

const FEWEST = 3
const LONGEST_TEASER = 500

/** Marks other articles' teasers: a heading that is a link and a few words below it, three times or more beside each other. */
export function markTeasers(page: PageBlocks, prose: Prose, verdicts: Verdict[]): void {
  const heads = linkedHeadings(page, verdicts)
  if (heads.size < FEWEST) return
  const counts = new Map<Element, number>()
  for (const head of heads)
    for (let at = head.parentNode; at && isElement(at); at = at.parentNode) {
      const count = (counts.get(at) ?? 0) + 1
      // What is around a parent of many has as many.
      if (count > FEWEST) break
      counts.set(at, count)
    }
  const teasers: Span[] = []
  for (const head of heads) {
    let item = head
    let parent = head.parentNode
    while (parent && isElement(parent) && counts.get(parent) === 1) {
      item = parent
      parent = item.parentNode
    }
    const span = page.spans.get(item)
    const siblings = parent && isElement(parent) ? (counts.get(parent) ?? 0) : 0
    // Headings in one row with a text: each has its part of it.
    const around = item === head && parent && isElement(parent) ? page.spans.get(parent) : undefined
    const part = around ? prose.within(around) / siblings : span ? prose.within(span) : 0
    if (span && siblings >= FEWEST && part < LONGEST_TEASER) teasers.push(span)
  }
  const part = teasers.reduce((sum, span) => sum + prose.within(span), 0)
  // A page of nothing but teasers is a list to be read.
  if (teasers.length < FEWEST || part > prose.total * 0.7) return
  for (const span of teasers) mark(verdicts, span, 'links')
}

function linkedHeadings(page: PageBlocks, verdicts: readonly Verdict[]): Set<Element> {
  const heads = new Set<Element>()
  page.blocks.forEach(({ owner, length, links }, at) => {
    if (verdicts[at] !== 'keep' || links < length * 0.8) return
    let element: Element | null = owner
    for (let up = 0; element && up < 3; up++) {
      if (/^h[1-6]$/u.test(element.tagName)) heads.add(element)
      element = element.parentNode && isElement(element.parentNode) ? element.parentNode : null
    }
  })
  return heads
}

/** Marks the lines of a page's second half that say who owns it. */
export function markOwnership(page: PageBlocks, verdicts: Verdict[]): void {
  for (let at = page.blocks.length >> 1; at < page.blocks.length; at++) {
    const block = page.blocks[at]
    if (!block || block.length > 300 || /^(?:figcaption|figure|pre|li|td)$/u.test(block.owner.tagName)) continue
    if (/©|\(c\)\s?\d{4}|Copyright \d{4}/u.test(blockText(block))) mark(verdicts, { start: at, end: at + 1 }, 'chrome')
  }
}
