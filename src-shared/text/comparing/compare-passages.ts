import { runsOf } from '../moving/align'
import { compareTexts } from '../moving/comparison'
import type { Tokens } from '../moving/tokens'

/** A stretch of words within a changed passage. */
export interface DiffRun {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A part of a comparison, in the order of the newer text. */
export type DiffPart =
  /** Nothing changed for so many words, from one offset of the newer text to another (UTF-16 units). */
  | {
      readonly kind: 'unchanged'
      readonly words: number
      readonly paragraphs: number
      readonly start: number
      readonly end: number
    }
  /** A passage with its changes and a little of what stands around them. */
  | {
      readonly kind: 'added' | 'removed' | 'changed'
      readonly runs: DiffRun[]
      /** Where it begins in the newer text: UTF-16 units. */
      readonly at: number
    }

/** Changes in one paragraph with fewer words between them are read as one. */
const TOGETHER = 10
/** Words shown on each side of a change. */
const AROUND = 14
/** Fewer words than this between two changes on both sides are shown as changed too: islands are hard to read. */
const ISLAND = 2

interface Change {
  readonly aStart: number
  readonly aEnd: number
  readonly bStart: number
  readonly bEnd: number
}

/**
 * What changed between two versions of a text, word by word. White space, citation marks, the kind of quotes and dashes, and
 * Unicode composition are no changes.
 */
export function comparePassages(from: string, to: string): DiffPart[] {
  const { a, b, map } = compareTexts(from, to, false)
  const changes = withoutIslands(changesOf(map, a.count, b.count).map((change) => settled(a, b, change)))
  const groups: Change[][] = []
  for (const change of changes) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && areTogether(a, b, last, change)) group.push(change)
    else groups.push([change])
  }
  const parts: DiffPart[] = []
  let shown = 0
  groups.forEach((group, index) => {
    const first = group[0]
    const last = group.at(-1)
    if (!first || !last) return
    const low = Math.max(shown, paragraphStart(b, first.bStart))
    const high = Math.min(groups[index + 1]?.[0]?.bStart ?? b.count, paragraphEnd(b, last.bEnd))
    if (low > shown) parts.push(unchanged(b, shown, low))
    parts.push({ kind: kindOf(group), runs: runsOfGroup(a, b, group, low, high), at: b.starts[low] ?? b.text.length })
    shown = high
  })
  if (b.count > shown) parts.push(unchanged(b, shown, b.count))
  return parts
}

function unchanged({ text, starts, ends }: Tokens, low: number, high: number): DiffPart {
  const [start, end] = [starts[low] ?? 0, ends[high - 1] ?? text.length]
  return { kind: 'unchanged', words: high - low, paragraphs: text.slice(start, end).split(/\n\s*/u).length, start, end }
}

function changesOf(map: Int32Array, aCount: number, bCount: number): Change[] {
  const changes: Change[] = []
  let [aStart, bStart] = [0, 0]
  for (const run of [...runsOf(map), { a: aCount, b: bCount, length: 0 }]) {
    if (run.a > aStart || run.b > bStart) changes.push({ aStart, aEnd: run.a, bStart, bEnd: run.b })
    aStart = run.a + run.length
    bStart = run.b + run.length
  }
  return changes
}

/** The most words that a change is slid by. */
const SLIDE = 40

/** Slides what was only added, or only removed, so that it is whole sentences or paragraphs where it can be. */
function settled(a: Tokens, b: Tokens, change: Change): Change {
  const isAdded = change.aStart === change.aEnd
  if (isAdded === (change.bStart === change.bEnd)) return change
  const tokens = isAdded ? b : a
  const [start, end] = isAdded ? [change.bStart, change.bEnd] : [change.aStart, change.aEnd]
  let best = 0
  for (const step of [-1, 1] as const) {
    for (let by = step; Math.abs(by) <= SLIDE; by += step) {
      const [from, to] = step === 1 ? [start + by - 1, end + by - 1] : [start + by, end + by]
      if (from < 0 || to >= tokens.count || tokens.ids[from] !== tokens.ids[to]) break
      if (beginsAt(tokens, start + by) > beginsAt(tokens, start + best)) best = by
    }
  }
  return {
    aStart: change.aStart + best,
    aEnd: change.aEnd + best,
    bStart: change.bStart + best,
    bEnd: change.bEnd + best,
  }
}

