import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenise } from './fold'

const words = (text: string) => tokenise(text).map((token) => token.text)

test.each([
  ['Łódź Ørsted Straße ﬁne Æsir cœur Đà Nẵng', ['lodz', 'orsted', 'strasse', 'fine', 'aesir', 'coeur', 'da', 'nang']],
  ['The U.S. and the U.S.A', ['the', 'us', 'and', 'the', 'usa']],
  ["O’Brien’s don't", ['obriens', 'dont']],
  ["l'homme qu’il dell'arte", ['l', 'homme', 'qu', 'il', 'dell', 'arte']],
  ['1,000 and 12,345,678, but 1,23', ['1000', 'and', '12345678', 'but', '1', '23']],
  ['co\u00adop\u00aderate zero\u200bwidth', ['cooperate', 'zerowidth']],
  ['“quoted” ‘words’ — e-mail', ['quoted', 'words', 'e', 'mail']],
  ['6½ x² ①', ['6½', 'x2', '1']],
  ['ΣΊΣΥΦΟΣ İstanbul', ['σισυφοσ', 'istanbul']],
  ['黑豹队2015年', ['黑豹', '豹队', '队', '2015', '年']],
  ['か\u3099ん ｶﾞﾝ', ['がん', 'ん', 'ガン', 'ン']],
  ['한국 \u1112\u1161\u11ab', ['한국', '국', '한']],
  ['שָׁלוֹם مُحَمَّد', ['שלום', 'محمد']],
  ['\ud800 👍 !?', []],
])('folds %s', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test('gives composed and decomposed text the same words', () => {
  const text = 'Nguyễn Thị Định, crème brûlée, Москва, 한국어, हिन्दी, ไทย'
  expect(words(text.normalize('NFD'))).toEqual(words(text.normalize('NFC')))
})

test('keeps Indic and Thai words apart that differ only in a vowel', () => {
  expect(words('की')).not.toEqual(words('कु'))
  expect(words('กิน')).not.toEqual(words('กัน'))
})

test('points each word to its place', () => {
  const text = 'The O’Brien\u00ad 中国人!'
  expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'The',
    'O’Brien',
    '中国',
    '国人',
    '人',
  ])
})

test('takes any string, in order and in range', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      let last = 0
      for (const token of tokenise(text)) {
        expect(token.start).toBeGreaterThanOrEqual(last)
        expect(token.end).toBeGreaterThan(token.start)
        expect(token.end).toBeLessThanOrEqual(text.length)
        expect(token.text).toMatch(/^[\p{L}\p{N}\ue000-\uf8ff]+$/u)
        last = token.start
      }
    }),
  )
})
