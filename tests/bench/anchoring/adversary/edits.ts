import type { Random } from '../random'
import { cut, fresh, join, replace, type Traced } from '../traced-text'
import { nearTwinOf, type Block, type BlockKind, type Paper } from './document'

type Edit = (paper: Paper, random: Random) => void

export const some = (paper: Paper, random: Random, ...kinds: readonly BlockKind[]): Block | null => {
  const all = paper.blocks.filter(({ kind, parts }) => kinds.includes(kind) && parts.length > 0)
  return all.length === 0 ? null : random.pick(all)
}

export const isDoubled = (paper: Paper, parts: readonly Traced[]) =>
  parts.some(({ origin }) => origin.some((at) => at >= 0 && paper.doubled.has(at)))

/** The run of blocks of one kind around a block. */
export function runOf(paper: Paper, block: Block): [low: number, high: number] {
  let low = paper.blocks.indexOf(block)
  let high = low + 1
  while (paper.blocks[low - 1]?.kind === block.kind) low -= 1
  while (paper.blocks[high]?.kind === block.kind) high += 1
  return [low, high]
}

function edit(paper: Paper, random: Random, change: (part: Traced) => Traced): void {
  const block = some(paper, random, 'paragraph', 'item', 'row')
  if (block === null) return
  const at = random.below(block.parts.length)
  const part = block.parts[at]
  if (part) block.parts[at] = change(part)
}

export function turn(paper: Paper, part: Traced, start: number, end: number, words: string): Traced {
  for (let at = start; at < end; at += 1) paper.turned.add(part.origin[at] ?? -1)
  return words === '' ? join([cut(part, 0, start), cut(part, end)]) : replace(part, start, end, words)
}

const moveBlock: Edit = (paper, random) => {
  const block = random.pick(paper.blocks)
  if (isDoubled(paper, block.parts)) return
  paper.blocks.splice(paper.blocks.indexOf(block), 1)
  paper.blocks.splice(random.below(paper.blocks.length + 1), 0, block)
}

const moveSection: Edit = (paper, random) => {
  const low = random.below(paper.blocks.length)
  const moved = paper.blocks.splice(low, 1 + random.below(4))
  if (
    isDoubled(
      paper,
      moved.flatMap(({ parts }) => parts),
    )
  )
    paper.blocks.splice(low, 0, ...moved)
  else paper.blocks.splice(random.below(paper.blocks.length + 1), 0, ...moved)
}

const merge: Edit = (paper, random) => {
  const at = random.below(paper.blocks.length - 1)
  const [first, second] = paper.blocks.slice(at, at + 2)
  if (first?.kind !== 'paragraph' || second?.kind !== 'paragraph') return
  paper.blocks.splice(at, 2, { kind: 'paragraph', parts: [...first.parts, ...second.parts] })
}

const split: Edit = (paper, random) => {
  const block = some(paper, random, 'paragraph')
  if (block === null || block.parts.length < 2) return
  const at = 1 + random.below(block.parts.length - 1)
  const rest = block.parts.splice(at)
  paper.blocks.splice(paper.blocks.indexOf(block) + 1, 0, { kind: 'paragraph', parts: rest })
}

const reorder: Edit = (paper, random) => {
  const block = some(paper, random, 'item', 'row')
  if (block === null) return
  const [low, high] = runOf(paper, block)
  const run = paper.blocks.slice(low, high)
  const key = (each: Block) => each.parts.map(({ text }) => text).join('')
  const how = random.below(3)
  if (how === 0) run.reverse()
  else if (how === 1) run.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  else run.push(...run.splice(0, 1 + random.below(run.length)))
  paper.blocks.splice(low, high - low, ...run)
}

const twinBefore: Edit = (paper, random) => {
  const block = some(paper, random, 'paragraph', 'item')
  if (block === null) return
  const at = random.below(block.parts.length)
  const sentence = block.parts[at]
  // A twin of an edited sentence may be the sentence that was there before.
  if (!sentence || sentence.origin.some((at) => at === -1 || paper.denied.has(at))) return
  const twin = fresh(nearTwinOf(sentence.text, random))
  if (twin.text === sentence.text) return
  for (const at of sentence.origin) paper.doubled.add(at)
  if (block.kind === 'item') paper.blocks.splice(paper.blocks.indexOf(block), 0, { kind: 'item', parts: [twin] })
  else block.parts.splice(random.chance(0.7) ? at : random.below(block.parts.length + 1), 0, twin)
}

const removeSentence: Edit = (paper, random) => {
  const block = some(paper, random, 'paragraph')
  if (block === null) return
  const at = random.below(block.parts.length)
  if (!isDoubled(paper, block.parts.slice(at, at + 1))) block.parts.splice(at, 1)
}

const removeBlock: Edit = (paper, random) => {
  const at = random.below(paper.blocks.length)
  if (paper.blocks.length > 3 && !isDoubled(paper, paper.blocks[at]?.parts ?? [])) paper.blocks.splice(at, 1)
}

/** One of several that stand more than once goes: a copy, or one of a pair of near twins. */
const removeTwin: Edit = (paper, random) => {
  const stem = (text: string) => text.replace(/\d+|\bnot\b|\s+/gu, '').slice(0, 24)
  const all = paper.blocks.flatMap((block) => block.parts.map((part) => ({ block, part, key: stem(part.text) })))
  const twins = all.filter((one) => one.key.length > 8 && all.some((other) => other !== one && other.key === one.key))
  if (twins.length === 0) return
  const twin = random.pick(twins)
  const { block, part } = twin
  // Of two copies in a row, either may be the one that is left.
  const at = all.indexOf(twin)
  if (
    [all[at - 1], all[at + 1]].some((next) => next?.part.text.trim().toLowerCase() === part.text.trim().toLowerCase())
  )
    return
  if (!isDoubled(paper, [part])) block.parts.splice(block.parts.indexOf(part), 1)
}

