import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OurBlock } from './merge-blocks'
import { mergeFile, newFile, type BaseFile, type MergeFormat, type OurFile } from './merge-file'

const format: MergeFormat = {
  syntax: 'yaml',
  marks: {
    bullets: false,
    gone: '> No longer in Lectern',
    offer: ({ text, token }) => ({
      text: `> New in Lectern\n\n${token === null ? text : text.replace(token, `${token}-new`)}`,
      token: token === null ? null : `${token}-new`,
    }),
  },
}
const block = (id: string, text = `the words of ${id}`, data = text): OurBlock => ({
  key: id,
  text: `> ${text}\n> second line of it\n\nEvidence ^hl-${id}`,
  data,
  token: `^hl-${id}`,
  tight: false,
  heading: false,
})
const title: OurBlock = { key: 'title', text: '# Title', data: 't', token: null, tight: false, heading: false }
const file = (...blocks: OurBlock[]): OurFile => ({
  front: [
    { key: 'lectern-id', text: 'lectern-id: x' },
    { key: 'tags', text: 'tags:\n  - a' },
  ],
  blocks: [title, ...blocks],
})
const [a, b, c] = [block('aaaaaaaaaaaa'), block('bbbbbbbbbbbb'), block('cccccccccccc')]
const first = newFile(file(a, b, c), format)
const sync = (text: string, ours: OurFile, base: BaseFile | null = first.base) => mergeFile(base, ours, text, format)
const changed = (one: OurBlock, words: string): OurBlock => block(one.key, words)

test('a file that nobody touched becomes what Lectern would write anew', () => {
  const d = block('dddddddddddd')
  for (const ours of [
    file(a, b, c),
    file(c, b, a),
    file(b, c),
    file(a, d, b, c),
    file(d, a, c),
    file(),
    file(a, changed(b, 'x'), c),
  ]) {
    expect(sync(first.text, ours).text).toBe(newFile(ours, format).text)
  }
})

test('a block that a person edited stays, and Lectern’s newer version is put beside it once', () => {
  const edited = first.text.replace('the words of bbbbbbbbbbbb', 'MY WORDS')
  expect(sync(edited, file(a, b, c)).text).toBe(edited)
  const ours = file(a, changed(b, 'newer words'), c)
  const merged = sync(edited, ours)
  expect(merged.blocks).toEqual([{ key: b.key, outcome: 'conflict' }])
  expect(merged.text).toContain(
    'MY WORDS\n> second line of it\n\nEvidence ^hl-bbbbbbbbbbbb\n\n> New in Lectern\n\n> newer words\n',
  )
  expect(merged.text).toContain('^hl-bbbbbbbbbbbb-new\n\n> the words of cccccccccccc')
  expect(sync(merged.text, ours, merged.base)).toMatchObject({ text: merged.text, blocks: [] })
  // Newer still: the version beside is replaced, not added to.
  const newest = file(a, changed(b, 'newest words'), c)
  const again = sync(merged.text, newest, merged.base)
  expect(again.text).toBe(merged.text.replace('newer words', 'newest words'))
  // The person takes Lectern's version: their own goes, the mark goes.
  const at = again.text.indexOf('> MY WORDS')
  const resolved = again.text.slice(0, at) + again.text.slice(again.text.indexOf('> New in Lectern'))
  expect(sync(resolved, newest, again.base).text).toBe(newFile(newest, format).text)
})

test('a new template alone never asks a person who edited a block', () => {
  const edited = first.text.replace('the words of bbbbbbbbbbbb', 'MY WORDS')
  const restyled = [a, b, c].map((one) => ({ ...one, text: one.text.replace('Evidence', '*Evidence*') }))
  const merged = sync(edited, file(...restyled))
  expect(merged.text).toContain('MY WORDS\n> second line of it\n\nEvidence ^hl-bbbbbbbbbbbb')
  expect(merged.text.match(/\*Evidence\*/gu)).toHaveLength(2)
  expect(merged.text).not.toContain('New in Lectern')
})

