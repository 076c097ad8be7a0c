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

test('a day is nobody', () => {
  const facts: Fact[] = [{ label: 'Founded', value: 'February 28, 1998', links: [], group: null, quantity: null }]
  const text = 'Founded February 28, 1998\nThe Tern project makes boats.'
  expect(ask('Who founded Tern?', 'Tern', text, facts).fact).toBeNull()
  expect(ask('When was Tern founded?', 'Tern', text, facts).fact?.value).toBe('February 28, 1998')
})

test('what somebody did is no place', () => {
  const text = 'Ada Holm acknowledged the work of Fetter and Hamilton at the end. Ada Holm liked tea.'
  expect(ask('Where did Ada Holm work?', 'Ada Holm', text).short).toBeNull()
  expect(ask('Where did Ada Holm work?', 'Ada Holm', 'Ada Holm worked in the city of Leith.').short?.text).toBe('Leith')
})

test('a day says more than its year', () => {
  const text = 'The 1923 Ellen attack occurred on 17 February 1923 at the heart of Port Ellen.'
  expect(ask('When did the Ellen attack occur?', 'Ellen attack', text).short?.text).toBe('17 February 1923')
})

test('where everything that is named stands nowhere there is no answer', () => {
  const text = 'Other kinds are chair fencing and one-hit fencing. The chair of the Weather League is made of wood.'
  expect(ask('Who is the chair of the ZQQ?', 'Fencing', text).state).not.toBe('answer')
})

test('in an article whose title says what is asked, an idle word decides nothing', () => {
  const others = ['tea', 'bread', 'boats', 'sheep', 'roads', 'trains', 'schools', 'taxes'].map((one) =>
    `On ${one}, Ada Holm spoke at length: there had been progress on ${one}, and more of it was to come. `.repeat(8),
  )
  const paragraphs = [
    'The failure to build a harbour is the greatest regret of her years in office, Ada Holm told a newspaper. ' +
      others[0],
    'There was a flicker across her face as if to say that it did not matter. ' + others[1],
    ...others.slice(2),
  ]
  const title = 'Ada Holm admits the harbour is her greatest regret'
  const answer = ask('What did Ada Holm say is her greatest regret?', title, paragraphs.join('\n'))
  expect(answer.citations[0]?.quote).toContain('The failure to build a harbour')
})

test('a number stands in the part of the sentence that says what is asked', () => {
  const text = 'With 140 seals beaching and resting on Ellen Island, 10 rare pygmy seals came to Long Beach.'
  expect(ask('How many seals beached on Ellen Island?', 'Seals', text).short?.text).toBe('140')
})

test('what is asked about did not do it, whether or not it is written as a name', () => {
  const text = 'It was closed after gunmen attacked the famed Ellen National Museum in the capital of the country.'
  expect(ask('Who attacked the Ellen museum?', 'Ellen', text).short).toBeNull()
  const town = text.replace('the capital of the country', 'Leith')
  expect(ask('Who attacked the Ellen museum?', 'Ellen', town).short).toBeNull()
})

test('the width of a strait is not how big its island is, nor a difference how long something lives', () => {
  const strait = 'North Island and South Island are parted by Ellen Strait, 22 kilometres wide at its narrowest.'
  expect(ask('How big is South Island?', 'Islands', strait).short).toBeNull()
  expect(ask('How big is South Island?', 'Islands', 'South Island has an area of 150,437 km2.').short?.text).toBe('150,437 km2') // prettier-ignore
  expect(ask('How long do badgers live?', 'Badger', 'Mixed badgers live on average 1.2 years longer than others.').short).toBeNull() // prettier-ignore
})

test('a number between two is given with both', () => {
  const text = 'There are typically between 400 and 600 water main breaks each year in Port Ellen, an official said.'
  expect(ask('How many water main breaks does Port Ellen have each year?', 'Pipes', text).short?.text).toBe(
    'between 400 and 600',
  )
})

test('what is asked for by a word that stands nowhere is not defined by one that is spelt alike', () => {
  const text = 'Our systems are watched by people. These systems have pages, and the systems are large.'
  expect(ask('What is systemd?', 'Watching', text).state).not.toBe('answer')
})
