import { expect, test } from 'vitest'
import { tablesOf } from './tables'

const HTML =
  '<p>Of &amp; on.</p>\n<table><caption>People</caption><thead><tr><th>City</th><th colspan="2">Population</th></tr>' +
  '<tr><th></th><th>2000</th><th>2010</th></tr></thead><tbody><tr><th rowspan="2">Bree</th><td>1,200</td><td>1,350</td></tr>' +
  '<tr><td>a</td><td title="x > y">b</td></tr></tbody></table><p>End.</p>'
const TEXT = 'Of & on.\nPeopleCityPopulation20002010Bree1,2001,350abEnd.'

test('a table is read with its spans, each cell where it stands in the text', () => {
  const [table] = tablesOf(HTML, TEXT)
  const words = table?.rows.map((row) => row.map(({ start, end }) => TEXT.slice(start, end)))
  expect(words).toEqual([
    ['City', 'Population', 'Population'],
    ['', '2000', '2010'],
    ['Bree', '1,200', '1,350'],
    ['Bree', 'a', 'b'],
  ])
  expect(TEXT.slice(table?.caption?.start, table?.caption?.end)).toBe('People')
})

test('an infobox is not read, nor what would not stand where its offsets say', () => {
  expect(tablesOf('<table class="infobox"><tr><th>Born</th><td>1813</td></tr></table>', 'Born1813')).toEqual([])
  expect(tablesOf(HTML, `${TEXT} and more`)).toEqual([])
})