test('what a person took out stays out until it changes in Lectern', () => {
  const without = first.text.replace(`${b.text}\n\n`, '')
  const once = sync(without, file(a, b, c))
  expect(once.text).toBe(without)
  expect(sync(once.text, file(a, b, c), once.base).text).toBe(without)
  const ours = file(a, changed(b, 'newer words'), c)
  expect(sync(once.text, ours, once.base).text).toBe(newFile(ours, format).text)
})

test('a block that Lectern has no more goes, unless a person edited it', () => {
  expect(sync(first.text, file(a, c)).text).toBe(newFile(file(a, c), format).text)
  const edited = first.text.replace('the words of bbbbbbbbbbbb', 'MY WORDS')
  const merged = sync(edited, file(a, c))
  expect(merged.text).toContain(
    'MY WORDS\n> second line of it\n\nEvidence ^hl-bbbbbbbbbbbb\n\n> No longer in Lectern\n',
  )
  expect(sync(merged.text, file(a, c), merged.base).text).toBe(merged.text)
})

test('new blocks stand in reading order, behind what was written under the block before', () => {
  const commented = first.text.replace(
    '^hl-aaaaaaaaaaaa\n',
    '^hl-aaaaaaaaaaaa\n\nMy thought on a\n\n```\n# no heading\n```\n\n## My part two\n',
  )
  const d = block('dddddddddddd')
  const { text } = sync(commented, file(a, d, b, c))
  expect(text).toContain('# no heading\n```\n\n> the words of dddddddddddd')
  expect(text).toContain('^hl-dddddddddddd\n\n## My part two\n\n> the words of bbbbbbbbbbbb')
})

test('a block that was moved by hand stays where it is, and is still kept up', () => {
  const moved = `${first.text.replace(`${a.text}\n\n`, '')}\n${a.text}\n`
  expect(sync(moved, file(a, b, c)).text).toBe(moved)
  expect(sync(moved, file(changed(a, 'newer words'), b, c)).text).toBe(
    moved.replace('the words of aaaaaaaaaaaa', 'newer words'),
  )
})

test('without a record of the last export nothing is lost and nothing doubled', () => {
  expect(sync(first.text, file(a, b, c), null)).toMatchObject({ text: first.text, blocks: [] })
  const edited = first.text.replace('the words of bbbbbbbbbbbb', 'MY WORDS')
  const merged = sync(edited, file(a, b, c), null)
  expect(merged.text).toContain('MY WORDS')
  expect(merged.text.match(/the words of bbbbbbbbbbbb/gu)).toHaveLength(1)
})

test('properties follow Lectern by value; a person’s own, comments and order stay', () => {
  const own = first.text
    .replace('lectern-id: x', '# mine\naliases: [ "One" ]\nlectern-id: "x"')
    .replace('tags:\n  - a', 'tags: [a, mine]\nrating: 5')
  expect(sync(own, file(a, b, c)).text).toBe(own)
  const ours = { ...file(a, b, c), front: [{ key: 'lectern-id', text: 'lectern-id: x' }, { key: 'tags', text: 'tags:\n  - a\n  - new' }, { key: 'site', text: 'site: y' }] } // prettier-ignore
  const merged = sync(own, ours)
  expect(merged.text).toContain(
    '# mine\naliases: [ "One" ]\nlectern-id: "x"\ntags:\n  - a\n  - mine\n  - new\nsite: y\nrating: 5\n',
  )
  expect(sync(merged.text, ours, merged.base).text).toBe(merged.text)
})

