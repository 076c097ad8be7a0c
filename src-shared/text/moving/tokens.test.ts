import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDictionary, firstTokenAfter, firstTokenFrom, tokenise } from './tokens'

function wordsOf(text: string): string[] {
  const dictionary = createDictionary()
  return Array.from(tokenise(text, dictionary).ids, (id) => dictionary.wordOf(id))
}

test.each([
  ['a soft hyphen', 'trans\u00adport', 'transport'],
  ['a zero-width space', 'trans\u200bport', 'transport'],
  ['a word joiner', 'over\u2060come', 'overcome'],
  ['decomposed letters', 'cafe\u0301', 'café'],
  ['Korean in parts', '한'.normalize('NFD'), '한'],
  ['quotes', '“so” «so» "so"', '"so" "so" "so"'],
  ['apostrophes', 'don’t', "don't"],
  ['dashes', '1854–1855 — so', '1854-1855 - so'],
  ['an ellipsis', 'so…', 'so...'],
  ['white space', 'one\u00a0two\n\tthree', 'one two three'],
  ['a citation mark', 'water[12] was[13][note 4] bad.[citation needed]', 'water was bad.'],
  ['a lettered mark', 'water.[a] Next', 'water. Next'],
  ['a page behind a mark', 'water[12]:45 was', 'water was'],
  ['a mark in French', 'l’eau[réf. nécessaire] est', "l'eau est"],
  ['a mark in Russian', 'вода[источник?] была', 'вода была'],
])('%s makes no difference', (_, one, other) => {
  expect(wordsOf(one)).toEqual(wordsOf(other))
})

test.each([
  ['an index in a program', 'a[1] = 2', 'a[2] = 2'],
  ['an index in an argument', 'print(a[1])', 'print(a[2])'],
  ['an editor’s word', 'and [he] said', 'and said'],
  ['a number', '1,000', '1,001'],
  ['a letter', 'Snow', 'snow'],
])('%s does', (_, one, other) => {
  expect(wordsOf(one)).not.toEqual(wordsOf(other))
})

const anything = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom(' ', '\n', '[12]', '[a]', '\u00ad', '\u200b', 'e\u0301', '不是', '👩‍👩‍👧', "don't", '3.14', '“', '[x'),
  ),
  { maxLength: 40 },
)

test('words ascend without overlap, and nothing but white space, marks and invisible characters lies between them', () => {
  fc.assert(
    fc.property(anything, (parts) => {
      const text = parts.join('')
      const { count, starts, ends, marks } = tokenise(text, createDictionary())
      let end = 0
      for (let at = 0; at <= count; at += 1) {
        const start = starts[at] ?? text.length
        expect(start).toBeGreaterThanOrEqual(end)
        let between = text.slice(end, start)
        for (const [from, to] of marks)
          if (from >= end && to <= start) between = between.replace(text.slice(from, to), '')
        expect(between.replace(/[\s\p{Default_Ignorable_Code_Point}\u00ad\ufeff]/gu, '')).toBe('')
        if (at < count) expect(ends[at]).toBeGreaterThan(start)
        end = ends[at] ?? text.length
      }
    }),
  )
})

test('an offset leads to the word that it stands in or before', () => {
  fc.assert(
    fc.property(anything, fc.nat(200), (parts, given) => {
      const text = parts.join('')
      const tokens = tokenise(text, createDictionary())
      const offset = Math.min(given, text.length)
      const after = firstTokenAfter(tokens, offset)
      const from = firstTokenFrom(tokens, offset)
      expect(tokens.ends[after] ?? Infinity).toBeGreaterThan(offset)
      expect(tokens.ends[after - 1] ?? 0).toBeLessThanOrEqual(offset)
      expect(tokens.starts[from] ?? Infinity).toBeGreaterThanOrEqual(offset)
      expect(tokens.starts[from - 1] ?? -1).toBeLessThan(offset)
    }),
  )
})
