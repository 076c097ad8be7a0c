import { type Element, closest, hasClass, rename } from '../html/html-tree'
import { alike } from '../metadata/title-key'
import { isHidden } from './hidden'
import { type Block, type PageBlocks, blockText } from './page-blocks'
import { isHeading, proseOf } from './prose'
import { markRelatedTail } from './related-tail'
import { createBylineTest } from './shown-byline'
import type { Stated } from './stated'
import type { Verdict } from './verdict'

/** What may open or close a text though it is no sentence. */
const MATTER = /^(?:figcaption|pre|blockquote|li|td|th|dt|dd|caption|summary)$/u

/** Letters: a shorter title may be that of a section too. */
const LONG_TITLE = 15
const REPEATED_BLOCKS = 20
/** Blocks of a text's beginning among which a line about its author may stand. */
const BYLINE_BLOCKS = 6
/** Blocks within which the next number of a series is looked for. */
const NEARBY = 100

/** Marks the title, what stands above it, and the lines of date and name around a text; takes in its standfirst. */
export function markEdges(page: PageBlocks, title: string | null, stated: Partial<Stated>, verdicts: Verdict[]): void {
  const wanted = key(title ?? '')
  addStandfirst(page, wanted, verdicts)
  markHead(page, title, stated, verdicts)
  markRelatedTail(page, verdicts)
  markTail(page, verdicts)
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The paragraph between the title and the text often stands apart from it, or calls itself a teaser. */
function addStandfirst(page: PageBlocks, wanted: string, verdicts: Verdict[]): void {
  const first = verdicts.findIndex((verdict, at) => verdict === 'keep' && isSentence(page, at))
  let head = first - 1
  const isTheTitle = (block: Block) =>
    inTopHeading(block.owner) || (wanted !== '' && isHeading(block) && key(blockText(block)) === wanted)
  for (; head >= 0 && head > first - 40; head--) {
    const block = page.blocks[head]
    if (block && verdicts[head] !== 'comments' && verdicts[head] !== 'links' && isTheTitle(block)) break
  }
  if (head < 0 || head <= first - 40) return
  for (let at = head + 1; at < first; at++) {
    const block = page.blocks[at]
    if (!block || verdicts[at] === 'comments' || verdicts[at] === 'links') continue
    const isBelowTitle = at === head + 1 && /^h[2-4]$/u.test(block.owner.tagName) && block.length >= 60
    const reads = block.length >= 80 && block.stops + block.commas > 0
    if (
      (reads || isBelowTitle) &&
      block.length <= 800 &&
      block.links < block.length * 0.3 &&
      mayHoldStandfirst(block.owner)
    ) {
      verdicts[at] = 'keep'
      // It is set as a heading, but nothing stands below it.
      if (isHeading(block)) rename(block.owner, 'p')
    }
  }
}

function inTopHeading(element: Element): boolean {
  return closest(element, ({ tagName }) => tagName === 'h1') !== null
}

function mayHoldStandfirst(owner: Element): boolean {
  if (!/^(?:p|div|h[2-6]|section|header|blockquote)$/u.test(owner.tagName)) return false
  const isElsewhere = (element: Element) =>
    /^(?:nav|aside|form|footer|li|button|figure)$/u.test(element.tagName) || isHidden(element)
  return closest(owner, isElsewhere) === null
}

/** A paragraph, or a line of a text that parts its paragraphs by breaks. */
function isSentence({ blocks }: PageBlocks, at: number): boolean {
  const block = blocks[at]
  if (!block) return false
  const prose = proseOf(block)
  const isLine = blocks[at - 1]?.owner === block.owner || blocks[at + 1]?.owner === block.owner
  return prose >= 40 || (prose > 0 && block.links === 0 && (block.owner.tagName === 'p' || isLine))
}

function markHead(page: PageBlocks, title: string | null, stated: Partial<Stated>, verdicts: Verdict[]): void {
  const wanted = key(title ?? '')
  const start = verdicts.indexOf('keep')
  let from = start
  let prose = 0
  const shown =
    wanted === '' ? -1 : page.blocks.findIndex((block) => isHeading(block) && key(blockText(block)) === wanted)
  const site = key(stated.siteName ?? '')
  const isSection = (block: Block, at: number) => {
    const words = blockText(block, 400)
    return title !== null && shown < at && isOther(words, title) && key(words) !== site
  }
  for (let at = start, seen = 0; at >= 0 && at < page.blocks.length && seen < 25 && prose < 250; at++) {
    const block = page.blocks[at]
    if (!block || verdicts[at] !== 'keep') continue
    seen++
    if (isTitle(block, wanted, seen) && !isSection(block, at)) {
      for (let before = start; before <= at; before++) if (verdicts[before] === 'keep') verdicts[before] = 'edge'
      from = at + 1
      prose = 0
    } else prose += proseOf(block)
  }
  markRepeatedTitle(page, wanted, verdicts)
  markBylines(page, Math.max(0, from), createBylineTest(stated.byline ?? null), verdicts)
  for (let at = Math.max(0, from); at < page.blocks.length; at++) {
    const block = page.blocks[at]
    if (!block || verdicts[at] !== 'keep') continue
    const { tagName } = block.owner
    if (
      isSentence(page, at) ||
      MATTER.test(tagName) ||
      hasClass(block.owner, 'embed') ||
      (isHeading(block) && (tagName !== 'h1' || isSection(block, at)))
    )
      return
    if (block.length > 60 && block.links * 2 < block.length) return
    if (block.length < 20 && isFirstOfNumbered(page, at, verdicts)) return
    verdicts[at] = 'edge'
  }
}

/** A title that is set once more above the text, below a summary of it. */
function markRepeatedTitle({ blocks }: PageBlocks, wanted: string, verdicts: Verdict[]): void {
  if (wanted.length < LONG_TITLE) return
  for (let at = 0, seen = 0; at < blocks.length && seen < REPEATED_BLOCKS; at++) {
    const block = blocks[at]
    if (!block || verdicts[at] !== 'keep') continue
    seen++
    if (isHeading(block) && block.length < 300 && key(blockText(block)) === wanted) verdicts[at] = 'edge'
  }
}

/** A line about the author stands by the title, or behind the standfirst and its picture. */
function markBylines(
  { blocks }: PageBlocks,
  from: number,
  isByline: (block: Block) => boolean,
  verdicts: Verdict[],
): void {
  for (let at = from, seen = 0; at < blocks.length && seen < BYLINE_BLOCKS; at++) {
    const block = blocks[at]
    if (!block || verdicts[at] !== 'keep') continue
    seen++
    if (isByline(block)) verdicts[at] = 'edge'
  }
}

/** "1", "Step 1", where "2", "Step 2" comes later. */
function isFirstOfNumbered({ blocks }: PageBlocks, from: number, verdicts: readonly Verdict[]): boolean {
  const own = blocks[from]
  const words = own ? blockText(own) : ''
  if (!/^\D*1\D*$/u.test(words)) return false
  const wanted = words.replace('1', '2')
  return blocks
    .slice(from + 1, from + NEARBY)
    .some((block, at) => verdicts[from + 1 + at] === 'keep' && block.length < 20 && blockText(block) === wanted)
}

/** A main heading that says something else than the title. */
function isOther(heading: string, title: string): boolean {
  const [own, wanted] = [key(heading), key(title)]
  if (own === '' || wanted.includes(own) || own.includes(wanted) || alike(heading, title)) return false
  // With the reading of its signs beside them, a title has more letters.
  let at = 0
  for (const letter of own) if (letter === wanted[at]) at++
  return at < wanted.length
}

function isTitle(block: Block, wanted: string, seen: number): boolean {
  if (block.length > 300) return false
  if (block.owner.tagName === 'h1') return true
  return wanted !== '' && (isHeading(block) || seen < 4) && key(blockText(block)) === wanted
}

function markTail(page: PageBlocks, verdicts: Verdict[]): void {
  for (let at = page.blocks.length - 1; at >= 0; at--) {
    const block = page.blocks[at]
    if (!block || verdicts[at] !== 'keep') continue
    // What it announces is gone.
    const announces = block.length < 120 && /[:：]$/u.test(blockText(block))
    const stays = isSentence(page, at) || MATTER.test(block.owner.tagName)
    const isWords = !isHeading(block) && block.links * 2 < block.length && (block.stops > 0 || block.length > 60)
    if (!announces && (stays || isWords)) return
    verdicts[at] = 'edge'
  }
}
