import { expect, test } from 'vitest'
import { countWords, directionOf, languageOf } from './language'

const german =
  'Die Gemeinde will nun prüfen lassen, ob die Pfeiler aus dem Jahr 1874 noch tragen oder ersetzt werden müssen.'

test('a declared language is believed if the text agrees, is too short, or is unknown to the detector', () => {
  expect(languageOf(german, 'de_AT')).toBe('de-AT')
  expect(languageOf(german, 'en-US')).toBe('de')
  expect(languageOf(german, null)).toBe('de')
  expect(languageOf('Kurz.', 'fr')).toBe('fr')
  expect(languageOf('Kurz.', 'not a language!')).toBe(null)
  expect(languageOf(german, 'eo')).toBe('eo')
})

test('direction follows the letters', () => {
  expect(directionOf('كانت المكتبة القديمة in der Stadt')).toBe('rtl')
  expect(directionOf('An English text with one כלב in it')).toBe('ltr')
  expect(directionOf('123')).toBe('ltr')
})

test('words are counted with and without spaces', () => {
  expect(countWords("Don't count 3.5 twice – well-known.")).toBe(5)
  expect(countWords('私は図書館で本を読みます。')).toBeGreaterThan(4)
})
