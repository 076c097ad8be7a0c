import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePassages, type DiffPart } from './compare-passages'

const told = (parts: readonly DiffPart[]) =>
  parts.map((part) =>
    part.kind === 'unchanged'
      ? part.words
      : [part.kind, part.runs.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text.trim()}`)],
  )

test('changes are told word by word, in the order of the newer text', () => {
  const from = 'The pump stood there.\nNobody knew why it did so.\nIt was old.'
  const to = 'At first.\nThe pump stood there.\nNobody knew when it did so.'
  expect(told(comparePassages(from, to))).toEqual([
    ['added', ['added At first.']],
    5,
    ['changed', ['removed why', 'added when']],
    ['removed', ['removed It was old.']],
  ])
})

test('white space, quotes, dashes and citation marks are no changes', () => {
  expect(told(comparePassages('It was "old" - very.', 'It  was\n“old”[12] – very.'))).toEqual([8])
})

test('no two words are read as one beside a run that came or went', () => {
  const read = (from: string, to: string) =>
    comparePassages(from, to).flatMap((part) => (part.kind === 'unchanged' ? [] : part.runs.map(({ text }) => text)))
  expect(read('It stood there for years.', 'It stood there.').join('')).toBe('It stood there for years.')
  expect(read('It stood.', 'It stood there, once.').join('')).toBe('It stood there, once.')
})

test('what did not change can be read: its place, and how many paragraphs it is', () => {
  const same = 'One stood here.\n\nTwo stood there.\nThree stood nowhere at all.'
  const to = `${same}\nIt is new.`
  const [first] = comparePassages(same, to)
  expect(first).toMatchObject({ kind: 'unchanged', paragraphs: 3 })
  expect(first?.kind === 'unchanged' && to.slice(first.start, first.end)).toBe(same)
})

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'pump', '.', '\n'), { maxLength: 60 })
const plain = (text: string) => text.replace(/\s+/gu, '')

test('the removed and the same words make the older text, the added and the same words the newer one', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [from, to] = [a.join(' '), b.join(' ')]
      const parts = comparePassages(from, to)
      const kept = (kind: 'added' | 'removed') =>
        parts
          .flatMap((part) => (part.kind === 'unchanged' ? [] : part.runs.filter((run) => run.kind !== kind)))
          .map(({ text }) => text)
          .join('')
      if (parts.some(({ kind }) => kind === 'unchanged')) return
      expect(plain(kept('added'))).toBe(plain(from))
      expect(plain(kept('removed'))).toBe(plain(to))
    }),
  )
})
