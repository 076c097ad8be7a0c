import { expect, test } from 'vitest'
import { countWords } from '../cleaning/count-words'
import { directionOf, languageOf } from './language'

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

test.each([
  ['km', 'ភាសាខ្មែរ គឺជាភាសាផ្លូវការរបស់ប្រទេសកម្ពុជា'],
  ['my', 'မြန်မာဘာသာစကားသည် မြန်မာနိုင်ငံ၏ ရုံးသုံးဘာသာစကား ဖြစ်သည်။'],
  ['si', 'සිංහල භාෂාව ශ්‍රී ලංකාවේ ප්‍රධාන භාෂාවකි.'],
  ['th', 'ภาษาไทยเป็นภาษาราชการของประเทศไทย'],
  ['ja', '私は図書館で本を読みます。'],
  ['zh', '北京是中华人民共和国的首都，也是全国政治中心。'],
  ['ko', '서울은 대한민국의 수도이자 최대 도시이다.'],
  ['he', 'ירושלים היא עיר הבירה של מדינת ישראל.'],
  ['dv', 'ދިވެހިރާއްޖެއަކީ އިންޑިޔާ ކަނޑުގައި އޮންނަ ޤައުމެއް.'],
  ['el', 'Η Αθήνα είναι η πρωτεύουσα της Ελλάδας.'],
])('a script of one language tells it, whatever is declared: %s', (language, text) => {
  expect(languageOf(text, null)).toBe(language)
  expect(languageOf(text, 'en')).toBe(language)
  expect(languageOf(text, language)).toBe(language)
})

test('what is declared may be more exact than what can be told', () => {
  expect(languageOf('北京是中华人民共和国的首都，也是全国政治中心。', 'zh-Hant-TW')).toBe('zh-Hant-TW')
  expect(languageOf('北京是中华人民共和国的首都，也是全国政治中心。', 'yue')).toBe('yue')
  expect(languageOf('ייִדיש איז אַ שפּראַך וואָס ווערט גערעדט פֿון ייִדן.', 'yi')).toBe('yi')
  const portuguese =
    'O Brasil é o maior país da América do Sul e da região da América Latina, e o quinto maior do mundo.'
  expect(languageOf(portuguese, 'pt_BR')).toBe('pt-BR')
})
