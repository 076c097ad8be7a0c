import { cut, fresh, join } from '../traced-text'
import type { Block, Paper } from '../adversary/document'
import { ADVERSE_EDITS, eachPart, isDoubled, runOf, some, turn } from '../adversary/edits'
import type { Random } from '../random'
import { blocksOf, keep } from './paper-state'
import { columns, facts, listToTable } from './tables'

/**
 * One revision of an article.
 * @param write another article's blocks, none of them known
 * @returns what the next revision does at once, where it undoes this one
 */
export type Revision = (paper: Paper, random: Random, write: () => Block[]) => (() => void) | void

const {
  deny,
  merge,
  split,
  moveSection,
  moveBlock,
  reorder,
  renumber,
  insert,
  removeBlock,
  removeSentence,
  reword,
  swapCells,
} = ADVERSE_EDITS

const each =
  (...all: readonly Revision[]): Revision =>
  (paper, random, write) =>
    random.pick(all)(paper, random, write)

/** One of several blocks of a kind goes, or comes, or changes places; of two equal ones in a row nobody could say which. */
const oneOfEqual =
  (...kinds: Block['kind'][]): Revision =>
  (paper, random) => {
    const block = some(paper, random, ...kinds)
    if (block === null || isDoubled(paper, block.parts)) return
    const at = paper.blocks.indexOf(block)
    const words = ({ parts }: Block) =>
      parts
        .map(({ text }) => text)
        .join('')
        .trim()
        .toLowerCase()
    if ([at - 1, at + 1].some((near) => paper.blocks[near] && words(paper.blocks[near]) === words(block))) return
    const how = random.below(3)
    if (how === 0) paper.blocks.splice(at, 1)
    else if (how === 1)
      paper.blocks.splice(random.below(paper.blocks.length), 0, {
        kind: block.kind,
        parts: block.parts.map(({ text }) => fresh(text)),
      })
    else moveSection(paper, random)
    if (how !== 1) return
    for (const { origin } of block.parts) for (const from of origin) paper.doubled.add(from)
  }

/** A sentence goes elsewhere, and what is left in its place says nearly the same. */
const moveAndReword: Revision = (paper, random) => {
  const block = some(paper, random, 'paragraph')
  const to = some(paper, random, 'paragraph')
  // Of a passage that most went from, what was written in its place is as much of it as what is left.
  if (block === null || to === null || block === to || paper.doubled.size > 0) return
  const at = random.below(block.parts.length)
  const sentence = block.parts[at]
  if (!sentence || isDoubled(paper, [sentence]) || sentence.origin.some((from) => from === -1)) return
  for (const from of sentence.origin) paper.doubled.add(from)
  block.parts[at] = fresh(sentence.text.replace(/(?<!\p{L})\p{L}{3,}/u, 'Such'))
  to.parts.splice(random.below(to.parts.length + 1), 0, sentence)
}

const numbers: Revision = (paper, random) => {
  for (let left = 1 + random.below(6); left > 0; left -= 1) renumber(paper, random)
}

function inSentence(pattern: RegExp, anew: (match: RegExpExecArray) => readonly [string, string?, string?]): Revision {
  return (paper, random) => {
    const all = paper.blocks.flatMap((block) => block.parts.map((part, at) => ({ block, part, at })))
    const fitting = all.filter(({ part }) => pattern.test(part.text))
    if (fitting.length === 0) return
    const { block, part, at } = random.pick(fitting)
    const match = pattern.exec(part.text)
    if (
      match === null ||
      part.origin
        .slice(match.index, match.index + match[0].length)
        .some((from) => from === -1 || paper.denied.has(from))
    )
      return
    for (const from of part.origin) paper.denied.add(from)
    const [words, between, last] = anew(match)
    const end = match.index + match[0].length
    if (between === undefined || last === undefined) block.parts[at] = turn(paper, part, match.index, end, words)
    else {
      const middle = part.text.indexOf(between, match.index)
      const late = turn(paper, part, middle + between.length, end, last)
      block.parts[at] = turn(paper, late, match.index, middle, words)
    }
  }
}

const OTHER: Record<string, string> = { km: 'miles', km2: 'acres', m: 'ft', '°C': '°F', acres: 'ha' }
const units = inSentence(/(?<=\d )(?:km2|km|m|°C|acres)(?![\p{L}\d])/u, ([unit]) => [OTHER[unit] ?? 'miles'])
const names: Revision = (paper, random) => {
  const beaten = /(?<=guild of )(\p{L}+)(?<between> beat the guild of )(\p{L}+)/u
  inSentence(beaten, ([, one, between = '', other]) => [`${other}`, between, `${one}`])(paper, random, () => [])
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[“”]/gu, '"'],
  [/’/gu, "'"],
  [/–/gu, '—'],
  [/ (?=\p{L})/gu, '\u00a0'],
]
const typography: Revision = (paper, random) => {
  if (random.chance(0.3)) {
    eachPart(paper, (part) =>
      [...part.text.matchAll(/(?<=\p{L}{3})(?=\p{L}{3})/gu)]
        .reverse()
        .reduce(
          (anew, { index }) =>
            index % 3 === 0 ? join([cut(anew, 0, index), fresh('\u00ad'), cut(anew, index)]) : anew,
          part,
        ),
    )
    return
  }
  const [from, to] = random.pick(SIGNS)
  eachPart(paper, ({ text, origin }) => ({ text: text.replace(from, to), origin }))
}

