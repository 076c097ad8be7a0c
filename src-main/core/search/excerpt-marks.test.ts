import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, marksIn } from './excerpt-marks'
import { parseQuery } from './query'

const marked = (text: string, query: string) =>
  marksIn(text, parseQuery(query).wanted).map(([start, end]) => text.slice(start, end))

test.each([
  ['The attacks; an attacker attacked.', 'attack', ['attacks', 'attacker', 'attacked']],
  ['An attack; it attracted.', 'attacks x', ['attack']],
  ['Ørsted’s Straße', 'strasse orsteds', ['Ørsted’s', 'Straße']],
  ['a police station, a station of police', '"police station"', ['police', 'station']],
  ['中国人民和人', '国人民', ['国人民']],
  ['中国人民和人', '人', ['人民', '人']],
  ['10,000 people and 10000 more', '10000 x', ['10,000', '10000']],
  ['Universities', 'universi', ['Universities']],
])('marks in %s the words of %s', (text, query, expected) => {
  expect(marked(text, query)).toEqual(expected)
})

test('cuts a piece around the densest matches, between words', () => {
  const text = `${'Nothing of note here. '.repeat(40)}The police station stands here. ${'More words follow. '.repeat(40)}`
  const { text: cut, marks } = excerptOf(text, parseQuery('police station').wanted)
  expect(cut).toMatch(/^… \S.*\S …$/u)
  expect(cut.length).toBeLessThan(260)
  expect(marks.map(([start, end]) => cut.slice(start, end))).toEqual(['police', 'station'])
})

test('keeps a short text whole', () => {
  expect(excerptOf('A short text.', parseQuery('text').wanted)).toEqual({ text: 'A short text.', marks: [[8, 12]] })
})

test('gives ranges that are in the text, ascending and apart, for any text and query', () => {
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '国', '中', '𠮷', 'é', '.', '-'), maxLength: 600 }),
  )
  fc.assert(
    fc.property(strings, strings, (text, typed) => {
      const { wanted } = parseQuery(typed)
      for (const { text: shown, marks } of [excerptOf(text, wanted), { text, marks: marksIn(text, wanted) }]) {
        let last = -1
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(shown.length)
          last = end
        }
      }
    }),
  )
})
