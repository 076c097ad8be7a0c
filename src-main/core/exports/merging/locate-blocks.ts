import { alignLines, linePlaces } from './align-lines'
import { isBlank } from './lines'

/** A block that stood in the file when it was written last. */
export interface KnownBlock {
  readonly lines: readonly string[]
  /** Words that stand in this block alone, such as its id; null when it has none. */
  readonly token: string | null
  /** Whether no empty line stands between it and the block before. */
  readonly tight: boolean
}

/** Where a block is in the file now: lines from `start` to before `end`. */
export type Found =
  { readonly state: 'same' | 'changed'; readonly start: number; readonly end: number } | { readonly state: 'missing' }

const MISSING: Found = { state: 'missing' }
/** A line with fewer letters and digits says too little to know a block by. */
const TELLING = 12
const FREE = -1
/** What ids are made of. */
const WORD = /[\w-]{6,}/gu

/**
 * Finds blocks again in a file that was edited. What is found never overlaps.
 * @param bullets whether each block is a bullet at the margin, as in Logseq, and no empty line parts it from the next
 */
export function locateBlocks(blocks: readonly KnownBlock[], file: readonly string[], bullets: boolean): Found[] {
  const flat: string[] = []
  const starts = blocks.map(({ lines, tight }, at) => {
    if (at > 0 && !tight) flat.push('')
    flat.push(...lines)
    return flat.length - lines.length
  })
  const map = alignLines(flat, file)
  const owner = new Int32Array(file.length).fill(FREE)
  const found: Found[] = blocks.map(() => MISSING)
  const isFree = (at: number, start: number, end: number): boolean => {
    for (let line = start; line < end; line += 1) if (owner[line] !== FREE && owner[line] !== at) return false
    return start >= 0 && end <= file.length
  }
  const claim = (at: number, state: 'same' | 'changed', start: number, end: number): void => {
    found[at] = { state, start, end }
    owner.fill(at, start, end)
  }

  blocks.forEach(({ lines }, at) => {
    const first = starts[at] ?? 0
    const start = map[first] ?? -1
    if (lines.length > 0 && start >= 0 && lines.every((_, line) => map[first + line] === start + line)) {
      claim(at, 'same', start, start + lines.length)
    }
  })
  const tokens = tokenLines(blocks, found, file)
  // The line with its id is a block's own, whatever stands around it.
  for (const [at, line] of tokens) if (owner[line] === FREE) owner[line] = at
  blocks.forEach(({ lines, token }, at) => {
    const line = tokens.get(at)
    if (token === null || line === undefined || lines.length === 0) return
    const start = line - lines.findIndex((text) => holdsToken(text, token))
    const end = start + lines.length
    // Moved elsewhere by hand, word for word.
    if (lines.every((text, index) => file[start + index] === text) && isFree(at, start, end))
      claim(at, 'same', start, end)
  })
  const inBase = linePlaces(flat, 0, flat.length)
  const inFile = linePlaces(file, 0, file.length)
  const once = (places: ReadonlyMap<string, number | null>, text: string) => places.get(text) ?? undefined
  blocks.forEach(({ lines, token }, at) => {
    if (found[at] !== MISSING) return
    const first = starts[at] ?? 0
    const own: number[] = []
    lines.forEach((text, index) => {
      const line = map[first + index] ?? -1
      if (line >= 0 && isFree(at, line, line + 1) && isTelling(text)) own.push(line)
    })
    // Carried elsewhere and edited: known by a line that stands nowhere else.
    if (own.length === 0) {
      for (const text of lines) {
        const line = isTelling(text) && once(inBase, text) !== undefined ? once(inFile, text) : undefined
        if (line !== undefined && isFree(at, line, line + 1)) own.push(line)
      }
    }
    const marked = tokens.get(at)
    const pivot = marked !== undefined && owner[marked] === at ? marked : own[0]
    if (pivot !== undefined) {
      // What another block parts from it was carried elsewhere.
      const near = [pivot, ...own.filter((line) => isFree(at, Math.min(line, pivot), Math.max(line, pivot)))]
      const free = (line: number): boolean => isFree(at, line, line + 1)
      const [start, end] = widen(file, free, Math.min(...near), Math.max(...near) + 1, bullets)
      claim(at, 'changed', start, end)
      return
    }
    // Without an id, whatever stands in its place is it.
    if (token !== null) return
    const gap = gapAt(at, found, file, (line) => owner[line] === FREE)
    if (gap !== null) claim(at, 'changed', gap[0], gap[1])
  })
  return found
}

/** Whether a line carries a block's id: at its end, as Obsidian and Logseq want it, or as an HTML anchor anywhere. */
export function holdsToken(line: string, token: string): boolean {
  if (token.startsWith('<')) return line.includes(token)
  const text = line.trimEnd()
  return text.endsWith(token) && /^[\s>-]?$/u.test(text.at(-token.length - 1) ?? '')
}

/** The line that holds each missing block's token. Found by reading the file once. */
function tokenLines(
  blocks: readonly KnownBlock[],
  found: readonly Found[],
  file: readonly string[],
): Map<number, number> {
  const wanted = new Map<string, { readonly token: string; readonly at: number }[]>()
  blocks.forEach(({ token }, at) => {
    const word = token?.match(WORD)?.at(-1)
    if (token === null || word === undefined || found[at] !== MISSING) return
    wanted.set(word, [...(wanted.get(word) ?? []), { token, at }])
  })
  const lines = new Map<number, number>()
  if (wanted.size === 0) return lines
  file.forEach((text, line) => {
    for (const word of text.match(WORD) ?? []) {
      for (const { token, at } of wanted.get(word) ?? []) {
        if (!lines.has(at) && holdsToken(text, token)) lines.set(at, line)
      }
    }
  })
  return lines
}

function isTelling(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= TELLING
}

/** A range with the lines around it that nothing parts from it: no empty line, or no bullet at the margin. */
function widen(
  file: readonly string[],
  free: (line: number) => boolean,
  first: number,
  last: number,
  bullets: boolean,
): [number, number] {
  const parts = (at: number): boolean => (bullets ? (file[at]?.startsWith('- ') ?? true) : isBlank(file[at]))
  let start = first
  let end = last
  while (start > 0 && free(start - 1) && !(bullets ? parts(start) : parts(start - 1))) start -= 1
  while (end < file.length && free(end) && !parts(end)) end += 1
  return [start, end]
}

/** What stands between the blocks before and after, without empty lines around it; null for nothing. */
function gapAt(
  at: number,
  found: readonly Found[],
  file: readonly string[],
  free: (line: number) => boolean,
): [number, number] | null {
  let start = 0
  let stop = file.length
  found.forEach((one, index) => {
    if (one.state === 'missing') return
    if (index < at) start = Math.max(start, one.end)
    else if (index > at) stop = Math.min(stop, one.start)
  })
  while (start < stop && (isBlank(file[start]) || !free(start))) start += 1
  let end = start
  while (end < stop && free(end)) end += 1
  while (end > start && isBlank(file[end - 1])) end -= 1
  return start < end ? [start, end] : null
}
