import type { Passage } from '../make-case'
import type { Random } from '../random'
import { fresh, join, traced, type Traced } from '../traced-text'

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'head' | 'caption' | 'fact' | 'code'

/** A block of a document: its sentences or its cells. */
export interface Block {
  readonly kind: BlockKind
  parts: Traced[]
}

/** A document while it is edited. */
export interface Paper {
  blocks: Block[]
  /** Offsets of the text of before where a statement was turned into another. */
  readonly turned: Set<number>
  /** Characters of sentences that were denied, or whose denial was taken back. */
  readonly denied: Set<number>
  /** Where sentences began that got a near twin while editing: not deleted or moved afterwards, as nobody could tell the two apart. */
  readonly doubled: Set<number>
}

const NAMES = 'Lyon Nantes Metz Nice Lille Rennes Dijon Tours Angers Reims Brest Nancy Amiens Rouen Caen Pau'.split(' ')
const THINGS =
  'bridge mill harbour canal tower market church school prison theatre railway library hospital bakery garden quarry'.split(
    ' ',
  )
const DEEDS = 'was built by the guild|was sold to the crown|burned in the great fire|stands near the old gate'.split(
  '|',
)
/** Each once: where one of two equal headings went and the other took its place, nobody could tell. */
const HEADINGS = ['History', 'Results of the year', 'Notes', 'The town', 'Trade and people']
const BOILERPLATE = [
  'This section needs more sources before it can be relied upon. ',
  'See the list of works at the end for further reading. ',
  'The figures are those of the census and were rounded. ',
]

/** Writes a document in which much is nearly the same: rows, lists, boilerplate and twin sentences among prose. */
export function writePaper(prose: readonly string[], random: Random): { kind: BlockKind; parts: string[] }[] {
  const blocks: { kind: BlockKind; parts: string[] }[] = []
  const from = random.below(prose.length)
  const sentences = Array.from({ length: 20 }, (_, at) => prose[(from + at) % prose.length] ?? '')
  const made = () => {
    const not = random.chance(0.3) ? 'not ' : ''
    return `The ${random.pick(THINGS)} of ${random.pick(NAMES)} ${random.pick(DEEDS)} in ${1700 + random.below(200)}, and it was ${not}rebuilt${random.chance(0.3) ? `[${1 + random.below(40)}]` : ''}. `
  }
  const sections = 2 + random.below(4)
  for (let section = 0; section < sections; section += 1) {
    blocks.push({ kind: 'heading', parts: [HEADINGS[section] ?? ''] })
    for (let left = 1 + random.below(3); left > 0; left -= 1) {
      const parts = Array.from({ length: 1 + random.below(5) }, () =>
        random.chance(0.4) ? made() : (sentences.pop() ?? made()),
      )
      if (random.chance(0.4)) parts.splice(random.below(parts.length + 1), 0, random.pick(BOILERPLATE))
      blocks.push({ kind: 'paragraph', parts })
    }
    const kind = random.pick<BlockKind | null>(['item', 'row', null])
    if (kind === null) continue
    const first = random.below(NAMES.length)
    for (let left = 3 + random.below(6); left > 0; left -= 1) {
      blocks.push({
        kind,
        parts:
          kind === 'item'
            ? [made()]
            : [
                `${NAMES[(first + left * 5) % NAMES.length]} `,
                `${random.below(30)} `,
                `${random.below(4)} `,
                random.pick(['won ', 'lost ', '– ']),
              ],
      })
    }
  }
  plantTwins(blocks, random)
  return blocks
}

/** Puts near twins and copies of sentences into a document before anything is highlighted. */
function plantTwins(blocks: { kind: BlockKind; parts: string[] }[], random: Random): void {
  for (let left = random.below(5); left > 0; left -= 1) {
    const block = random.pick(blocks)
    const other = random.pick(blocks)
    const sentence = random.pick(block.parts)
    if (block.kind !== 'paragraph' || other.kind !== 'paragraph') continue
    const twin = random.chance(0.3) ? sentence : nearTwinOf(sentence, random)
    other.parts.splice(random.below(other.parts.length + 1), 0, twin)
  }
}

