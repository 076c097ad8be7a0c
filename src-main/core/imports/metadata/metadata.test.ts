import { expect, test } from 'vitest'
import { parseDocument } from '../html-tree'
import { dateInText, parseDate } from './date-text'
import { licenceName } from './licence'
import { readMetadata } from './metadata'
import { withoutSite } from './title'

const read = (html: string, url: string | null = null) =>
  readMetadata(parseDocument(html, { scriptingEnabled: false }), url)

test.each([
  ['2023-02-17', '2023-02-17'],
  ['2023-02-17T19:30:00+0500', '2023-02-17T19:30:00+05:00'],
  ['2023-02', '2023-02'],
  ['2023', '2023'],
  ['20230217', '2023-02-17'],
  ['Fri, 17 Feb 2023 14:30:00 GMT', '2023-02-17T14:30:00Z'],
  ['February 17, 2023', '2023-02-17'],
  ['no date', null],
  ['2023-13-45', null],
])('parseDate(%s)', (value, date) => expect(parseDate(value)).toBe(date))

test.each([
  ['Veröffentlicht am 3. März 2021 um 8 Uhr', '2021-03-03'],
  ['le 12 août 2019', '2019-08-12'],
  ['17 de febrero de 2023', '2023-02-17'],
  ['17.02.2023', '2023-02-17'],
  ['2023年2月17日', '2023-02-17'],
  ['on 3/4/2019', null],
  ['on 25/4/2019', '2019-04-25'],
])('dateInText(%s)', (text, date) => expect(dateInText(text)).toBe(date))

test('schema.org data is read through graphs and references', () => {
  const page = read(`<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#p","name":"Ann Lee"},
    {"@type":["BlogPosting"],"headline":"Deep water","author":{"@id":"#p"},"datePublished":"2020-05-01","publisher":{"name":"Shore"}}]}</script><title>Deep water | Shore</title>`)
  expect(page).toMatchObject({ title: 'Deep water', byline: 'Ann Lee', publishedAt: '2020-05-01', siteName: 'Shore' })
})

test('the heading that the page title confirms is the title', () => {
  expect(
    read('<title>Tides explained - The Shore Times</title><h1>The Shore Times</h1><h1>Tides explained</h1>').title,
  ).toBe('Tides explained')
  expect(withoutSite('On rain | Weather Weekly', { name: 'Weather Weekly', host: null })).toBe('On rain')
  expect(withoutSite('Nine to five – a history of the working day', { name: null, host: null })).toBe(
    'Nine to five – a history of the working day',
  )
})

test('where a page came from: the tool that saved it, else its own statement', () => {
  expect(read('<!-- saved from url=(0022)https://example.org/a --><html>').sourceUrl).toBe('https://example.org/a')
  expect(
    read('<!--\n Page saved with SingleFile \n url: https://example.org/b \n saved date: x\n--><html>').sourceUrl,
  ).toBe('https://example.org/b')
  expect(read('<link rel=canonical href="https://example.org/c">').sourceUrl).toBe('https://example.org/c')
  expect(read('<link rel=canonical href="javascript:x">').sourceUrl).toBe(null)
})

test('licences by their deed', () => {
  expect(licenceName('https://creativecommons.org/licenses/by-sa/4.0/deed.de')).toBe('CC BY-SA 4.0')
  expect(
    read(
      '<footer><a rel="license" href="https://creativecommons.org/licenses/by/3.0/">Some rights reserved</a></footer>',
    ).licence,
  ).toEqual({
    statement: 'Some rights reserved',
    name: 'CC BY 3.0',
    url: 'https://creativecommons.org/licenses/by/3.0/',
  })
})
