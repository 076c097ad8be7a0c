import { longestRising } from './align-lines'
import { insertAt, inTurn } from './insert-blocks'
import { isBlank } from './lines'
import { locateBlocks, type Found, type KnownBlock } from './locate-blocks'

/** A block as Lectern has it now. */
export interface OurBlock {
  /** Names it within its file, for as long as it lives. */
  readonly key: string
  readonly text: string
  /** Changes when what it says changes, not when only its template does. */
  readonly data: string
  /** Words that stand in this block alone, such as its id; null when it has none. */
  readonly token: string | null
  /** Whether no empty line stands between it and the block before. */
  readonly tight: boolean
  /** Whether it only stands over others. */
  readonly heading: boolean
}

/** A block as it was after the last export. */
export interface BaseBlock extends OurBlock {
  /** Lectern's version that was put beside the person's own. */
  readonly offered: string | null
}

/** What is written around blocks that a person has edited. */
export interface MergeMarks {
  readonly bullets: boolean
  /** Lectern's version of a block, to stand below the person's. */
  readonly offer: (block: OurBlock) => { readonly text: string; readonly token: string | null }
  /** Says that the block above is no longer in Lectern. */
  readonly gone: string
}

export type BlockOutcome =
  | 'added'
  | 'updated'
  | 'removed'
  | 'moved'
  /** The person's words stay, and Lectern's newer ones were put beside them. */
  | 'conflict'
  /** The person's words stay, though Lectern has the block no more. */
  | 'kept'

/** Lines that take the place of others. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

export interface MergedBlocks {
  /** In rising order, never overlapping. */
  readonly edits: readonly Edit[]
  readonly base: readonly BaseBlock[]
  readonly outcomes: readonly { readonly key: string; readonly outcome: BlockOutcome }[]
}

const linesOf = (text: string): string[] => text.split('\n')

/**
 * Merges block by block: what a person did not touch follows Lectern; what a person changed stays; where both changed,
 * Lectern's version is put beside; what a person took out stays out until it changes in Lectern.
 * @param base what was exported last; null when that is not known, and then whatever differs counts as changed on both sides
 */
export function mergeBlocks(
  base: readonly BaseBlock[] | null,
  ours: readonly OurBlock[],
  file: readonly string[],
  marks: MergeMarks,
  restore: boolean,
): MergedBlocks {
  const before: readonly BaseBlock[] = base ?? ours.map((block) => ({ ...block, data: '', offered: null }))
  const places = findAll(before, ours, file, marks)
  const ourByKey = new Map(ours.map((block) => [block.key, block]))
  const baseByKey = new Map(before.map((block) => [block.key, block]))
  const edits: Edit[] = []
  const next = new Map<string, BaseBlock>()
  const outcomes: { key: string; outcome: BlockOutcome }[] = []
  const say = (key: string, outcome: BlockOutcome): void => void outcomes.push({ key, outcome })
  const remove = (found: Found): void => {
    if (found.state !== 'missing') edits.push(withoutBlank(found.start, found.end, file))
  }
  const replace = (found: Found, text: string): void => {
    if (found.state !== 'missing') edits.push({ start: found.start, end: found.end, lines: linesOf(text) })
  }

  for (const block of before) {
    if (ourByKey.has(block.key)) continue
    const { main, offered } = places.of(block.key)
    if (offered.state === 'same') remove(offered)
    if (main.state === 'same' && !(block.heading && hasWordsBelow(main.end, file, places.claimed))) {
      remove(main)
      say(block.key, 'removed')
    } else if (main.state === 'changed') {
      edits.push({ start: main.end, end: main.end, lines: marks.bullets ? [marks.gone] : ['', marks.gone] })
      say(block.key, 'kept')
    }
  }

  const moved = movedBlocks(before, ours, places)
  const missing = new Set<string>()
  for (const block of ours) {
    const known = baseByKey.get(block.key)
    const { main, offered } = places.of(block.key)
    const keep = (change: Partial<BaseBlock>): void =>
      void next.set(block.key, {
        ...block,
        text: known?.text ?? block.text,
        offered: known?.offered ?? null,
        ...change,
      })
    const offerBelow = (at: number): void => {
      const { text } = marks.offer(block)
      edits.push({ start: at, end: at, lines: marks.bullets ? linesOf(text) : ['', ...linesOf(text)] })
      keep({ offered: text })
      say(block.key, 'conflict')
    }
    const changedHere = known === undefined || known.data !== block.data
    if (main.state === 'missing') {
      if (offered.state === 'same') {
        // The person took their own version out and left Lectern's: it takes its place.
        replace(offered, block.text)
        keep({ text: block.text, offered: null })
        say(block.key, 'updated')
      } else if ((changedHere || restore) && offered.state === 'missing') {
        missing.add(block.key)
        keep({ text: block.text, offered: null })
        say(block.key, 'added')
      } else if (changedHere && offered.state === 'changed') {
        // Lectern's version was edited and the other taken out: it is the person's now.
        offerBelow(offered.end)
      } else keep({})
      continue
    }
    const here = file.slice(main.start, main.end).join('\n')
    if (main.state === 'same' || here === block.text) {
      if (moved.has(block.key)) {
        remove(main)
        missing.add(block.key)
        say(block.key, 'moved')
      } else if (here !== block.text) {
        replace(main, block.text)
        say(block.key, 'updated')
      }
      if (offered.state === 'same') remove(offered)
      keep({ text: block.text, offered: null })
      continue
    }
    const offer = marks.offer(block)
    if (offered.state === 'same') {
      if (offer.text !== known?.offered) {
        replace(offered, offer.text)
        if (changedHere) say(block.key, 'conflict')
      }
      keep({ offered: offer.text })
    } else if (changedHere) {
      offerBelow(main.end)
    } else keep({ offered: offered.state === 'missing' ? null : (known?.offered ?? null) })
  }

  for (const run of inTurn(ours, missing)) {
    edits.push(insertAt(run, places.span, places.claimed, file, marks.bullets))
  }
  return {
    edits: toTheEnd(inOrder(edits), file),
    base: ours.flatMap(({ key }) => next.get(key) ?? []),
    outcomes,
  }
}

