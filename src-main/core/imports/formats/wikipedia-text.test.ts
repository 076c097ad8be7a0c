import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '../reading/read-source'
import { wikipediaTextReader } from './wikipedia-text'

const fixtures = join(import.meta.dirname, '../../../../tests/fixtures')
const source: Source = {
  bytes: new Uint8Array(),
  name: 'article.txt',
  format: 'auto',
  via: 'file',
  url: null,
  contentType: null,
  folder: null,
}
const load = (name: string) => readFileSync(join(fixtures, name), 'utf8')
const read = (text: string) => wikipediaTextReader.read({ source, text: () => text })
const asText = (html: string) => html.replace(/<[^>]*>/gu, '\n')

const karachi = load('karachi-police-station-attack.txt')

test('the article that this project started from: facts as facts', () => {
  const article = read(karachi)
  expect(article).toMatchObject({
    format: 'wikipedia-text',
    title: '2023 Karachi police station attack',
    siteName: 'Wikipedia',
    publishedAt: null,
    categories: [],
  })
  expect(article.facts.map(({ label, value }) => ({ label, value }))).toEqual([
    { label: 'Location', value: 'Karachi Police Office, Karachi, Sindh, Pakistan' },
    { label: 'Date', value: '17 February 2023' },
    { label: 'Weapons', value: 'guns, grenades' },
    { label: 'Deaths', value: '4' },
    { label: 'Injured', value: '14' },
    { label: 'Perpetrators', value: 'Pakistani Taliban (TTP)' },
    { label: 'No. of participants', value: '3' },
    { label: 'Defenders', value: 'Pakistan Rangers, Special Security Unit (SSU)' },
  ])
  expect(article.html).toContain('<tr><th scope="row">Weapons</th><td>guns, grenades</td></tr>')
  expect(article.excerpt).toMatch(/^The 2023 Karachi Police Station Attack occurred/u)
})

test('the article that this project started from: references, one by one, with their dates', () => {
  const { html, references } = read(karachi)
  expect(references).toEqual([
    {
      label: '1',
      text: '"At least four killed after militants storm Karachi police headquarters". CNN. 17 February 2023. Archived from the original on 10 June 2023. Retrieved 10 June 2023.',
      url: null,
      archivedAt: '2023-06-10',
      retrievedAt: '2023-06-10',
      group: null,
      citation: {
        kind: null,
        authors: [],
        title: 'At least four killed after militants storm Karachi police headquarters',
        work: 'CNN',
        publisher: null,
        date: '2023-02-17',
        archiveUrl: null,
        doi: null,
        isbn: null,
        full: null,
      },
    },
    expect.objectContaining({ label: '2', archivedAt: '2023-02-19', retrievedAt: '2023-02-18' }),
    expect.objectContaining({ label: '3', archivedAt: null, retrievedAt: '2024-07-25' }),
  ])
  expect(references[2]?.citation).toMatchObject({
    authors: ['Ali, Imtiaz'],
    title: "'TTP militant' accused of KPO, Abbas Town attacks shot dead in Karachi",
    work: 'DAWN.COM',
    date: '2024-07-25',
  })
  expect(html.match(/<li id="ref-\d">/gu)).toHaveLength(3)
})

test('the article that this project started from: the licence without the talk around it, and all sections', () => {
  const { html, licence, authorsUrl, details } = read(karachi)
  expect(licence).toEqual({
    statement: 'Article snapshot taken from Wikipedia with creative commons attribution-sharealike license.',
    name: 'CC BY-SA',
    url: 'https://creativecommons.org/licenses/by-sa/4.0/',
  })
  expect(authorsUrl).toBe('https://en.wikipedia.org/wiki/2023_Karachi_police_station_attack?action=history')
  expect(html).not.toContain('Give it a read')
  expect(html.match(/<h2>[^<]*/gu)).toEqual(['<h2>References', '<h2>Portals', '<h2>See also', '<h2>Categories'])
  expect(details?.portals.map(({ text }) => text)).toEqual([
    'Pakistani Taliban',
    'Leaders',
    'Spokesmen',
    'Alleged/claimed actions',
  ])
  expect(html).toContain('<li>Alleged/claimed actions</li>')
})

test('the article that this project started from: its side list is beside the text, never in it', () => {
  const { html, details } = read(karachi)
  expect(details?.related).toEqual([
    {
      title: 'Terrorist attacks in Pakistan (since 2001)',
      groups: [
        {
          label: expect.stringMatching(/^Italics indicates .* · Underline indicates/u),
          links: Array.from({ length: 24 }, (_, at) => ({ text: String(2001 + at), url: null })),
        },
      ],
    },
  ])
  expect(html).not.toContain('Italics indicates')
  expect(details?.wiki).toMatchObject({ project: 'en.wikipedia.org', title: '2023 Karachi police station attack' })
})

test('the article that this project started from: no line is lost', () => {
  const article = read(karachi)
  const facts = article.facts.map(({ label, value }) => label + value).join(' ') + JSON.stringify(article.details)
  const shown = asText(article.html)
    .replace(/&quot;/gu, '"')
    .replace(/\s+/gu, ' ')
  for (const line of karachi.split('\n').slice(5)) {
    for (const word of line.replace(/^\s*\d\./u, '').match(/\p{L}{3,}/gu) ?? []) {
      expect(`${article.title ?? ''} ${shown} ${facts}`).toContain(word)
    }
  }
})