test('a property that both changed keeps the person’s value, with Lectern’s beside it', () => {
  const base = newFile({ front: [{ key: 'title', text: 'title: One' }], blocks: [title] }, format)
  const ours = { front: [{ key: 'title', text: 'title: Two' }], blocks: [title] }
  const merged = sync(base.text.replace('One', 'Mine'), ours, base.base)
  expect(merged.text).toContain('title: Mine\nlectern-new-title: Two\n')
  expect(sync(merged.text, ours, merged.base).text).toBe(merged.text)
  const taken = sync(merged.text.replace('title: Mine', 'title: Two'), ours, merged.base)
  expect(taken.text).toContain('---\ntitle: Two\n---\n')
})

test('line ends, byte order marks, tabs and trailing spaces stay', () => {
  const odd = `\ufeff${first.text.replace('# Title', '# Title  \n\tmine  ')}`
    .replaceAll('\n', '\r\n')
    .replace(/\r\n$/u, '')
  expect(sync(odd, file(a, b, c)).text).toBe(odd)
  const { text } = sync(odd, file(a, changed(b, 'newer words'), c))
  expect(text).toBe(odd.replace('the words of bbbbbbbbbbbb', 'newer words'))
})

test('a front matter that cannot be read is left alone, and blocks are kept up all the same', () => {
  const broken = first.text.replace('tags:\n', 'tags: [\n')
  expect(sync(broken, file(a, changed(b, 'newer words'), c)).text).toBe(
    broken.replace('the words of bbbbbbbbbbbb', 'newer words'),
  )
})

const RUNS = Number(process.env['FC_RUNS'] ?? 300)
const ids = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc', 'dddddddddddd', 'eeeeeeeeeeee']
const state = fc
  .shuffledSubarray(ids, { maxLength: 5 })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.constantFrom('one', 'two\n> three', 'four').map((words) => block(key, `${words} of ${key}`)),
      ),
    ),
  )
  .map((blocks) => file(...blocks))
/** What a person does to a file: lines put in, taken out, changed. Each line they write is one of a kind. */
const edits = fc.array(
  fc.record({ at: fc.nat(), kind: fc.constantFrom('insert', 'delete', 'change', 'blank', 'move') }),
  { maxLength: 6 },
)

function editedBy(
  text: string,
  steps: readonly { at: number; kind: string }[],
  round: number,
): { text: string; own: string[] } {
  const lines = text.split('\n')
  steps.forEach(({ at, kind }, step) => {
    const index = 5 + (at % Math.max(1, lines.length - 5))
    const mine = `Person ${round}-${step} wrote this`
    if (kind === 'insert') lines.splice(index, 0, mine)
    else if (kind === 'blank') lines.splice(index, 0, '')
    else if (kind === 'delete') lines.splice(index, 1)
    else if (kind === 'change') lines.splice(index, 1, `${lines[index] ?? ''} ${mine}`)
    else lines.push(...lines.splice(index, 3))
  })
  return { text: lines.join('\n'), own: lines.filter((line) => line.includes('Person ')) }
}

test('through any edits and exports no word of a person is lost, and exporting again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(state, edits), { minLength: 1, maxLength: 5 }), fc.boolean(), (rounds, windows) => {
      let base: BaseFile | null = null
      let text = ''
      rounds.forEach(([ours, steps], round) => {
        const merged = base === null ? newFile(ours, format) : mergeFile(base, ours, text, format)
        const again = mergeFile(merged.base, ours, merged.text, format)
        expect(again.text).toBe(merged.text)
        expect(again.blocks).toEqual([])
        const person = editedBy(windows ? merged.text.replaceAll('\r\n', '\n') : merged.text, steps, round)
        base = again.base
        text = windows ? person.text.replaceAll('\n', '\r\n') : person.text
        const [next] = rounds[round + 1] ?? []
        if (next === undefined) return
        const after = mergeFile(base, next, text, format).text.split(/\r?\n/u)
        expect(after.filter((line) => line.includes('Person '))).toEqual(person.own)
        if (windows) expect(mergeFile(base, next, text, format).text).not.toMatch(/[^\r]\n/u)
      })
    }),
    { numRuns: RUNS },
  )
})