interface Places {
  readonly of: (key: string) => { readonly main: Found; readonly offered: Found }
  /** A block together with Lectern's version below it. */
  readonly span: (key: string) => Found
  readonly claimed: Uint8Array
}

function findAll(
  before: readonly BaseBlock[],
  ours: readonly OurBlock[],
  file: readonly string[],
  marks: MergeMarks,
): Places {
  const known: (KnownBlock & { readonly key: string; readonly part: 'main' | 'offered' })[] = []
  const baseKeys = new Set(before.map(({ key }) => key))
  for (const block of before) {
    known.push({ key: block.key, part: 'main', lines: linesOf(block.text), token: block.token, tight: block.tight })
    if (block.offered !== null) {
      const { token } = marks.offer(block)
      known.push({ key: block.key, part: 'offered', lines: linesOf(block.offered), token, tight: marks.bullets })
    }
  }
  // New to us, but perhaps in the file all the same: it was taken out of Lectern and back.
  for (const { key, token, tight } of ours) {
    if (!baseKeys.has(key) && token !== null) known.push({ key, part: 'main', lines: [], token, tight })
  }
  const found = locateBlocks(known, file, marks.bullets)
  const claimed = new Uint8Array(file.length)
  const places = new Map<string, { main: Found; offered: Found }>()
  known.forEach(({ key, part }, at) => {
    const place = found[at] ?? { state: 'missing' }
    if (place.state !== 'missing') claimed.fill(1, place.start, place.end)
    const both = places.get(key) ?? { main: { state: 'missing' }, offered: { state: 'missing' } }
    places.set(key, { ...both, [part]: place })
  })
  const nowhere = { main: { state: 'missing' }, offered: { state: 'missing' } } as const
  const of = (key: string) => places.get(key) ?? nowhere
  const span = (key: string): Found => {
    const { main, offered } = of(key)
    if (main.state === 'missing' || offered.state === 'missing') return main.state === 'missing' ? offered : main
    return { state: main.state, start: Math.min(main.start, offered.start), end: Math.max(main.end, offered.end) }
  }
  return { of, span, claimed }
}

/** Untouched blocks that stand in another order in Lectern than they did. */
function movedBlocks(before: readonly BaseBlock[], ours: readonly OurBlock[], places: Places): Set<string> {
  const order = new Map(before.map(({ key }, at) => [key, at]))
  const both = ours.filter(({ key }) => order.has(key))
  const rising = new Set(longestRising(both.map(({ key }) => order.get(key) ?? 0)))
  return new Set(
    both.filter(({ key }, at) => !rising.has(at) && places.of(key).main.state === 'same').map(({ key }) => key),
  )
}

/** Whether a person wrote something between a heading and the next block. */
function hasWordsBelow(end: number, file: readonly string[], claimed: Uint8Array): boolean {
  let at = end
  while (at < file.length && isBlank(file[at])) at += 1
  return at < file.length && claimed[at] === 0
}

/** A block's lines with one of the empty lines that part it from its neighbours. */
function withoutBlank(start: number, end: number, file: readonly string[]): Edit {
  const above = start === 0 || isBlank(file[start - 1])
  if (above && end < file.length && isBlank(file[end])) return { start, end: end + 1, lines: [] }
  if (end === file.length && start > 0 && isBlank(file[start - 1])) return { start: start - 1, end, lines: [] }
  return { start, end, lines: [] }
}

/** What is put in at a place comes before what is taken away from there. */
function inOrder(edits: readonly Edit[]): Edit[] {
  return edits
    .map((edit, at) => ({ edit, at }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.at - b.at)
    .map(({ edit }) => edit)
}

/** Where the last blocks of a file go, the empty line above them goes too. */
function toTheEnd(edits: readonly Edit[], file: readonly string[]): Edit[] {
  let end = file.length
  let at = edits.length
  for (; at > 0; at -= 1) {
    const edit = edits[at - 1]
    if (edit === undefined || edit.lines.length > 0 || edit.end < end) break
    end = Math.min(end, edit.start)
  }
  if (at === edits.length || end === 0 || !isBlank(file[end - 1])) return [...edits]
  return [...edits.slice(0, at), { start: end - 1, end: file.length, lines: [] }]
}
