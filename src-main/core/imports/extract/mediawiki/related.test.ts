import { expect, test } from 'vitest'
import { readWiki } from '../../../../../tests/support/wiki-page'

const LINKS =
  '<li><a href="/wiki/One">One</a></li><li><a href="/wiki/Two">Two</a></li><li><a class="mw-selflink selflink">Page</a></li>'

test('a navigation box is a related list, and no part of the text', async () => {
  const { details, text } =
    await readWiki(`<div class="navbox-styles"></div><div role="navigation" class="navbox"><table class="navbox-inner"><tbody>
    <tr><th class="navbox-title" colspan="2"><div class="navbar"><ul><li><a href="/wiki/Template:Streets">v</a></li></ul></div><div>Streets of <a href="/wiki/Soho">Soho</a></div></th></tr>
    <tr><th class="navbox-group">Old</th><td class="navbox-list"><ul>${LINKS}</ul></td></tr>
    <tr><th class="navbox-group">New</th><td class="navbox-list"><ul><li><a href="/wiki/Three">Three</a></li><li><a href="/w/index.php?title=Four&action=edit&redlink=1" class="new">Four</a></li></ul></td></tr></tbody></table></div>`)
  expect(details?.related).toEqual([
    {
      title: 'Streets of Soho',
      groups: [
        {
          label: 'Old',
          links: [
            { text: 'One', url: 'https://en.wikipedia.org/wiki/One' },
            { text: 'Two', url: 'https://en.wikipedia.org/wiki/Two' },
          ],
        },
        {
          label: 'New',
          links: [
            { text: 'Three', url: 'https://en.wikipedia.org/wiki/Three' },
            { text: 'Four', url: null },
          ],
        },
      ],
    },
  ])
  expect(text).not.toMatch(/Streets of|Three/u)
})

test.each([
  [
    'the side list of a series',
    'en',
    `<table class="sidebar nomobile"><tbody><tr><td class="sidebar-pretitle">Part of a series on</td></tr><tr><th class="sidebar-title-with-pretitle"><a href="/wiki/S">Streets</a></th></tr><tr><th class="sidebar-heading">Old</th></tr><tr><td class="sidebar-content"><ul>${LINKS}</ul></td></tr></tbody></table>`,
  ],
  [
    'German',
    'de',
    `<div class="NavFrame navigation-not-searchable" role="navigation"><div class="NavHead">Streets</div><div class="NavContent"><a href="/wiki/One">One</a> | <a href="/wiki/Two">Two</a></div></div>`,
  ],
  [
    'French',
    'fr',
    `<div class="navbox-container"><table class="navbox collapsible"><tr><th>Streets</th></tr><tr><td><a href="/wiki/One">One</a> · <a href="/wiki/Two">Two</a></td></tr></table></div>`,
  ],
  ['Dutch', 'nl', `<div class="navigatiesjabloon"><div class="NavHead">Streets</div><ul>${LINKS}</ul></div>`],
])('%s', async (_, language, content) => {
  const { details, text } = await readWiki(content, language)
  expect(details?.related).toHaveLength(1)
  expect(details?.related[0]?.title).toContain('Streets')
  expect(details?.related[0]?.groups.flatMap(({ links }) => links).map((link) => link.text)).toEqual(['One', 'Two'])
  expect(text).not.toContain('Streets')
})

test.each([
  [
    'English',
    'en',
    '<div role="note" class="hatnote navigation-not-searchable">Main article: <a href="/wiki/Pump">Pump</a></div>',
  ],
  [
    'German',
    'de',
    '<div class="hauptartikel navigation-not-searchable" role="navigation"><span class="hauptartikel-pfeil">→ </span>Main article: <a href="/wiki/Pump">Pump</a></div>',
  ],
  [
    'French',
    'fr',
    '<div class="bandeau-container bandeau-section metadata bandeau-niveau-detail"><div class="bandeau-cell"><img src="loupe.svg" width="20" height="20"></div><div class="bandeau-cell">Main article: <a href="/wiki/Pump">Pump</a></div></div>',
  ],
  ['Spanish', 'es', '<div class="noprint AP rellink"><span>Main article: </span><a href="/wiki/Pump">Pump</a></div>'],
  ['of old', 'en', '<div class="dablink">Main article: <a href="/wiki/Pump">Pump</a></div>'],
])('a hatnote stays as a note: %s', async (_, language, content) => {
  const { html } = await readWiki(content, language)
  expect(html).toMatch(/class="hatnote"/u)
  expect(html).toMatch(/Main article: (?:<\/\w+>)?<a href="[^"]+\/wiki\/Pump">Pump/u)
})

