import { expect, test } from 'vitest'
import { citedSentences } from './cited-sentences'
import { support, type Passage } from './support'

const passage = (text: string, title = 'The Broad Street pump', section = ''): Passage => ({
  ...{ title, section, text, start: 0, end: text.length, breaks: [] },
})
const CHOLERA = passage(
  'John Snow mapped 578 deaths in Soho. On 8 September 1854 the parish board took the handle off the pump. Snow did not believe that cholera came through the air, although William Farr did. Only five of the 535 people in the workhouse died, because it had a well of its own.',
)
const TULIPS = passage(
  'The price of a bulb of Semper Augustus reached 10,000 guilders in 1637. Bulbs came to Leiden in 1593.',
  'Tulip mania',
)

test.each([
  ['The handle was taken off on 8 September 1854.', true],
  ['In Soho, John Snow mapped 578 deaths.', true],
  ['Snow did not believe cholera came through the air.', true],
  ['Five people of 535 in the workhouse died.', true],
  ['5 of the 535 people in the workhouse died.', true],
  // Another number, date, name.
  ['The handle was taken off on 9 September 1854.', false],
  ['John Snow mapped 616 deaths in Soho.', false],
  ['Ten of the 535 people in the workhouse died.', false],
  ['The handle was taken off the pump by Henry Whitehead.', false],
  // Turned round.
  ['Snow believed that cholera came through the air.', false],
  ['John Snow never mapped deaths in Soho.', false],
  ['The parish board did not take the handle off the pump.', false],
  // Something else.
  ['The pump was painted green by a carpenter.', false],
  ['It is widely known.', false],
  ['', false],
])('“%s” is borne out: %s', (sentence, isSupported) => {
  expect(support(sentence, [CHOLERA]).isSupported).toBe(isSupported)
})

test('a sentence may rest on two passages, and names where', () => {
  const sentence = 'Bulbs came to Leiden in 1593, and the handle of the pump was taken off on 8 September 1854.'
  expect(support(sentence, [TULIPS]).isSupported).toBe(false)
  const both = support(sentence, [CHOLERA, TULIPS])
  expect(both.isSupported).toBe(true)
  expect(both.places.map(({ passage: at, start, end }) => [CHOLERA, TULIPS][at]?.text.slice(start, end))).toEqual([
    'On 8 September 1854 the parish board took the handle off the pump.',
    'Bulbs came to Leiden in 1593.',
  ])
})

test('a passage that has nothing to do with the sentence is not cited with it', () => {
  const { isSupported, places } = support('The handle was taken off on 8 September 1854.', [TULIPS, CHOLERA])
  expect(isSupported).toBe(true)
  expect(places.map((place) => place.passage)).toEqual([1])
})

test('the title says what a passage speaks of', () => {
  expect(support('In the Tulip mania a bulb reached 10,000 guilders.', [TULIPS]).isSupported).toBe(true)
})

test('other languages', () => {
  const german = passage('Der Turm wurde 1889 nicht abgerissen, weil er als Antenne diente.', 'Eiffelturm')
  expect(support('Der Turm wurde 1889 nicht abgerissen.', [german]).isSupported).toBe(true)
  expect(support('Der Turm wurde 1889 abgerissen.', [german]).isSupported).toBe(false)
  const chinese = passage('北京是中国的首都。上海不是首都。', '北京')
  expect(support('北京是中国的首都。', [chinese]).isSupported).toBe(true)
  expect(support('上海是首都。', [chinese]).isSupported).toBe(false)
})

test('marks belong to the sentence they stand in or behind, however they are written', () => {
  const read = (text: string) => citedSentences(text).map((one) => [one.text, ...one.numbers])
  expect(read('Snow mapped it [1]. The pump was closed. [2] It worked.[1][3] Nobody knows.')).toEqual([
    ['Snow mapped it.', 1],
    ['The pump was closed.', 2],
    ['It worked.', 1, 3],
    ['Nobody knows.'],
  ])
  expect(read('Dr. Snow [Passage 2] mapped 578 deaths [1, 3–4]. 首都は東京です【2】。次。')).toEqual([
    ['Dr. Snow mapped 578 deaths.', 2, 1, 3, 4],
    ['首都は東京です。', 2],
    ['次。'],
  ])
  expect(read('- One [1]\n- Two [2]\n[3]')).toEqual([
    ['- One', 1],
    ['- Two', 2, 3],
  ])
  expect(read('[1] Begins with its number. Then ends [2')).toEqual([['Begins with its number.', 1], ['Then ends']])
  expect(read('')).toEqual([])
})
