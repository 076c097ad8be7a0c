import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMover } from './mover'
import { createDictionary, tokenise } from './tokens'

const STORY = [
  'Cholera came to Soho in the last week of August 1854.',
  'Dr Snow drew each death on a map of the parish, house by house.',
  'The pump in Broad Street stood in the middle of them, and hardly one lay nearer to another.',
  'The guardians were polite, and they were not convinced that water was the cause.',
  'Still they had the handle taken off on the eighth of September.',
  'The second report was written in the year that followed, with a better map.',
]
const TEXT = STORY.join('\n')

/** The words that a passage stands on in a newer text; null for an orphan. */
function moved(from: string, to: string, words: string, nth = 0): string | null {
  let start = from.indexOf(words)
  for (let skip = nth; skip > 0; skip -= 1) start = from.indexOf(words, start + 1)
  if (start < 0) throw new Error(`"${words}" does not stand in the text`)
  const found = createMover(from, to).move({ start, end: start + words.length })
  if (found === null) return null
  expect(to.slice(found.position.start, found.position.end)).toBe(found.quote.exact)
  expect(to.slice(0, found.position.start).endsWith(found.quote.prefix)).toBe(true)
  expect(to.startsWith(found.quote.suffix, found.position.end)).toBe(true)
  return found.quote.exact
}

test('what was inserted before, typography, and citation marks move nothing but the offsets', () => {
  const newer = `New.\n${TEXT.replaceAll('.', '.[7]').replace('Broad Street', 'Broad\u00a0Street')}`
  expect(moved(TEXT, newer, 'pump in Broad Street')).toBe('pump in Broad\u00a0Street')
  expect(moved(TEXT.replaceAll('.', '.[6]'), newer, 'house by house.[6]')).toBe('house by house.[7]')
})

test('a part of a word stays that part', () => {
  expect(moved(TEXT, `So. ${TEXT}`, 'hole')).toBe('hole')
  expect(moved(TEXT, `So. ${TEXT}`, 'olera came to So')).toBe('olera came to So')
})

test.each([
  ['a number was changed', '1854', '1853', STORY[0]],
  ['a number was written out anew', 'the eighth', 'the third', STORY[4]],
  ['a negation went', 'were not convinced', 'were convinced', STORY[3]],
  ['a negation came', 'they had the handle', 'they never had the handle', STORY[4]],
  ['a word was turned around', 'convinced that', 'unconvinced that', STORY[3]],
])('it is an orphan where %s', (_, before, after, sentence = '') => {
  expect(moved(TEXT, TEXT.replace(before, after), sentence)).toBeNull()
})

test.each([
  ['In 2004 an earthquake struck the coast.', 'In 2004, an earthquake struck the coast.'],
  ['Her report was published in 1990 in London.', 'Her report was published in 1990, in London.'],
  ['Der Bau begann 1990 in Berlin.', 'Der Bau begann 1990, in Berlin.'],
])('a word behind a year is no unit of it: %s', (before, after) => {
  const [older, newer] = [`${TEXT}\n${before}`, `${TEXT}\n${after}`]
  expect(moved(older, newer, before)).toBe(after)
})

test('words that are left only in a sentence on something else are not those that were moved', () => {
  const lille = 'The canal of Lille burned in the great fire in 1758, and it was rebuilt.'
  const dijon = lille.replace('Lille', 'Dijon')
  const [first = '', ...rest] = STORY
  const older = [first, ...rest, lille].join('\n')
  const newer = [lille.replace('rebuilt', 'not rebuilt'), dijon, ...rest.toReversed(), first].join('\n')
  expect(moved(older, newer, 'burned in the great fire in 1758, and it was rebuilt')).toBeNull()
  const same = [lille, ...rest.toReversed(), first].join('\n')
  expect(moved(older, same, 'burned in the great fire in 1758, and it was rebuilt')).not.toBeNull()
})

test('a text of few words that got one more is the same text', () => {
  expect(moved('Water the plants twice.', 'Water the plants twice. Thanks.', 'plants')).toBe('plants')
  expect(moved('Water the plants twice.', 'Feed the cat at noon, and lock the door.', 'the')).toBeNull()
})

test.each([
  ['German', 'Die Brücke war nach der Flut nicht mehr zu retten.', 'nicht mehr', 'noch'],
  ['French', 'Le pont ne sera jamais rouvert aux voitures de la ville.', 'jamais', 'bientôt'],
  ['Russian', 'Мост после наводнения никогда не был открыт для города.', 'никогда не', 'снова'],
  ['Chinese', '专家认为这座桥在洪水之后不安全因此应当立即关闭。', '不安全', '很安全'],
  ['Dutch', 'De brug was na de vloed in het dal niet meer veilig.', 'niet meer', 'weer'],
])('negations count in %s', (_, sentence, before, after) => {
  const text = `${TEXT}\n${sentence}\n${TEXT}`
  expect(moved(text, text.replace(before, after), sentence)).toBeNull()
})

