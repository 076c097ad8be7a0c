import { expect, test } from 'vitest'
import { openStores } from '../../../../tests/support/stores'
import { answerQuestion } from '../answer'
import { createAskStore } from '../ask-store'

const rows = [
  ['Bree', '1,200', '1,350', 'Barliman Butterbur'],
  ['Hobbiton', '300', '340', 'Will Whitfoot'],
  ['Esgaroth', '2,100', '2,800', 'Bard'],
]
const line = (cells: readonly string[]) => `<tr><th>${cells[0]}</th>${cells.slice(1).map((cell) => `<td>${cell}</td>`).join('')}</tr>` // prettier-ignore
const HTML =
  '<p>The towns of the north were counted twice.</p><table><caption>Population of the towns</caption>' +
  '<tr><th>Town</th><th>2000</th><th>2010</th><th>Mayor</th></tr>' +
  `${rows.map(line).join('')}</table><p>Nobody counted the elves.</p>`
const TEXT = HTML.replace(/<[^>]+>/gu, '')

function library() {
  const stores = openStores()
  stores.addArticle({ title: 'Towns of the north', html: HTML, text: TEXT })
  for (let at = 0; at < 30; at += 1) {
    stores.addArticle({
      title: `Letter ${at}`,
      text: `A letter about the weather, number ${at}, about bread and walks.`,
    })
  }
  const store = createAskStore(stores.db)
  return (text: string) => answerQuestion(store, text, { kind: 'library' }).answer
}

test('a question for a row and a column is answered by the cell, and cites its row', () => {
  const answer = library()
  const found = answer('What was the population of Hobbiton in 2010?')
  expect(found.short?.text).toBe('340')
  expect(found.fact).toMatchObject({ label: 'Hobbiton, 2010', value: '340' })
  const [cited] = found.citations
  expect(cited?.quote).toBe('Hobbiton300340Will Whitfoot')
  expect(TEXT.slice(cited?.start, cited?.end)).toBe(cited?.quote)
  expect(cited?.quote.slice(found.short?.start, found.short?.end)).toBe('340')
  expect(answer('Who is the mayor of Esgaroth?').short?.text).toBe('Bard')
})

test('a cell that no row or no column names is no answer', () => {
  const answer = library()
  expect(answer('What was the population of Rivendell in 2010?').fact).toBeNull()
  expect(answer('Who is the king of Esgaroth?').fact).toBeNull()
})
