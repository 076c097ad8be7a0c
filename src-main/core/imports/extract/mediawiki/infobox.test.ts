import { expect, test } from 'vitest'
import { readWiki } from '../../../../../tests/support/wiki-page'

const rowsOf = async (content: string, language?: string) =>
  (await readWiki(content, language)).facts.map(({ group, label, value }) => [group, label, value])

const ROWS =
  '<tr><th>Staat</th><td>Estmark</td></tr><tr><th>Fläche</th><td>114,2 km²</td></tr><tr><th>Einwohner</th><td>241.306</td></tr>'

test.each([
  ['English', 'en', `<table class="infobox vcard">${ROWS}</table>`],
  ['German', 'de', `<table class="infobox float-right toptextcells">${ROWS}</table>`],
  ['German, of old', 'de', `<table class="toccolours float-right" id="Vorlage_Infobox_Ort">${ROWS}</table>`],
  ['German, a living thing', 'de', `<table class="taxobox float-right">${ROWS}</table>`],
  [
    'French',
    'fr',
    `<div class="infobox_v3 infobox infobox--frwiki noarchive"><div class="entete">Alvern</div><table><caption>Administration</caption>${ROWS}</table></div>`,
  ],
  ['French, of old', 'fr', `<table class="infobox_v2">${ROWS}</table>`],
  ['Italian', 'it', `<table class="sinottico">${ROWS}</table>`],
  ['Swedish', 'sv', `<table class="infobox geography">${ROWS}</table>`],
  ['Danish', 'da', `<table class="infoboks">${ROWS}</table>`],
  ['Polish', 'pl', `<table class="infobox wikitable">${ROWS}</table>`],
  [
    'one that has no name, beside the text',
    'et',
    `<table style="float:right; width:20em">${ROWS.replace(/<(\/?)th>/gu, '<$1td>').replace(/<td>(Staat|Fläche|Einwohner)<\/td>/gu, '<td><b>$1</b></td>')}</table>`,
  ],
  [
    'Fandom',
    'en',
    `<aside class="portable-infobox pi-theme"><h2 class="pi-item pi-title">Alvern</h2>${[
      ['Staat', 'Estmark'],
      ['Fläche', '114,2 km²'],
      ['Einwohner', '241.306'],
    ]
      .map(
        ([label, value]) =>
          `<div class="pi-item pi-data"><h3 class="pi-data-label">${label}</h3><div class="pi-data-value">${value}</div></div>`,
      )
      .join('')}</aside>`,
  ],
])('an infobox of another wiki: %s', async (_, language, content) => {
  const article = await readWiki(content, language)
  expect(article.facts.map(({ label, value }) => [label, value])).toEqual([
    ['Staat', 'Estmark'],
    ['Fläche', '114,2 km²'],
    ['Einwohner', '241.306'],
  ])
  expect(article.html).toContain('<table class="infobox">')
})

test('a table of the text is no infobox', async () => {
  expect(await rowsOf(`<table class="wikitable">${ROWS}</table>`)).toEqual([])
  expect(await rowsOf(`<h2>Data</h2><table style="float:right">${ROWS}</table>`)).toEqual([])
})

test('rows stand under their headings, rows with bullets under the row above', async () => {
  const rows = await rowsOf(`<table class="infobox"><tbody>
    <tr><th colspan="2" class="infobox-above">Alvern</th></tr>
    <tr><td colspan="2" class="infobox-image"><a href="/wiki/File:A.jpg" class="image"><img src="//upload.wikimedia.org/a.jpg" width="250" height="90"></a><div class="infobox-caption">The harbour in 1903</div></td></tr>
    <tr><th>Country</th><td><a href="/wiki/Estmark">Estmark</a><sup class="reference"><a href="#cite_note-1">[1]</a></sup></td></tr>
    <tr class="mergedtoprow"><th colspan="2">Area</th></tr>
    <tr class="mergedrow"><th>•&#160;Total</th><td>1,114.2&#160;km<sup>2</sup> (44.1&#160;sq&#160;mi)</td></tr>
    <tr><th colspan="2" class="infobox-header">Personal details</th></tr>
    <tr><th>Languages</th><td><ul><li>English</li><li>Māori</li></ul></td></tr></tbody></table>`)
  expect(rows).toEqual([
    [null, 'Country', 'Estmark'],
    ['Area', 'Total', '1,114.2 km2 (44.1 sq mi)'],
    ['Personal details', 'Languages', 'English, Māori'],
  ])
})

test('a heading over rows with bullets ends with them', async () => {
  const rows = await rowsOf(`<table class="infobox"><tbody>
    <tr><th colspan="2">Alvern</th></tr>
    <tr class="mergedtoprow"><th colspan="2">Population</th></tr>
    <tr class="mergedrow"><th>•&#160;2018 census</th><td>4,699</td></tr>
    <tr class="mergedtoprow"><th>GDP</th><td>2018 estimate</td></tr>
    <tr class="mergedrow"><th>•&#160;Total</th><td>$199 billion</td></tr>
    <tr><th>Currency</th><td>Crown</td></tr></tbody></table>`)
  expect(rows).toEqual([
    ['Population', '2018 census', '4,699'],
    [null, 'GDP', '2018 estimate'],
    ['GDP', 'Total', '$199 billion'],
    [null, 'Currency', 'Crown'],
  ])
})

test('values keep their links and plain numbers their units', async () => {
  const { facts, html } =
    await readWiki(`<table class="infobox"><tr><td colspan="2" class="infobox-image"><img src="//upload.wikimedia.org/a.jpg" width="250" height="90"><div class="infobox-caption">The harbour</div></td></tr>
    <tr><th>Country</th><td><a href="/wiki/Estmark">Estmark</a>, <a href="/w/index.php?title=Bay&action=edit&redlink=1" class="new">Bay</a></td></tr>
    <tr><th>Area</th><td>1,114.2&#160;km<sup>2</sup> (44.1&#160;sq&#160;mi)</td></tr><tr><th>Founded</th><td>1642</td></tr></table>`)
  expect(facts[0]?.links).toEqual([
    { text: 'Estmark', url: 'https://en.wikipedia.org/wiki/Estmark' },
    { text: 'Bay', url: null },
  ])
  expect(facts.map(({ quantity }) => quantity)).toEqual([null, { value: 1114.2, unit: 'km2' }, null])
  expect(html).toMatch(/<figure><img src="\/assets\/[^"]+"[^>]*>\s*<figcaption>The harbour<\/figcaption><\/figure>/u)
})
