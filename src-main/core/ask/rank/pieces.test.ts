import { expect, test } from 'vitest'
import { parseQuestion } from '../question/question'
import { createPieceShare, joinWords } from './pieces'
import { wordsOf } from './words'

const text = (words: string) => joinWords(wordsOf(words))

test('compounds and words of one root share pieces', () => {
  const texts = [text('Die Gewalt war in drei Teile geteilt.'), text('Seine Regierung hatte kein Geld.')] as const
  const share = createPieceShare(parseQuestion('Welche Gewaltenteilung gab es?').terms, texts)
  expect(share(texts[0])).toBeGreaterThan(share(texts[1]))
})

test('Han characters are pieces by themselves, and what every text holds counts least', () => {
  const texts = [text('他修造了一座堡垒'), text('他看了一座城市')] as const
  const share = createPieceShare(parseQuestion('他修建了什么堡垒？').terms, texts)
  expect(share(texts[0])).toBeGreaterThan(share(texts[1]))
  expect(share(text('修建堡垒'))).toBe(1)
})

test('a question without words shares nothing', () => {
  expect(createPieceShare([], [])('anything')).toBe(0)
})
