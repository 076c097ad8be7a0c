import { type Element, attr, closest, isElement } from '../html/html-tree'
import { createDataTableTest } from './data-table'
import { type Block, type PageBlocks, type Span, blockText } from './page-blocks'
import { type Prose, isHeading, runningSums } from './prose'
import { keptLength, mark, type Verdict } from './verdict'

/** Marks lists and boxes of links, paragraphs that only lead elsewhere, and headings that are left with nothing below them. */
export function markLinks(page: PageBlocks, prose: Prose, container: Element, verdicts: Verdict[]): void {
  const isInDataTable = createDataTableTest(page)
  markLists(page, prose, container, isInDataTable, verdicts)
  markReadMore(page, isInDataTable, verdicts)
  markEmptyHeadings(page, verdicts)
}

/** Characters. */
const OWN_WORDS = 25

function markLists(
  page: PageBlocks,
  prose: Prose,
  container: Element,
  isInDataTable: (element: Element) => boolean,
  verdicts: Verdict[],
): void {
  const whole = keptLength(page, verdicts)
  const sums = (valueOf: (block: Block, at: number) => number) =>
    runningSums(page.blocks.map((block, at) => (verdicts[at] === 'keep' ? valueOf(block, at) : 0)))
  const lengths = sums((block) => block.length)
  const linked = sums((block) => block.links)
  const counts = sums((block) => block.anchors)
  const sentences = sums((_, at) => prose.of[at] ?? 0)
  const inside = page.spans.get(container)
  for (const element of page.elements) {
    if (element === container || !/^(?:ul|ol|dl|table|div|section|aside|header)$/u.test(element.tagName)) continue
    const span = page.spans.get(element)
    if (!span || !inside || span.end === span.start || span.start < inside.start || span.end > inside.end) continue
    const length = within(lengths, span)
    const links = within(linked, span)
    const anchors = within(counts, span)
    const good = within(sentences, span)
    const isList = element.tagName === 'ul' || element.tagName === 'ol'
    if (anchors === 0 || length > whole * 0.5 || links < length * (isList ? 0.75 : 0.6) || good > length * 0.2) continue
    if ((anchors === 1 && length >= 200) || isSentence(page, span)) continue
    if (
      isInDataTable(element) ||
      isReferences(element) ||
      (isList && (isAnnounced(page, span.start) || isBelowWords(page, element)))
    )
      continue
    mark(verdicts, span, 'links')
  }
}

function within(sums: readonly number[], { start, end }: Span): number {
  return (sums[end] ?? 0) - (sums[start] ?? 0)
}

/** One sentence that begins in words of its own, of which most lead elsewhere. */
function isSentence({ blocks }: PageBlocks, { start, end }: Span): boolean {
  const block = blocks[start]
  if (!block || end - start !== 1 || block.stops === 0 || block.length - block.links < OWN_WORDS) return false
  const [first] = block.texts
  return first !== undefined && first.value.trim().length >= OWN_WORDS && !LABEL.test(first.value.trim())
}

/** A sentence before it ends in a colon. */
function isAnnounced(page: PageBlocks, start: number): boolean {
  const before = page.blocks[start - 1]
  return before !== undefined && before.links * 2 < before.length && before.length > 40 && endsInColon(before)
}

/** Only the last words are looked at: many lists may lie behind one long paragraph. */
function endsInColon({ texts }: Block): boolean {
  return /[:：]$/u.test((texts[texts.length - 1]?.value ?? '').trimEnd().slice(-1))
}

/** A list within an item of another, below words of the item's own that are no link. */
function isBelowWords(page: PageBlocks, element: Element): boolean {
  const item = element.parentNode
  const span = item && isElement(item) && item.tagName === 'li' ? page.spans.get(item) : undefined
  const first = span ? page.blocks[span.start] : undefined
  return first !== undefined && first.owner === item && first.links * 2 < first.length
}

function isReferences(element: Element): boolean {
  let at: Element | null = element
  for (let up = 0; at && up < 3; up++) {
    const names = `${attr(at, 'class') ?? ''} ${attr(at, 'id') ?? ''} ${attr(at, 'role') ?? ''}`
    if (/footnote|endnote|reference|bibliograph|citation/iu.test(names)) return true
    at = at.parentNode && isElement(at.parentNode) ? at.parentNode : null
  }
  return closest(element, ({ tagName }) => tagName === 'sup') !== null
}

const LABEL = /^[^\s:：>»→|]+(?:\s[^\s:：]+){0,4}\s?[:：>»→|]\s?/u

/** "Read more: …", "→ …": a few words and a link, or a link without a sentence. */
function markReadMore(page: PageBlocks, isInDataTable: (element: Element) => boolean, verdicts: Verdict[]): void {
  let isList = false
  page.blocks.forEach((block, at) => {
    // Each on a line of its own, below a sentence that announces them.
    isList = block.links === block.length && (isList || isAnnounced(page, at))
    if (isList) return
    const own = block.length - block.links
    if (block.links === 0 || block.length > 200 || own > 30 || block.links < block.length * 0.6) return
    if (!/^(?:p|div|section|article|main)$/u.test(block.owner.tagName) || isInDataTable(block.owner)) return
    const isLabelled = LABEL.test(blockText(block))
    if (isLabelled || (own <= 3 && block.stops === 0)) mark(verdicts, { start: at, end: at + 1 }, 'links')
  })
}

/** Characters of what only says what comes: "Read also:". */
const LONGEST_LABEL = 40

function markEmptyHeadings(page: PageBlocks, verdicts: Verdict[]): void {
  let after: Block | null = null
  for (let at = page.blocks.length - 1; at >= 0; at--) {
    const block = page.blocks[at]
    if (!block || verdicts[at] !== 'keep') continue
    const leadsAway = ['links', 'chrome', 'comments'].includes(verdicts[at + 1] ?? '')
    const isLeft = after === null || (isHeading(after) && after.owner.tagName <= block.owner.tagName)
    const isLabel =
      !isHeading(block) && block.length < LONGEST_LABEL && verdicts[at + 1] === 'links' && endsInColon(block)
    if (leadsAway && (isLabel || (isHeading(block) && isLeft))) verdicts[at] = 'links'
    else after = block
  }
}