test('an edited passage follows where it was; a rewritten one does not', () => {
  expect(moved(TEXT, TEXT.replace('drew each death', 'marked each death'), STORY[1] ?? '')).toContain('marked')
  expect(
    moved(TEXT, TEXT.replace(STORY[1] ?? '', 'He made a chart of every house that had lost somebody.'), STORY[1] ?? ''),
  ).toBeNull()
})

test('a deleted passage is not put on its twin, near or exact', () => {
  const twin = 'The second bridge was built in the valley after the war.'
  const text = `${TEXT}\nThe first bridge was built in the valley after the war.\nThen.\n${twin}\nEnd.`
  const newer = text.replace('The first bridge was built in the valley after the war.\n', '')
  expect(moved(text, newer, 'The first bridge was built in the valley after the war.')).toBeNull()
  expect(moved(text, newer, twin)).toBe(twin)
  const same = `a list\n${'the same row stands here\n'.repeat(3)}its end`
  expect(moved(same, same.replace('the same row stands here\n', ''), 'the same row stands here', 1)).toBeNull()
})

test('rows that are alike are told apart by their neighbours, or not at all', () => {
  const row = (name: string) => `${name} played 12 won 3 lost 2`
  const table = ['Lyon', 'Nantes', 'Metz', 'Nice'].map(row).join('\n')
  const newer = ['Lyon', 'Lille', 'Nantes', 'Metz', 'Nice'].map(row).join('\n')
  expect(moved(table, newer, 'Metz played 12 won 3')).toBe('Metz played 12 won 3')
  const start = table.indexOf('12', table.indexOf('Nantes'))
  const found = createMover(table, newer).move({ start, end: start + 2 })
  expect(found === null || found.position.start === newer.indexOf('12', newer.indexOf('Nantes'))).toBe(true)
  const without = ['Lyon', 'Metz', 'Nice'].map(row).join('\n')
  expect(createMover(table, without).move({ start, end: start + 2 })).toBeNull()
})

test('a moved paragraph is found, a text that is now another finds nothing, a doubled one asks', () => {
  const [first = '', ...rest] = STORY
  expect(moved(TEXT, [...rest, first].join('\n'), 'the last week of August')).toBe('the last week of August')
  const other =
    'A recipe for bread. Take the flour and the water, and leave them in the middle of the kitchen for a week.'
  for (const words of ['the', 'water', 'in the middle of', STORY[2] ?? '']) expect(moved(TEXT, other, words)).toBeNull()
  for (const words of STORY) expect(moved(TEXT, `${TEXT}\n${TEXT}`, words)).toBeNull()
  expect(moved(TEXT, STORY.slice(0, 2).join('\n'), 'The second report')).toBeNull()
})

test('where one of several that follow each other went, nobody says which', () => {
  const nested = `rekt: {\n${'list: [\n'.repeat(6)}]\n]\n}\nThat is a total of ten thousand lists.`
  const newer = nested.replace('list: [\n', '')
  for (let nth = 0; nth < 6; nth += 1) expect(moved(nested, newer, 'list: [', nth)).toBeNull()
})

test('rows and sentences made alike are told apart, also when they change places', () => {
  const line = (what: string, town: string, year: number) =>
    `The ${what} of ${town} was sold to the crown in ${year}, and it was rebuilt.`
  const lines = [
    line('tower', 'Amiens', 1863),
    line('railway', 'Nice', 1896),
    line('library', 'Lyon', 1831),
    line('canal', 'Caen', 1708),
    line('quarry', 'Metz', 1860),
    line('bridge', 'Brest', 1754),
  ]
  const [tower, railway, library, canal, quarry, bridge] = lines
  const sorted = [library, railway, tower, canal, bridge, quarry].join('\n')
  for (const each of lines) expect(moved(lines.join('\n'), sorted, each)).toBe(each)
  const part = moved(lines.join('\n'), sorted, 'Caen was sold to the crown in')
  expect(part === null || part.startsWith('Caen')).toBe(true)

  const twins = ['Start.', line('mill', 'Rouen', 1895), line('mill', 'Rouen', 1800), 'End.']
  const swapped = [twins[0], twins[2], twins[1], twins[3]].join('\n')
  const start = twins.join('\n').indexOf('mill of Rouen')
  const found = createMover(twins.join('\n'), swapped).move({ start, end: start + 20 })
  expect(found === null || swapped.slice(found.position.start).startsWith(line('mill', 'Rouen', 1895).slice(4))).toBe(
    true,
  )
})