const renameHeading: Edit = (paper, random) => {
  const block = some(paper, random, 'heading')
  if (block !== null) block.parts = [fresh(random.pick(['Background', 'Figures', 'Early days', 'Later']))]
}

const upper: Edit = (paper, random) =>
  edit(paper, random, ({ text, origin }) => {
    const anew = random.chance(0.5) ? text.toUpperCase() : text.toLowerCase()
    return anew.length === text.length ? { text: anew, origin } : { text, origin }
  })

const SIGNS = [
  [/"/gu, '”'],
  [/'/gu, '’'],
  [/[–-]/gu, '—'],
  [/ /gu, '\u00a0'],
  [/ /gu, '\u2009'],
] as const
const typography: Edit = (paper, random) => {
  const [from, to] = random.pick(SIGNS)
  eachPart(paper, ({ text, origin }) => ({ text: text.replace(from, to), origin }))
}

const renumberCitations: Edit = (paper, random) => {
  const by = 1 + random.below(30)
  eachPart(paper, (part) => {
    let anew = part
    for (const mark of [...part.text.matchAll(/\[(\d{1,3})\](?!\))/gu)].reverse()) {
      anew = replace(anew, mark.index, mark.index + mark[0].length, `[${Number(mark[1]) + by}]`)
    }
    return anew
  })
}

/** The text in another Unicode form: each character's pieces come from where it was. */
const normalise: Edit = (paper, random) => {
  const form = random.pick(['NFC', 'NFD'] as const)
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  eachPart(paper, (part) =>
    join(
      [...segmenter.segment(part.text)].map(({ segment, index }) => {
        const anew = segment.normalize(form)
        return { text: anew, origin: new Int32Array(anew.length).fill(part.origin[index] ?? -1) }
      }),
    ),
  )
}

export function eachPart(paper: Paper, change: (part: Traced) => Traced): void {
  for (const block of paper.blocks) block.parts = block.parts.map(change)
}

const renumber: Edit = (paper, random) =>
  edit(paper, random, (part) => {
    const numbers = [...part.text.matchAll(/(?<![\d[.,])\d+(?![\d\]]|[.,]\d)/gu)]
    if (numbers.length === 0) return part
    const { index, 0: number } = random.pick(numbers)
    return turn(paper, part, index, index + number.length, String(Number(number) + 1 + random.below(9)))
  })

const deny: Edit = (paper, random) =>
  edit(paper, random, (part) => {
    const not = / not(?= )/u.exec(part.text)
    // What an edit put there is no statement of before, and twice denied is what it was.
    if (part.origin.some((at) => paper.denied.has(at))) return part
    for (const at of part.origin) paper.denied.add(at)
    if (not !== null) return turn(paper, part, not.index, not.index + 4, '')
    const verb = /(?<= (?:was|were|is|had)) /u.exec(part.text)
    if (verb === null) return part
    paper.turned.add(part.origin[verb.index] ?? -1)
    return join([cut(part, 0, verb.index), fresh(' not'), cut(part, verb.index)])
  })

const reword: Edit = (paper, random) =>
  edit(paper, random, (part) => {
    const words = [...part.text.matchAll(/(?<!\p{L})(?!(?:not|never)(?!\p{L}))\p{L}{3,}/gu)]
    if (words.length === 0) return part
    const { index, 0: word } = random.pick(words)
    return replace(part, index, index + word.length, random.pick(['lorem', 'other', 'Ibsen', 'quiet', 'stone']))
  })

const insert: Edit = (paper, random) => {
  const block = some(paper, random, 'paragraph')
  block?.parts.splice(
    random.below(block.parts.length + 1),
    0,
    fresh('Nobody wrote of it before the war ended it all. '),
  )
}

/** A cell's value takes another's place. */
const swapCells: Edit = (paper, random) => {
  const row = some(paper, random, 'row')
  if (row === null) return
  const [low, high] = runOf(paper, row)
  const other = paper.blocks[low + random.below(high - low)]
  const at = 1 + random.below(2)
  const [mine, theirs] = [row.parts[at], other?.parts[at]]
  if (!other || !mine || !theirs || mine.text === theirs.text) return
  // Two rows of one name that change their values are two rows that changed places.
  if (row.parts[0]?.text === other.parts[0]?.text) return
  // A sentence in the row of another number moved there.
  if (mine.text.length > 8 || theirs.text.length > 8) return
  // A value that takes its own place again is not turned.
  if (mine.origin[0] === -1 || theirs.origin[0] === -1) return
  for (const part of [mine, theirs]) for (const origin of part.origin) paper.turned.add(origin)
  row.parts[at] = fresh(theirs.text)
  other.parts[at] = fresh(mine.text)
}

/** What an adversary does to a document, by name. */
export const ADVERSE_EDITS = {
  moveBlock,
  moveSection,
  merge,
  split,
  reorder,
  twinBefore,
  removeSentence,
  removeBlock,
  removeTwin,
  renameHeading,
  upper,
  typography,
  renumberCitations,
  normalise,
  renumber,
  deny,
  reword,
  insert,
  swapCells,
} satisfies Record<string, Edit>

export type AdverseEdit = keyof typeof ADVERSE_EDITS