/** How plainly something begins at a word: 2 for a line, 1 for a sentence. */
function beginsAt({ text, starts, ends }: Tokens, at: number): number {
  if (at === 0 || text.slice(ends[at - 1], starts[at]).includes('\n')) return 2
  return /[.!?。！？]/u.test(text.charAt((ends[at - 1] ?? 1) - 1)) ? 1 : 0
}

function withoutIslands(changes: readonly Change[]): Change[] {
  const joined: Change[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    const isReplaced = ({ aStart, aEnd, bStart, bEnd }: Change) => aEnd > aStart && bEnd > bStart
    if (last && change.bStart - last.bEnd <= ISLAND && isReplaced(last) && isReplaced(change)) {
      joined[joined.length - 1] = { ...last, aEnd: change.aEnd, bEnd: change.bEnd }
    } else joined.push(change)
  }
  return joined
}

/** Whether two changes are read as one: near each other, in one paragraph. */
function areTogether(a: Tokens, b: Tokens, last: Change, next: Change): boolean {
  if (next.bStart - last.bEnd > TOGETHER) return false
  const hasLine = ({ text, starts, ends }: Tokens, end: number, start: number) =>
    text.slice(ends[end - 1] ?? 0, starts[start] ?? text.length).includes('\n')
  return !hasLine(a, last.aEnd, next.aStart) && !hasLine(b, last.bEnd, next.bStart)
}

function kindOf(group: readonly Change[]): 'added' | 'removed' | 'changed' {
  if (group.every(({ aStart, aEnd }) => aStart === aEnd)) return 'added'
  return group.every(({ bStart, bEnd }) => bStart === bEnd) ? 'removed' : 'changed'
}

function runsOfGroup(a: Tokens, b: Tokens, group: readonly Change[], low: number, high: number): DiffRun[] {
  const runs: DiffRun[] = []
  const add = (kind: DiffRun['kind'], tokens: Tokens, start: number, end: number): void => {
    if (start >= end) return
    // With the space behind it, so that the runs read as one text; with the one before it where the run before has none.
    const last = runs.at(-1)
    const isApart = last !== undefined && !/\s$/u.test(last.text)
    const from = isApart ? (tokens.ends[start - 1] ?? 0) : (tokens.starts[start] ?? 0)
    const stop = tokens.starts[end] ?? tokens.text.length
    const gap = tokens.text.slice(from, tokens.starts[start])
    const words = tokens.text
      .slice(/^\s+$/u.test(gap) ? from : (tokens.starts[start] ?? 0), stop)
      .replace(/\s*\n\s*/gu, '\n')
      .replace(/[^\S\n]+/gu, ' ')
    runs.push({ kind, text: words })
  }
  let at = low
  for (const { aStart, aEnd, bStart, bEnd } of group) {
    add('same', b, at, bStart)
    add('removed', a, aStart, aEnd)
    add('added', b, bStart, bEnd)
    at = bEnd
  }
  add('same', b, at, high)
  return runs
}

/** The beginning of the line that a word stands in, if it is near. */
function paragraphStart({ text, starts, ends }: Tokens, word: number): number {
  for (let at = word; at > word - AROUND && at > 0; at -= 1) {
    if (text.slice(ends[at - 1], starts[at]).includes('\n')) return at
  }
  return Math.max(0, word - AROUND)
}

function paragraphEnd({ text, starts, ends, count }: Tokens, word: number): number {
  for (let at = Math.max(1, word); at < word + AROUND && at < count; at += 1) {
    if (text.slice(ends[at - 1], starts[at]).includes('\n')) return at
  }
  return Math.min(count, word + AROUND)
}
