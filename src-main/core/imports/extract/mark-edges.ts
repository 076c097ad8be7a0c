import { type Element, closest, rename } from '../html/html-tree'
import { isHidden } from './hidden'
import { type Block, type PageBlocks, blockText } from './page-blocks'
import { isHeading, proseOf } from './prose'
import type { Verdict } from './verdict'

/** What may open or close a text though it is no sentence. */
const MATTER = /^(?:figcaption|pre|blockquote|li|td|th|dt|dd|caption|summary)$/u

/** Marks the title, what stands above it, and the lines of date and name around a text; takes in its standfirst. */
export function markEdges(page: PageBlocks, title: string | null, verdicts: Verdict[]): void {
  const wanted = key(title ?? '')
  addStandfirst(page, wanted, verdicts)
  markHead(page, wanted, verdicts)
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

function markHead(page: PageBlocks, wanted: string, verdicts: Verdict[]): void {
  const start = verdicts.indexOf('keep')
  let from = start
  let prose = 0
  for (let at = start, seen = 0; at >= 0 && at < page.blocks.length && seen < 25 && prose < 250; at++) {
    const block = page.blocks[at]
    if (!block || verdicts[at] !== 'keep') continue
    seen++
    if (isTitle(block, wanted, seen)) {
      for (let before = start; before <= at; before++) if (verdicts[before] === 'keep') verdicts[before] = 'edge'
      from = at + 1
      prose = 0
    } else prose += proseOf(block)
  }
  for (let at = Math.max(0, from); at < page.blocks.length; at++) {
    const block = page.blocks[at]
    if (!block || verdicts[at] !== 'keep') continue
    const { tagName } = block.owner
    if (isSentence(page, at) || MATTER.test(tagName) || (isHeading(block) && tagName !== 'h1')) return
    if (block.length > 60 && block.links * 2 < block.length) return
    verdicts[at] = 'edge'
  }
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
