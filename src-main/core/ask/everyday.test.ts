import { expect, test } from 'vitest'
import type { Fact } from '@shared/domain/snapshot'
import { openStores } from '../../../tests/support/stores'
import { answerQuestion } from './answer'
import { createAskStore } from './ask-store'

const FACTS = [
  ['Location', 'Harbour Office, Port Ellen, Islay, Scotland'],
  ['Date', '17 February 1923'],
  ['Weapons', 'rifles, torches'],
  ['Deaths', '4'],
  ['Injured', '14'],
  ['Perpetrators', 'Free Harbour League (FHL)'],
  ['No. of participants', '3'],
] as const
const PROSE =
  'The Harbour Office attack occurred on 17 February 1923, when armed men stormed the guarded office at the heart of Port Ellen. ' +
  'The attackers used rifles and torches to kill four people and injured 14 others.\n' +
  'The Free Harbour League (FHL) claimed responsibility for the attack in a letter. ' +
  'In 1924, Ewan Muir, who had led the league, was arrested in Glasgow.'

function ask(text: string) {
  const stores = openStores()
  const facts: Fact[] = FACTS.map(([label, value]) => ({ label, value, links: [], group: null, quantity: null }))
  const rows = FACTS.map(([label, value]) => `${label} ${value}`).join('\n')
  stores.addArticle({ title: '1923 Harbour Office attack', text: `${rows}\n${PROSE}`, facts })
  stores.addArticle({ title: 'Lighthouses of Islay', text: 'The lighthouse at Port Ellen was built in 1832.' })
  return answerQuestion(createAskStore(stores.db), text, { kind: 'library' }, null).answer
}

test.for([
  ['When did the Harbour Office attack happen?', '17 February 1923'],
  ['Where did the Harbour Office attack take place?', 'Harbour Office, Port Ellen, Islay, Scotland'],
  ['How many people were killed in the Harbour Office attack?', '4'],
  ['How many were wounded in the Harbour Office attack?', '14'],
  ['How many attackers were there at the Harbour Office?', '3'],
  ['Who carried out the Harbour Office attack?', 'Free Harbour League (FHL)'],
  ['What weapons did they use in the Harbour Office attack?', 'rifles, torches'],
] as const)('%s is answered by the row that states it', ([question, value]) => {
  const answer = ask(question)
  expect(answer.fact?.value).toBe(value)
  expect(answer.state).toBe('answer')
  expect(answer.citations[0]?.quote).toContain(value)
  expect(answer.unknown).toEqual([])
})

test('a row is cited once', () => {
  const { citations } = ask('What weapons did they use in the Harbour Office attack?')
  const quotes = citations.map(({ start, end }) => `${start}–${end}`)
  expect(new Set(quotes).size).toBe(quotes.length)
})

test('who claims something is not who did it: the text is quoted', () => {
  const answer = ask('Who claimed responsibility for the Harbour Office attack?')
  expect(answer.fact).toBeNull()
  expect(answer.short?.text).toBe('Free Harbour League')
})

test('a number is the answer only where it counts what is asked', () => {
  expect(ask('How many letters did the Free Harbour League write?').short).toBeNull()
  expect(ask('How many others were hurt when the attackers used torches and rifles?').short?.text).not.toBe('four')
})

test('whether something is so is left open where its words are nowhere', () => {
  expect(ask('Did the Harbour Office attackers escape?').state).not.toBe('answer')
})

test('a summary of what has no heading of that name is asked as a question', () => {
  const answer = ask('Summarise the Free Harbour League')
  expect(answer.unknown).toEqual([])
  expect(answer.citations[0]?.quote).toContain('Free Harbour League')
})

test('what an article is about is said by its own beginning', () => {
  const stores = openStores()
  const lead =
    'In mathematics, a Hermitian matrix (or self-adjoint matrix) is a square matrix equal to its own conjugate.'
  const text = `For matrices of other kinds, see Normal matrix.\n${lead}\nEvery Hermitian matrix is a normal matrix.`
  stores.addArticle({ title: 'Hermitian matrix', text })
  const answer = answerQuestion(createAskStore(stores.db), 'What is a Hermitian matrix?', { kind: 'library' }).answer
  expect(answer).toMatchObject({ kind: 'definition', state: 'answer' })
  expect(answer.citations[0]?.quote).toBe(lead)
  expect(answer.citations.map(({ quote }) => quote).join(' ')).not.toContain('see Normal matrix')
})

test('an infobox may put a total under what it is the total of', () => {
  const stores = openStores()
  const row = (group: string | null, label: string, value: string): Fact => ({
    ...{ label, value, group },
    links: [],
    quantity: null,
  })
  const facts = [row('Area', 'Total', '268,021 km2'), row(null, 'Capital', 'Wellington 41°17′S 174°27′E')]
  const text = 'Area\nTotal 268,021\u00a0km2\nCapital Wellington41°17′S 174°27′E\nIts islands were settled late.'
  stores.addArticle({ title: 'New Zealand', text, facts })
  const store = createAskStore(stores.db)
  const short = (question: string) => answerQuestion(store, question, { kind: 'library' }).answer.short?.text
  expect(short('How large is New Zealand?')).toBe('268,021\u00a0km2')
  expect(short('What is the capital of New Zealand?')).toBe('Wellington')
})

test('who did it stands behind "by", and a length of time is counted in days or years', () => {
  const stores = openStores()
  stores.addArticle({
    title: 'Harbour clocks',
    text: 'Harbour Clock Mark Two is a clock developed by Ada Holm. With 52% of its weight in lead, a harbour clock runs for nine days.',
  })
  const store = createAskStore(stores.db)
  const short = (question: string) => answerQuestion(store, question, { kind: 'library' }).answer.short?.text
  expect(short('Who developed the harbour clock?')).toBe('Ada Holm')
  expect(short('How long does a harbour clock run?')).not.toBe('52%')
})
