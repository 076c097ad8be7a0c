import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockAt, stepFrom, unitAt, type SteppedText, type Unit } from './steps'

const plain = (text: string, edges: readonly number[] = [0, text.length], language?: string): SteppedText => ({
  text,
  edges,
  language,
})
const walk = (stepped: SteppedText, unit: Unit) => {
  const stops: string[] = []
  for (let at = 0; at < stepped.text.length;) {
    const next = stepFrom(stepped, at, unit, 1)
    stops.push(stepped.text.slice(at, next))
    at = next
  }
  return stops
}

test('words are gone through by their ends and, going back, by their beginnings', () => {
  const text = 'Don’t stop: 3.14, please.'
  expect(walk(plain(text), 'word')).toEqual(['Don’t', ' stop', ': 3.14', ', please', '.'])
  expect(stepFrom(plain(text), text.length, 'word', -1)).toBe(text.indexOf('please'))
})

test('words of Japanese and Thai are words, not lines', () => {
  expect(walk(plain('東京都に住んでいます', undefined, 'ja'), 'word').length).toBeGreaterThan(2)
  expect(walk(plain('ฉันรักภาษาไทย', undefined, 'th'), 'word').length).toBeGreaterThan(2)
})

test('no word and no sentence goes across the edge of a block', () => {
  const stepped = plain('One cellTwo', [0, 8, 11])
  expect(walk(stepped, 'word')).toEqual(['One', ' cell', 'Two'])
  expect(walk(stepped, 'sentence')).toEqual(['One cell', 'Two'])
  expect(blockAt(stepped, 3)).toEqual({ start: 0, end: 8 })
  expect(blockAt(stepped, 8)).toEqual({ start: 8, end: 11 })
})

test('a sentence ends before its citation marks, and not at an abbreviation', () => {
  const text = 'Dr. Snow mapped it.[12][note 3] He saw J. Smith there. 東京です。次です。'
  expect(walk(plain(text), 'sentence').map((words) => words.trim())).toEqual([
    'Dr. Snow mapped it.',
    '[12][note 3] He saw J. Smith there.',
    '東京です。',
    '次です。',
  ])
  const second = unitAt(plain(text), 20, 'sentence')
  expect(second && text.slice(second.start, second.end)).toBe('He saw J. Smith there.')
})

test('a character is what a person sees as one', () => {
  expect(walk(plain('e\u0301👨‍👩‍👧🇫🇷a'), 'character')).toEqual(['e\u0301', '👨‍👩‍👧', '🇫🇷', 'a'])
})

test('steps always go on, end at the ends, and stop at no half of a character', () => {
  const any = fc.string({ unit: fc.constantFrom('a', 'b ', '. ', '[1]', '語', '👍🏽', 'e\u0301', '\n', 'שלום ') })
  const units = fc.constantFrom<Unit>('character', 'word', 'sentence')
  fc.assert(
    fc.property(any, units, fc.nat(), (text, unit, cut) => {
      const edge = text.length === 0 ? 0 : stepFrom(plain(text), cut % text.length, 'character', 1)
      const stepped = plain(text, [...new Set([0, edge, text.length])])
      const wholes = new Set([
        0,
        ...walk(stepped, 'character').map((_, at, all) => all.slice(0, at + 1).join('').length),
      ])
      let at = 0
      while (at < text.length) {
        const next = stepFrom(stepped, at, unit, 1)
        expect(next).toBeGreaterThan(at)
        expect(wholes.has(next)).toBe(true)
        at = next
      }
      while (at > 0) {
        const next = stepFrom(stepped, at, unit, -1)
        expect(next).toBeLessThan(at)
        expect(wholes.has(next)).toBe(true)
        at = next
      }
    }),
  )
})
