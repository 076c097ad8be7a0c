import { expect, test } from 'vitest'
import { stem } from './stem'

// From the examples of Porter's paper and his sample vocabulary.
test.each(
  `caresses caress|ponies poni|ties ti|cats cat|feed feed|agreed agre|plastered plaster|bled bled|motoring motor|sing sing
  conflated conflat|troubled troubl|sized size|hopping hop|tanned tan|falling fall|hissing hiss|fizzed fizz|failing fail
  filing file|happy happi|sky sky|relational relat|conditional condit|rational ration|valenci valenc|digitizer digit
  conformabli conform|radicalli radic|differentli differ|vileli vile|analogousli analog|vietnamization vietnam
  predication predic|operator oper|feudalism feudal|decisiveness decis|hopefulness hope|callousness callous
  formaliti formal|sensitiviti sensit|sensibiliti sensibl|triplicate triplic|formative form|formalize formal
  electriciti electr|electrical electr|hopeful hope|goodness good|revival reviv|allowance allow|inference infer
  airliner airlin|gyroscopic gyroscop|adjustable adjust|defensible defens|irritant irrit|replacement replac
  adjustment adjust|dependent depend|adoption adopt|homologou homolog|communism commun|activate activ
  angulariti angular|homologous homolog|effective effect|bowdlerize bowdler|probate probat|rate rate|cease ceas
  controll control|roll roll|university univers|generalizations gener|oscillators oscil|yellow yellow|as as|naïve naïve`
    .split(/[|\n]\s*/u)
    .map((pair) => pair.split(' ')),
)('%s becomes %s', (word = '', expected = '') => {
  expect(stem(word)).toBe(expected)
})