test('a value is not put into the row of another name', () => {
  const table = `Results.\nNice 8 0 lost\nCaen 3 3 won\nBrest 19 1 won\nThe end of it.`
  const newer = `Results.\nBrest 8 1 won\nCaen 3 3 won\nNice 19 0 lost\nThe end of it.`
  expect(moved(table, newer, '19')).toBeNull()
})

test('a name that took the place of another is another statement, and a name that is spelt anew is not', () => {
  const sentence = 'In those years the map of the parish was drawn by Henry Whitehead for the board.'
  const text = `${TEXT}\n${sentence}\nAnd so on.`
  expect(moved(text, text.replace('Whitehead', 'Cooper'), sentence)).toBeNull()
  expect(moved(text, text.replace('Whitehead', 'Whitehed'), sentence)).toContain('Whitehed')
})

test.each([
  ['names', 'The guild of Nice beat the guild of Brest', 'The guild of Brest beat the guild of Nice'],
  ['names that begin a sentence', 'Lyon beat Metz in the long final', 'Metz beat Lyon in the long final'],
  ['any words', 'There the old dog bit the young man by day', 'There the young man bit the old dog by day'],
  ['words without blanks', '据说在比赛中红队战胜了蓝队并且庆祝到天亮', '据说在比赛中蓝队战胜了红队并且庆祝到天亮'],
])('it is an orphan where %s took each other’s places', (_, before, after) => {
  const text = `${TEXT}\n${before}, and so the matter was settled for that year.\nEnd.`
  expect(moved(text, text.replace(before, after), `${before}, and so the matter was settled for that year.`)).toBeNull()
})

test.each([
  ['31 km', '31 miles', null],
  ['31 m', '31 ft', null],
  ['$31', '€31', null],
  ['31 km', '31 kilometres', '31 kilometres'],
])('a number is one of its unit: %s and %s', (before, after, expected) => {
  const sentence = `They say that it cost the town ${before} of the best road.`
  const text = `${TEXT}\n${sentence}\nEnd.`
  const found = moved(text, text.replace(before, after), sentence)
  expect(expected === null ? found : found?.includes(expected)).toBe(expected === null ? null : true)
})

test('of two places that are each the old sentence but for one statement, neither is taken', () => {
  const was = 'The mill of Tours stands near the old gate in 1798, and it was rebuilt.'
  const text = `${TEXT}\n${was}\nThe town`
  const newer = text.replace(was, `${was.replace('was rebuilt', 'was not rebuilt')}\n${was.replace('1798', '1805')}`)
  expect(moved(text, newer, 'The mill of Tours stands near')).toBeNull()
})

test('an equal line is told by what stands beside it, or not at all', () => {
  const table = ['Lille 13 2 lost', 'Reims 29 3 –', 'Metz 4 4 won', 'Reims 26 3 –', 'The end.'].join('\n')
  const sorted = ['Metz 4 4 won', 'Lille 13 2 lost', 'Reims 26 3 –', 'Reims 29 3 –', 'The end.'].join('\n')
  const found = createMover(table, sorted).move({ start: table.indexOf('Reims'), end: table.indexOf('Reims') + 5 })
  expect(found === null || found.position.start === sorted.lastIndexOf('Reims')).toBe(true)
  const sections = (first: string) => `${first}${TEXT}\nHistory\nOf the second town nothing is known.\n`
  const both = sections('History\nThe first town was old.\n')
  expect(moved(both, sections(''), 'History')).toBeNull()
  const start = both.lastIndexOf('History')
  const kept = createMover(both, sections('')).move({ start, end: start + 7 })
  expect(kept?.position.start).toBe(sections('').indexOf('History'))
})

test('a cell is not put into another column of a row that says the same twice', () => {
  const rows = [
    ['Town', 'Played', 'Won', 'Lost'],
    ['Rennes', '2', '2', '57'],
    ['Dijon', '2', '2', '25'],
    ['Lyon', '9', '12', '8'],
  ]
  const set = (all: readonly (readonly (string | undefined)[])[]) =>
    [TEXT, ...all.map((row) => row.join('\t')), TEXT].join('\n')
  const exchanged = rows.map(([name, played, won, lost]) => [name, won, played, lost])
  const start = set(rows).indexOf('2', set(rows).indexOf('Dijon'))
  expect(createMover(set(rows), set(exchanged)).move({ start, end: start + 1 })).toBeNull()
  expect(createMover(set(rows), `New.\n${set(rows)}`).move({ start, end: start + 1 })?.position.start).toBe(start + 5)
})

test('soft hyphens that came before it do not shift a part of a word', () => {
  const text = `${TEXT}\nDensity2,113/km2 in all.`
  const newer = text.replace('Density', 'Dens\u00adity').replace('km2', 'k\u00adm2')
  expect(moved(text, newer, '113/km2 in')).toBe('113/k\u00adm2 in')
})