/** The same sentence with another number, name or negation. */
export function nearTwinOf(sentence: string, random: Random): string {
  const kind = random.below(3)
  if (kind === 0) return sentence.replace(/\d+(?!\])/u, (number) => String(Number(number) + 1 + random.below(9)))
  if (kind === 1) return sentence.replace(/(?<=\s)\p{Lu}\p{Ll}+/u, () => random.pick(NAMES))
  return sentence.includes(' not ')
    ? sentence.replace(' not ', ' ')
    : sentence.replace(/ (was|were|is|had) /u, ' $1 not ')
}

/** Sets a document as one text. Parts of one block follow each other, blocks stand on lines of their own. */
export function setText(blocks: readonly { readonly parts: readonly string[] }[]): string {
  return blocks.map(({ parts }) => parts.join('').trimEnd()).join('\n')
}

/** The document of a text, each character knowing its place. */
export function traceable(blocks: readonly { readonly kind: BlockKind; readonly parts: readonly string[] }[]): Paper {
  let at = 0
  const tracedBlocks = blocks.map(({ kind, parts }) => {
    const whole = parts.join('').trimEnd()
    let inBlock = 0
    const tracedParts = parts.map((part) => {
      const kept = part.slice(0, Math.max(0, whole.length - inBlock))
      inBlock += part.length
      const one = traced(kept, at)
      at += kept.length
      return one
    })
    at += 1
    return { kind, parts: tracedParts }
  })
  return { blocks: tracedBlocks, turned: new Set(), denied: new Set(), doubled: new Set() }
}

/** The text of a document with where its characters come from. */
export function printed({ blocks }: Paper): Traced {
  return join(
    blocks.flatMap(({ parts }, at) => {
      const spaced = parts.flatMap((part, index) =>
        index > 0 && !/\s$/u.test(parts[index - 1]?.text ?? ' ') ? [fresh(' '), part] : [part],
      )
      return at > 0 ? [fresh('\n'), ...spaced] : spaced
    }),
  )
}

/** Words, cells, sentences, rows, headings and stretches to be highlighted. */
export function passagesOf(text: string, paper: Paper, random: Random, count: number): Passage[] {
  const bounds = paper.blocks.map(({ parts }) =>
    parts.map(({ origin }) => [origin[0] ?? -1, origin.at(-1) ?? -1] as const),
  )
  return Array.from({ length: count }, () => {
    const block = random.pick(bounds)
    const first = random.below(block.length)
    const kind = random.below(10)
    const [low = -1, high = -1] = block[first] ?? []
    if (kind < 4) {
      const words = [...text.slice(low, high + 1).matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
      const start = random.below(words.length)
      const end = words[Math.min(words.length - 1, start + random.below(kind * 5 + 1))]
      return { start: low + (words[start]?.index ?? 0), end: end ? low + end.index + end[0].length : 0 }
    }
    if (kind < 7) return trimmed(text, low, high + 1)
    if (kind < 8) return trimmed(text, block[0]?.[0] ?? 0, (block.at(-1)?.[1] ?? 0) + 1)
    const until = bounds[Math.min(bounds.length - 1, bounds.indexOf(block) + random.below(4))]
    return trimmed(text, low, (until?.at(-1)?.[1] ?? high) + 1)
  }).filter(
    ({ start, end }) =>
      start >= 0 &&
      start < end &&
      /\p{L}|\d/u.test(text.slice(start, end).replace(/\[[^\]]*\]/gu, '')) &&
      !/\[[^\]]{0,12}$/u.test(text.slice(Math.max(0, start - 12), start)),
  )
}

function trimmed(text: string, start: number, end: number): Passage {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) }
}
