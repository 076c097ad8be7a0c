import type { Element } from '../html/html-tree'
import { isBlock } from '../cleaning/block-elements'
import type { PageBlocks } from './page-blocks'
import { type Prose, isHeading } from './prose'
import type { Verdict } from './verdict'

/** Elements that hold parts of a text rather than texts. */
const PART = /^(?:p|li|tr|tbody|thead|tfoot|ul|ol|dl|dd|dt|h[1-6]|pre|blockquote|figure|figcaption|summary|caption)$/u
/** What a telling name is worth. */
const NAMED = 1.1

/**
 * The element in which prose most outweighs what is not: each block counts for or against the elements around it, and the largest
 * sum wins; of equal ones the innermost.
 */
export function findContainer(
  page: PageBlocks,
  prose: Prose,
  verdicts: readonly Verdict[],
  named: ReadonlySet<Element>,
): Element {
  const sums = [0]
  page.blocks.forEach((block, at) => {
    const { length, links } = block
    const good = prose.of[at] ?? 0
    let value = -Math.min(60, length * 0.2)
    if (verdicts[at] === 'meta') value = 0
    else if (verdicts[at] === 'keep') {
      if (good > 0) value = good
      else value = isHeading(block) ? -links * 0.3 : -(links * 0.5 + (length - links) * 0.2 + 3)
    }
    sums.push((sums[at] ?? 0) + value)
  })
  let best = page.root
  let most = 0
  for (const element of page.elements) {
    const span = page.spans.get(element)
    if (!span || !isBlock(element) || PART.test(element.tagName)) continue
    const value = ((sums[span.end] ?? 0) - (sums[span.start] ?? 0)) * (named.has(element) ? NAMED : 1)
    if (value < most || value <= 0) continue
    most = value
    best = element
  }
  return best
}
