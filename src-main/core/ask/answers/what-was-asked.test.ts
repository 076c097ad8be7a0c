import { expect, test } from 'vitest'
import type { Fact } from '@shared/domain/snapshot'
import { openStores } from '../../../../tests/support/stores'
import { answerQuestion } from '../answer'
import { createAskStore } from '../ask-store'

function ask(question: string, title: string, text: string, facts: Fact[] = []) {
  const stores = openStores()
  stores.addArticle({ title, text, facts })
  stores.addArticle({ title: 'Weather', text: 'A letter about the weather in a town, about bread, and about people.' })
  return answerQuestion(createAskStore(stores.db), question, { kind: 'library' }).answer
}

test('nobody is named where who did it is not said', () => {
  const text =
    'When the studio left in July 2003, the Harbour Foundation became steward of the Tern project. Its code is HTML5.'
  expect(ask('Who founded the Tern project?', 'Tern', text).short).toBeNull()
  expect(ask('Who founded the Tern project?', 'Tern', 'Ada Holm founded the Tern project.').short?.text).toBe(
    'Ada Holm',
  )
})

test('a number that is not there is not answered by a text without one', () => {
  const text =
    'In a legend a badger sprang from a dream, and became pregnant shortly thereafter. Badgers live in setts.'
  expect(ask('How long is a badger pregnant?', 'Badger', text).state).not.toBe('answer')
})

test('the page of a reference is no number of anything', () => {
  const text = 'Compared with wolves, badgers have smaller skulls.[67]:35 The teeth of badgers are small, too.'
  expect(ask('How many teeth do badgers have?', 'Badger', text).short).toBeNull()
})

test('a row that counts something else does not answer how many there were', () => {
  const facts: Fact[] = [{ label: 'Deaths', value: '4', links: [], group: null, quantity: null }]
  const text = 'Deaths 4\nThe Ellen attack was brought to an end when all of the attackers had been killed.'
  expect(ask('How many attackers were killed in the Ellen attack?', 'Ellen attack', text, facts).fact).toBeNull()
  expect(ask('How many people were killed in the Ellen attack?', 'Ellen attack', text, facts).fact?.value).toBe('4')
})

test('years ago are a date', () => {
  const text = 'Badgers were tamed early. The badger was tamed 9,000–30,000 years BCE by hunters of the north.'
  expect(ask('When was the badger tamed?', 'Badger', text).short?.text).toBe('9,000–30,000 years BCE')
})

test('a word is there in another form, or as it is spelt elsewhere', () => {
  const text = 'Its land broke away from the Gondwanan continent. Badgers have poor color vision.'
  expect(ask('Was the land part of Gondwana?', 'Badger', text).unknown).not.toContain('Gondwana')
  expect(ask('Which colour vision do badgers have?', 'Badger', text).citations[0]?.quote).toContain('color vision')
})
