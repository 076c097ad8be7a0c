import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from './sentences'

const cut = (text: string, breaks: readonly number[] = []) =>
  sentencesOf(text, { start: 0, end: text.length }, breaks).map(({ start, end }) => text.slice(start, end))

test('sentences end at full stops, question marks and exclamation marks', () => {
  expect(cut('Snow mapped it. Was it the pump? It was!')).toEqual(['Snow mapped it.', 'Was it the pump?', 'It was!'])
})

test('abbreviations, initials, ordinals and decimals do not end a sentence', () => {
  expect(cut('Dr. J. Snow paid approx. 3.5 shillings on 8. September 1854. He left.')).toEqual([
    'Dr. J. Snow paid approx. 3.5 shillings on 8. September 1854.',
    'He left.',
  ])
})

test('quotation marks and reference marks stay with their sentence', () => {
  expect(cut('He said “Close it.” They did.[12] It ended.')).toEqual([
    'He said “Close it.”',
    'They did.[12]',
    'It ended.',
  ])
})

test('Chinese and Arabic sentences are told apart', () => {
  expect(cut('霍乱爆发了。谁画了地图？斯诺。')).toEqual(['霍乱爆发了。', '谁画了地图？', '斯诺。'])
  expect(cut('أين المضخة؟ في الشارع.')).toHaveLength(2)
})

test('no sentence runs across blocks', () => {
  expect(cut('One item\nanother item', [9])).toEqual(['One item', 'another item'])
})

test('whatever the text, sentences are in order, apart, short enough and without white space around them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
      let last = 0
      for (const { start, end } of sentencesOf(text, { start: 0, end: text.length })) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end - start).toBeLessThanOrEqual(600)
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
        expect(text.slice(last, start).trim()).toBe('')
        last = end
      }
      expect(text.slice(last).trim()).toBe('')
    }),
  )
})
