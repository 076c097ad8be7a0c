import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold'
import { splitsPair } from './surrogates'

test('case, accents and compatibility forms do not tell words apart', () => {
  expect(fold('ÉTUDE ﬁn Ω')).toBe(fold('étude fin ω'))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('an offset splits a pair exactly when both halves are broken by it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, offset) => {
      const whole = isWhole(text.slice(0, offset)) && isWhole(text.slice(offset))
      expect(splitsPair(text, offset)).toBe(!whole)
    }),
  )
})

/** Whether every surrogate has its other half: only then does the text survive UTF-8. */
function isWhole(text: string): boolean {
  return new TextDecoder().decode(new TextEncoder().encode(text)) === text
}
