import type { BlockKind } from '../adversary/document'
import type { Random } from '../random'
import { MOULDS, type Mould } from './moulds'

/** A block as it is written: its sentences or its cells. */
export interface Written {
  readonly kind: BlockKind
  readonly parts: string[]
}

/** Several stand more than once in an article, under different parents. */
const HEADINGS = ['History', 'Geography', 'History', 'Notes', 'Population', 'References', 'Early years', 'Notes']
const CAPTIONS = ['Map of the town', 'Map of the town', 'The old gate', 'Results']
const ITEMS = ['See also', 'The old gate', 'None', 'Various artists', 'The council of the town', 'Unknown']
const COLUMNS = ['Town\t', 'Played\t', 'Won\t', 'Lost\t', 'Points\t', 'Since\t']
const FACTS = ['Area', 'Population', 'Founded', 'Mayor', 'Elevation', 'Density', 'Twin town']
const UNITS = ['km2', 'people', 'm', 'km', '°C', 'acres']
const CODE = [
  'if (town === null) return',
  '  return town',
  'for (const each of towns) {',
  '  count += 1',
  '  list.push(each[0])',
  '}',
  'const total = 12',
]

/** Writes an article as a wiki has them: equal headings, captions, items, rows of small numbers, facts, code, sources, much of it alike. */
export function writeArticle(prose: readonly string[], random: Random): Written[] {
  const mould = random.chance(0.6) ? (MOULDS[0] ?? random.pick(MOULDS)) : random.pick(MOULDS)
  const real = [...prose.slice(random.below(prose.length))]
  const sentence = (): string =>
    (mould === MOULDS[0] && random.chance(0.4) ? real.shift() : undefined) ?? mould.sentence(random)
  const paragraph = (): Written => ({ kind: 'paragraph', parts: Array.from({ length: 1 + random.below(5) }, sentence) })
  const blocks: Written[] = [paragraph()]
  if (random.chance(0.5)) blocks.unshift(...facts(random))
  const first = random.below(HEADINGS.length)
  for (let section = 0, sections = 3 + random.below(5); section < sections; section += 1) {
    blocks.push({ kind: 'heading', parts: [HEADINGS[(first + section) % HEADINGS.length] ?? ''] })
    for (let left = 1 + random.below(3); left > 0; left -= 1) blocks.push(paragraph())
    const more = random.below(5)
    if (more === 0) blocks.push(...list(mould, random))
    else if (more === 1) blocks.push(...table(mould, random))
    else if (more === 2) blocks.push(...code(random))
    else if (more === 3) blocks.push(...sources(mould, random))
  }
  return blocks
}

/** Writes an article of other sentences, which has headings, items and captions in common with any. */
export function writeOther(prose: readonly string[], random: Random): Written[] {
  const [mould] = MOULDS
  return Array.from({ length: 3 + random.below(5) }, () => random.below(prose.length)).flatMap(
    (at, section): Written[] => [
      { kind: 'heading', parts: [random.pick(HEADINGS)] },
      { kind: 'paragraph', parts: prose.slice(at, at + 1 + random.below(6)) },
      ...(section % 2 === 0 || mould === undefined
        ? []
        : [{ kind: 'caption' as const, parts: [random.pick(CAPTIONS)] }, ...sources(mould, random)]),
    ],
  )
}

const list = (mould: Mould, random: Random): Written[] =>
  Array.from({ length: 3 + random.below(7) }, () => ({
    kind: 'item',
    parts: [
      random.pick([mould.sentence(random), random.pick(ITEMS), `${random.pick(mould.names)}: ${random.pick(ITEMS)}`]),
    ],
  }))

function table(mould: Mould, random: Random): Written[] {
  const columns = 3 + random.below(4)
  const row = (name: string): Written => ({
    kind: 'row',
    parts: [
      `${name}\t`,
      ...Array.from(
        { length: columns - 1 },
        () => `${random.chance(0.1) ? '–' : random.below(random.pick([4, 30, 2000]))}\t`,
      ),
    ],
  })
  return [
    { kind: 'caption', parts: [random.pick(CAPTIONS)] },
    { kind: 'head', parts: COLUMNS.slice(0, columns) },
    ...Array.from({ length: 3 + random.below(8) }, () => row(random.pick(mould.names))),
  ]
}

const facts = (random: Random): Written[] =>
  FACTS.filter(() => random.chance(0.7)).map((label) => ({
    kind: 'fact',
    parts: [`${label}\t`, `${1 + random.below(900)} ${random.pick(UNITS)}\t`],
  }))

const code = (random: Random): Written[] =>
  Array.from({ length: 4 + random.below(8) }, () => ({ kind: 'code', parts: [random.pick(CODE)] }))

const sources = (mould: Mould, random: Random): Written[] =>
  Array.from({ length: 3 + random.below(8) }, () => ({
    kind: 'item',
    parts: [
      `${random.pick(mould.names)}, J. (${1950 + random.below(70)}). "${random.pick(ITEMS)}". Retrieved ${1 + random.below(28)} May 20${10 + random.below(14)}. ↩`,
    ],
  }))