test('boxes about the page, its sisters and registers go', async () => {
  const { details, text } = await readWiki(
    `<table class="box-Refimprove plainlinks metadata ambox"><tr><td>This article needs more citations.</td></tr></table>
     <div class="side-box metadata side-box-right plainlinks sistersitebox">Wikimedia Commons has media</div>
     <div class="navbox authority-control"><a href="https://viaf.org/1">VIAF</a> <a href="https://d-nb.info/1">GND</a></div>
     <div id="normdaten" class="catlinks normdaten-typ-g">Normdaten</div><span style="display:none">hidden key</span><p>Claim.<sup class="noprint Inline-Template">[<i>citation needed</i>]</sup></p>`,
  )
  expect(text).not.toMatch(/citations|Wikimedia Commons|VIAF|Normdaten|hidden|citation needed/u)
  expect(text).toContain('Claim.')
  expect(details?.related).toEqual([])
})

test('see also, portals and the place', async () => {
  const { details, text } = await readWiki(
    `<span id="coordinates"><a href="/wiki/Geographic_coordinate_system">Coordinates</a>: <span class="geo-default"><span class="geo-dms">51°30′48″N 0°8′12″W</span></span><span class="geo-multi-punct">/</span><span class="geo-nondefault"><span class="geo">51.5133; -0.1367</span></span></span>
     <h2 id="Siehe_auch">Siehe auch</h2><ul><li><a href="/wiki/John_Snow">John Snow</a></li></ul><div role="navigation" class="portal plainlist"><ul><li><span><img src="x.png" width="20" height="20"></span><a href="/wiki/Portal:London">London portal</a></li></ul></div><h2>Other</h2><ul><li><a href="/wiki/No">No</a></li></ul>`,
    'de',
  )
  expect(details?.seeAlso).toEqual([{ text: 'John Snow', url: 'https://de.wikipedia.org/wiki/John_Snow' }])
  expect(details?.portals).toEqual([{ text: 'London portal', url: 'https://de.wikipedia.org/wiki/Portal:London' }])
  expect(details?.coordinates).toEqual({ latitude: 51.5133, longitude: -0.1367 })
  expect(text).not.toContain('London portal')
})

test.each([
  [
    '<table class="infobox"><tr><td><a class="mw-kartographer-maplink" data-lat="-42" data-lon="174.5">map</a></td></tr></table>',
    -42,
    174.5,
  ],
  [
    '<div class="mw-indicators"><a class="external text" href="//geohack.toolforge.org/geohack.php?pagename=X&params=51_30_48_N_0_8_12_W_type:landmark">51°</a></div>',
    51.513333,
    -0.136667,
  ],
])('a place is told by %s', async (content, latitude, longitude) => {
  expect((await readWiki(content)).details?.coordinates).toEqual({ latitude, longitude })
})

test('a place that the text mentions is not the subject’s', async () => {
  const { details } = await readWiki(
    '<p>The pump stood at <span class="geo-inline"><span class="geo">51.5; -0.13</span></span> then.</p>',
  )
  expect(details?.coordinates).toBeNull()
})

test('a link to a page that does not exist says so in its address', async () => {
  const { html } = await readWiki(
    '<p>See <a href="/wiki/Nothing" class="new" title="Nothing (page does not exist)">Nothing</a> for more of it.</p>',
  )
  expect(html).toContain('<a href="https://en.wikipedia.org/wiki/Nothing?action=edit&amp;redlink=1">Nothing</a>')
})