const recase: Revision = (paper, random) => {
  const block = random.pick(paper.blocks)
  const set = (text: string) => (random.chance(0.5) ? text.toUpperCase() : text.toLowerCase())
  block.parts = block.parts.map(({ text, origin }) => ({
    text: set(text).length === text.length ? set(text) : text,
    origin,
  }))
}

/** Letter by letter into another script: none of it is there any more. */
const transliterate: Revision = (paper, random) => {
  const low = random.below(paper.blocks.length)
  for (const block of paper.blocks.slice(low, low + 3)) {
    if (isDoubled(paper, block.parts)) continue
    block.parts = block.parts.map(({ text, origin }) => ({
      text: text.replace(/\p{L}/gu, (letter) => String.fromCodePoint(0x10a0 + ((letter.codePointAt(0) ?? 0) % 38))),
      origin: origin.map((from, at) => (/\p{L}/u.test(text.charAt(at)) ? -1 : from)),
    }))
  }
}

const indent: Revision = (paper, random) => {
  const by = random.pick(['  ', '\t', '        '])
  for (const block of paper.blocks)
    if (block.kind === 'code')
      block.parts = block.parts.map((part) =>
        join([fresh(by), cut(part, part.text.length - part.text.trimStart().length)]),
      )
}

const shorten: Revision = (paper, random) => {
  if (paper.doubled.size > 0) return
  paper.blocks.splice(Math.max(2, Math.ceil(paper.blocks.length * (0.1 + random.below(4) / 10))))
}

const replaceAll: Revision = (paper, random, write) => {
  const revert = keep(paper)
  paper.blocks = write()
  return random.chance(0.5) ? revert : undefined
}

const vandalise: Revision = (paper, random, write) => {
  const revert = keep(paper)
  const low = random.below(paper.blocks.length)
  const how = random.below(4)
  if (how < 2 && paper.doubled.size > 0) return
  if (how === 0)
    paper.blocks.splice(
      low,
      1 + random.below(8),
      ...blocksOf([{ kind: 'paragraph', parts: ['lol this is not true lol. ', 'HELLO!!!! '] }]),
    )
  else if (how === 1) paper.blocks = blocksOf([{ kind: 'paragraph', parts: ['This page is blank now. '] }])
  else if (how === 2) numbers(paper, random, write)
  else for (let left = 3; left > 0; left -= 1) deny(paper, random)
  return revert
}

/** The whole text stands once more behind itself. */
const twice: Revision = (paper) => {
  const revert = keep(paper)
  paper.blocks.push(...paper.blocks.map(({ kind, parts }) => ({ kind, parts: parts.map(({ text }) => fresh(text)) })))
  return revert
}

const renameSection: Revision = (paper, random) => {
  const block = some(paper, random, 'heading')
  if (block !== null && !isDoubled(paper, block.parts))
    block.parts = [fresh(random.pick(['Background', 'Later', 'Sources of the town']))]
}

const sortRows: Revision = (paper, random) => {
  const block = some(paper, random, 'row', 'item', 'fact')
  if (block === null) return
  const [low, high] = runOf(paper, block)
  const by = random.below(block.parts.length)
  const key = ({ parts }: Block): string => (parts[by] ?? parts[0])?.text.padStart(12) ?? ''
  paper.blocks.splice(low, high - low, ...paper.blocks.slice(low, high).sort((a, b) => (key(a) < key(b) ? -1 : 1)))
}

const citations = ADVERSE_EDITS.renumberCitations

/** What revisions of real articles do, by name. */
export const REVISIONS = {
  'equal headings': oneOfEqual('heading'),
  'equal items and captions': oneOfEqual('item', 'caption', 'code'),
  'moved, old place reworded': moveAndReword,
  'paragraphs split and merged': each(split, merge),
  'vandalism and its revert': vandalise,
  'dates and figures updated': numbers,
  denied: deny,
  'names exchanged': names,
  'units changed': units,
  typography,
  'citations renumbered': citations,
  'table columns': columns,
  'rows sorted': each(sortRows, reorder, swapCells),
  'facts changed': facts,
  'section renamed': renameSection,
  're-cased': recase,
  transliterated: transliterate,
  'code indented': indent,
  'list to table': listToTable,
  'cut to the lead': shorten,
  'another article': replaceAll,
  'text twice': twice,
  'sections and sentences moved': each(moveSection, moveBlock),
  'written on': each(insert, reword, removeSentence, removeBlock),
} satisfies Record<string, Revision>

export type RevisionClass = keyof typeof REVISIONS

export const REVISION_CLASSES = Object.keys(REVISIONS) as RevisionClass[]
