import type { OutlineEntry } from '@shared/domain/snapshot'
import { type Content, blockBounds } from './block-bounds'

/** A stretch of a snapshot's text that search finds as one: about a paragraph. Offsets are UTF-16. */
export interface Passage {
  readonly start: number
  readonly end: number
  /** Text of the nearest heading at or before it; empty before the first. */
  readonly section: string
  /** Where a new block begins within it, ascending: words do not run across, even without white space. */
  readonly breaks: readonly number[]
}

/** The longest passage, in UTF-16 units. */
const LONGEST = 1000
/** Shorter blocks (list items, table cells) are joined with the next ones of their section. */
const SHORT = 160

interface Range {
  readonly start: number
  readonly end: number
}

/** Cuts a snapshot's text into passages at the block boundaries of its content. `text` is the content's `textContent`. */
export function passagesOf(content: Content, text: string, outline: readonly OutlineEntry[]): Passage[] {
  const blocks = blocksOf(content, text).flatMap((block) => cutLong(text, block))
  const passages: Passage[] = []
  let open: { start: number; end: number; section: OutlineEntry | undefined; breaks: number[] } | undefined
  const close = () => {
    if (open !== undefined) passages.push({ ...open, section: open.section?.text ?? '' })
    open = undefined
  }
  let next = 0
  for (const block of blocks) {
    while ((outline[next]?.start ?? Infinity) < block.end) next += 1
    const section = outline[next - 1]
    const joins =
      open !== undefined &&
      open.section === section &&
      open.end - open.start < SHORT &&
      block.end - open.start <= LONGEST
    if (open !== undefined && joins) {
      open.breaks.push(block.start)
      open.end = block.end
    } else {
      close()
      open = { start: block.start, end: block.end, section, breaks: [] }
    }
  }
  close()
  return passages
}

/** The pieces of a passage's text between its breaks, without the white space around them. */
export function segmentsOf(text: string, passage: Pick<Passage, 'start' | 'end' | 'breaks'>): string[] {
  const from = [passage.start, ...passage.breaks]
  return from
    .map((start, at) =>
      text
        .slice(start, from[at + 1] ?? passage.end)
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((segment) => segment !== '')
}

function blocksOf(content: Content, text: string): Range[] {
  const bounds = blockBounds(content)
  const blocks: Range[] = []
  bounds.forEach((bound, at) => {
    const range = trim(text, bound, bounds[at + 1] ?? text.length)
    if (range.start < range.end) blocks.push(range)
  })
  return blocks
}

function trim(text: string, start: number, end: number): Range {
  const slice = text.slice(start, end)
  return { start: start + (slice.length - slice.trimStart().length), end: start + slice.trimEnd().length }
}

function cutLong(text: string, block: Range): Range[] {
  const parts: Range[] = []
  let { start } = block
  while (block.end - start > LONGEST) {
    const cut = start + cutAt(text.slice(start, start + LONGEST))
    const part = trim(text, start, cut)
    if (part.start < part.end) parts.push(part)
    start = cut
  }
  const rest = trim(text, start, block.end)
  if (rest.start < rest.end) parts.push(rest)
  return parts
}

const SENTENCE_END = /(?:[.!?…]["'”’)\]]*\s|[。！？।؟]["'”’」』）]*)/gu

/** Where to cut a piece that is too long: behind a sentence, else behind a word, else between two characters. */
function cutAt(piece: string): number {
  let sentence = 0
  for (const match of piece.matchAll(SENTENCE_END)) sentence = match.index + match[0].length
  if (sentence > piece.length / 3) return sentence
  const word = piece.search(/\s\S*$/u) + 1
  if (word > piece.length / 3) return word
  return /[\ud800-\udbff]$/u.test(piece) ? piece.length - 1 : piece.length
}
