import { type Element, type Node, type Parent, classes, elements, some } from '../html/html-tree'
import type { PageBlocks } from './page-blocks'
import { measureProse, proseOf, runningSums } from './prose'
import type { Verdict } from './verdict'

/** A text of this much prose with nothing doubtful around it is believed at once. */
const ENOUGH = 800

/** Whether our own choice leaves nothing for Readability to settle, which costs more than all the rest of an import. */
export function isCertain(page: PageBlocks, verdicts: readonly Verdict[]): boolean {
  const prose = measureProse(page)
  let kept = 0
  let outside = 0
  const weights = new Map<Parent | null, number>()
  page.blocks.forEach(({ owner: { parentNode } }, at) => {
    const value = prose.of[at] ?? 0
    if (verdicts[at] === 'outside') outside += value
    if (verdicts[at] !== 'keep') return
    kept += value
    weights.set(parentNode, (weights.get(parentNode) ?? 0) + value)
  })
  // A short page of nothing but its text.
  if (kept > 0 && verdicts.every((verdict) => verdict === 'keep' || verdict === 'edge')) return true
  if (kept < ENOUGH || outside > kept * 0.1) return false
  let main: Parent | null = null
  let most = 0
  for (const [parent, weight] of weights) if (weight > most) [main, most] = [parent, weight]
  const last = page.blocks[verdicts.lastIndexOf('keep')]
  return most >= kept * 0.6 && last !== undefined && isBelow(last.owner, main)
}

function isBelow(element: Element, root: Parent | null): boolean {
  for (let at: Node | Parent | null = element; at; at = 'parentNode' in at ? at.parentNode : null)
    if (at === root) return true
  return false
}

/**
 * Puts our own choice and Readability's together, block by block. Where they broadly agree, what only ours has behind the last
 * block of both goes, and prose that only Readability has is added. Where they do not, ours stands, unless it found far less.
 */
export function vote(page: PageBlocks, verdicts: readonly Verdict[], other: readonly boolean[]): boolean[] {
  const keep = verdicts.map((verdict) => verdict === 'keep')
  dropSeries(page, keep, other)
  let both = 0
  let onlyOwn = 0
  let onlyOther = 0
  page.blocks.forEach((block, at) => {
    if (keep[at] && other[at]) both += proseOf(block)
    else if (keep[at]) onlyOwn += proseOf(block)
    else if (other[at] && verdicts[at] === 'outside') onlyOther += proseOf(block)
  })
  if (both === 0 || both < (both + onlyOwn) * 0.4) {
    if (onlyOther <= (both + onlyOwn) * 2) return keep
    return other.map((kept, at) => kept && !['comments', 'chrome', 'links'].includes(verdicts[at] ?? ''))
  }
  const last = other.lastIndexOf(true)
  const parent = page.blocks[last]?.owner.parentNode
  page.blocks.forEach((block, at) => {
    const goesOn = block.owner.parentNode === parent && proseOf(block) >= 150
    if (at > last && !goesOn) keep[at] = false
    if (!keep[at] && other[at] && verdicts[at] === 'outside' && proseOf(block) >= 80) keep[at] = true
  })
  return keep
}

/** A row of so many parts of one kind, with as many pictures or named for them, is a series. */
const SERIES = 5
/** Prose that both keep before and behind a series that stands within a text. */
const AROUND = 300

/** Drops a series of pictures with words of its own, set into a text, that Readability leaves out as a whole. */
function dropSeries(page: PageBlocks, keep: boolean[], other: readonly boolean[]): void {
  const both = runningSums(page.blocks.map((block, at) => (keep[at] && other[at] ? proseOf(block) : 0)))
  const others = runningSums(other.map(Number))
  const all = both[keep.length] ?? 0
  let done = 0
  for (const element of page.elements) {
    const span = page.spans.get(element)
    if (!span || span.start < done || span.end - span.start < SERIES || others[span.start] !== others[span.end])
      continue
    done = span.end
    const before = both[span.start] ?? 0
    if (before >= AROUND && all - before >= AROUND && isSeries(element)) keep.fill(false, span.start, span.end)
  }
}

function isSeries(element: Element): boolean {
  const pictures = elements(element, 'img', 'picture').length
  const isGallery = (inner: Element) => classes(inner).some((name) => /galler|slide|carousel/iu.test(name))
  if (pictures < SERIES && !isGallery(element) && !some(element, isGallery)) return false
  const counts = new Map<string, number>()
  for (const inner of elements(element, 'div', 'li', 'figure', 'section', 'article')) {
    const kind = `${inner.tagName} ${classes(inner)[0] ?? ''}`
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts.values()].some((count) => count >= SERIES)
}
