import { expect, test } from 'vitest'
import { stem } from '../../text/stem'
import { inParts } from './in-parts'
import { parseQuestion } from './question'

/** A library of these words. */
function dictionary(words: string) {
  const held = new Set(words.split(' ').map(stem))
  return {
    documents: (term: string) => Number(held.has(term)),
    formsOf: (word: string) => [stem(word)],
    meantBy: () => undefined,
  }
}
const partsOf = (text: string, words: string) =>
  inParts(parseQuestion(text), dictionary(words)).terms.map(({ word }) => word)

test('a compound that the library does not hold is read as its two words', () => {
  expect(partsOf('Was bedroht den Amazonaswald?', 'amazonas wald')).toEqual(['bedroht', 'amazonas', 'wald'])
  expect(partsOf('Welcher Fusionsplan scheiterte?', 'fusion plan')).toEqual(['fusions', 'plan', 'scheiterte'])
})

test('a word that the library holds, or whose parts it does not, stays whole', () => {
  expect(partsOf('Was bedroht den Amazonaswald?', 'amazonaswald amazonas wald')).toContain('amazonaswald')
  expect(partsOf('Was bedroht den Amazonaswald?', 'amazonas')).toContain('amazonaswald')
})