test('a person: values of several lines, divisions, unknown labels, marks in the text', () => {
  const article = read(load('wikipedia-text-person.txt'))
  for (const fact of [
    { label: 'Born', value: 'Ilse Marie Varnhorn, 14 March 1871, Lüneburg, Kingdom of Prussia', group: null },
    { label: 'Chief collaborators', value: 'Margarethe Lindner', group: 'Scientific career' },
    { label: 'Awards', value: 'Silver Medal of the Geographical Society (1911)' },
  ])
    expect(article.facts).toContainEqual(expect.objectContaining(fact))
  expect(article.html).toContain('<th colspan="2">Scientific career</th>')
  expect(article.html).toContain('<caption>Varnhorn in 1903</caption>')
  expect(article.html).toContain('<sup><a href="#ref-2">[2]</a></sup>')
  expect(article.html.match(/<h2>[^<]*/gu)?.slice(0, 2)).toEqual(['<h2>Early life', '<h2>Career'])
  expect(article.references[1]).toMatchObject({ archivedAt: '2015-03-03', retrievedAt: '2016-04-01' })
  expect(article.categories).toEqual(['1871 births', '1949 deaths', 'German hydrologists'])
  expect(article.licence).toMatchObject({
    name: 'CC BY-SA 4.0',
    url: 'https://creativecommons.org/licenses/by-sa/4.0/',
  })
})

test('a city: groups with bullets, and a side list that is no part of the infobox', () => {
  const article = read(load('wikipedia-text-city.txt'))
  const facts = new Map(
    article.facts.map(({ label, value, group }) => [group === null ? label : `${group}: ${label}`, value]),
  )
  expect(article.facts.find(({ label }) => label === 'Elevation')?.quantity).toEqual({ value: 12, unit: 'm' })
  expect(article.facts.find(({ label }) => label === 'Land')?.quantity).toEqual({ value: 98, unit: 'km2' })
  expect(facts.get('Country')).toBe('Estmark')
  expect(facts.get('Government: Mayor')).toBe('June Okafor')
  expect(facts.get('Population (2021): Total')).toBe('241,306')
  expect(facts.get('Time zone: Summer (DST)')).toBe('UTC+4 (EMST)')
  expect(facts.get('Website')).toBe('portalverne.example')
  expect(article.details?.related[0]?.title).toBe('Municipalities of Tamarin Province')
  expect(article.details?.related[0]?.groups[0]?.links).toContainEqual({ text: 'Countryside districts', url: null })
  expect(article.references.map(({ url }) => url)).toEqual([null, 'https://example.org/salt'])
  expect(article.categories).toEqual(['Port Alverne', 'Harbour cities'])
})

test('an infobox in a language whose labels are not known is seen by its shape', () => {
  const article = read(
    [
      'Spiegel',
      '',
      'Hafenstadt Alvern',
      '',
      'Text aus Wikipedia, CC BY-SA 4.0.',
      'Stadt in Estmark',
      '',
      'Hafenstadt Alvern',
      'StaatEstmark',
      'ProvinzTamarin',
      'Gründungsjahr1642',
      'Fläche114,2 km² (44,1 Quadratmeilen)',
      'Einwohner241.306',
      '',
      'Die Hafenstadt Alvern liegt an der Ostküste von Estmark und hat viele Einwohner und einen alten Hafen.',
    ].join('\n'),
  )
  expect(article.facts.map(({ label, value, quantity }) => [label, value, quantity])).toEqual([
    ['Staat', 'Estmark', null],
    ['Provinz', 'Tamarin', null],
    ['Gründungsjahr', '1642', null],
    ['Fläche', '114,2 km² (44,1 Quadratmeilen)', { value: 114.2, unit: 'km²' }],
    ['Einwohner', '241.306', { value: 241306, unit: '' }],
  ])
  expect(article.details?.wiki?.project).toBe('de.wikipedia.org')
})

test('only what says that it comes from Wikipedia under its licence is taken for it', () => {
  const matches = (text: string, name = 'a.txt') =>
    wikipediaTextReader.matches({ source: { ...source, name }, text: () => text })
  expect(matches(karachi)).toBe(true)
  expect(matches(karachi.replace(/\n/gu, '\r\n'))).toBe(true)
  expect(matches(karachi, 'a.html')).toBe(false)
  expect(matches('Wikipedia is an encyclopedia.\n\nIt is free.')).toBe(false)
  expect(matches(`${'Words.\n\n'.repeat(50)}Text from Wikipedia, CC BY-SA.`)).toBe(false)
})

test('whatever is cut off or put out of order, it is read', () => {
  const lines = karachi.split('\n')
  fc.assert(
    fc.property(fc.shuffledSubarray(lines), (some) => {
      const article = read(some.join('\n'))
      expect(article.format).toBe('wikipedia-text')
      expect(article.html).not.toMatch(/undefined|null/u)
    }),
  )
})