test('a copy elsewhere is not taken for a sentence that was edited where it stands', () => {
  const sentence = STORY[3] ?? ''
  const newer = `${TEXT.replace(sentence, sentence.replace('polite', 'gentle'))}\nA last line.\n${sentence}`
  expect(moved(TEXT, newer, sentence)).toBeNull()
})

test('in another article the few words that any article has are no place', () => {
  const other = [
    'A recipe for bread and for the long evenings.',
    'History',
    'Flour came by ship from other lands, and nobody asked for more of it.',
    'Bakers rose at night; their ovens were of brick, and warm until noon.',
    'Loaves went to each house in baskets, rye on weekdays and wheat on feast days.',
    'References',
    'King 2003, p. 41. Retrieved 24 May 2016.',
  ].join('\n')
  const text = `${TEXT}\nHistory\n${STORY[0]}\nReferences\nSnow 1855, p. 41. Retrieved 24 May 2016.`
  for (const words of ['History', 'References', 'p. 41', 'Retrieved', '24 May'])
    expect(moved(text, other, words)).toBeNull()
})

test('a highlight of two sentences is not put on a twin that came between them', () => {
  const [first, second] = [
    'See the list of works for further reading.',
    'The bridge of Lyon was built in 1880 by the guild.',
  ]
  const text = `${TEXT}\n${first} ${second}\nEnd of it.`
  const newer = text.replace(second, `The bridge of Brest was built in 1880 by the guild.\n${second}`)
  expect(moved(text, newer, `${first} ${second}`)).toBeNull()
  expect(moved(text, newer, second)).toBe(second)
})

test('other capitals are followed to their edges, and told of', () => {
  const newer = TEXT.replace(STORY[3] ?? '', (STORY[3] ?? '').toUpperCase())
  expect(moved(TEXT, newer, STORY[3] ?? '')).toBe((STORY[3] ?? '').toUpperCase())
  const start = TEXT.indexOf(STORY[3] ?? '')
  const found = createMover(TEXT, newer).move({ start, end: start + (STORY[3] ?? '').length })
  expect(found).toMatchObject({ score: 1, previousExact: STORY[3] })
})

test('what a person chose is never left far behind, however many small steps there are', () => {
  const chosen = 'Dr Snow drew each death on a map of the parish'
  const now = 'Mr Snow put every death in a chart of the ward'
  const from = TEXT.replace(chosen, now)
  const to = from.replace('put every', 'set every')
  const start = from.indexOf(now)
  expect(createMover(from, to).move({ start, end: start + now.length }, chosen)).toBeNull()
  expect(createMover(from, to).move({ start, end: start + now.length })).not.toBeNull()
})

const vocabulary = [
  'the',
  'pump',
  'water',
  'was',
  'not',
  'in',
  '1854',
  '.',
  'death',
  'map',
  '\n',
  '👩‍👩‍👧',
  'é',
  '桥',
  '[3]',
]
const textsOf = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((text) => text.join(' '))
const texts = textsOf(vocabulary)
// A passage that begins within a citation mark is cut into other words than the text around it.
const unmarked = textsOf(vocabulary.filter((word) => !word.startsWith('[')))

test('equal texts give equal offsets', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      if (text.length < 2) return
      const start = a % (text.length - 1)
      const end = start + 1 + (b % (text.length - start - 1))
      expect(createMover(text, text).move({ start, end })?.position).toEqual({ start, end })
    }),
  )
})

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

test('the same words are said to be the same, edited ones are alike enough, and no character is split', () => {
  fc.assert(
    fc.property(unmarked, unmarked, unmarked, fc.nat(), fc.nat(), (head, body, tail, a, b) => {
      const [from, to] = [`${head} ${body}`, `${body} ${tail}`]
      const edges = [...segmenter.segment(from)].map(({ index }) => index).concat(from.length)
      const start = edges[a % (edges.length - 1)] ?? 0
      const end =
        edges[(a % (edges.length - 1)) + 1 + (b % (edges.length - 1 - (a % (edges.length - 1))))] ?? from.length
      const found = createMover(from, to).move({ start, end })
      if (found === null) return
      const ends = new Set([...segmenter.segment(to)].map(({ index }) => index).concat(to.length))
      expect(ends.has(found.position.start) && ends.has(found.position.end)).toBe(true)
      const dictionary = createDictionary()
      const words = (text: string) => [...tokenise(text, dictionary).ids]
      if (found.previousExact === null) expect(words(found.quote.exact)).toEqual(words(from.slice(start, end)))
      else expect(found.score).toBeGreaterThanOrEqual(0.75)
    }),
    { numRuns: 500 },
  )
})
