import { expect, test } from 'vitest'
import { parseDocument } from '../html/html-tree'
import { readMetadata } from './metadata'
import { withoutSite } from './site-name'

const titleOf = (html: string, url: string | null = null) =>
  readMetadata(parseDocument(html, { scriptingEnabled: false }), url).title
const og = (title: string) => `<meta property="og:title" content="${title}">`

test.each([
  [
    'a heading that is the whole of what is stated',
    '<title>Tides explained - The Shore Times</title><h1>The Shore Times</h1><h1>Tides explained</h1>',
    'Tides explained',
  ],
  [
    'a lower heading, where the first is the site',
    `${og('Tides explained')}<h1>Shore</h1><h2>Tides explained</h2>`,
    'Tides explained',
  ],
  [
    'a heading in other words',
    `${og('What we learned from the tide tables')}<h1>Eleven things we learned from the tide tables</h1>`,
    'Eleven things we learned from the tide tables',
  ],
  [
    'no heading that says something else',
    `${og('Tides explained at length')}<h1>Weather</h1>`,
    'Tides explained at length',
  ],
  [
    'no kicker that is marked',
    '<title>Science - Tides explained</title><h1><span class="kicker">Science</span> Tides explained</h1>',
    'Tides explained',
  ],
  [
    'no kicker that what is stated lacks',
    `${og('Why the tides come late')}<h1>Open Sea<br>Why the tides come late</h1>`,
    'Why the tides come late',
  ],
  [
    'a lesser heading that is the first part, over the site’s own as a main one',
    '<title>Tides at Whitby (2) @ The lamp room :: Kingfisher</title><h1>Kingfisher</h1><h1><a href="/">The lamp room</a></h1><h2>Tides at Whitby (2)</h2>',
    'Tides at Whitby (2)',
  ],
  ['no hidden heading', `${og('Tides')}<h1 style="display:none">Menu</h1>`, 'Tides'],
  ['a heading, where nothing is stated', '<h1>Tides</h1><h2>More</h2>', 'Tides'],
  ['nothing, where there is nothing', '<p>Only a paragraph.</p>', null],
  ['no soft hyphens', '<title>Um&shy;welt&shy;politik heute</title>', 'Umweltpolitik heute'],
])('takes %s', (_, html, title) => expect(titleOf(html)).toBe(title))

test.each([
  ['On rain | Weather Weekly', 'Weather Weekly', null, 'On rain'],
  ['Weather Weekly: On rain', 'Weather Weekly', null, 'Weather Weekly: On rain'],
  ['Weather Weekly » On rain', 'Weather Weekly', null, 'On rain'],
  ['On rain in the hills - example.org', null, 'www.example.org', 'On rain in the hills'],
  ['Nine to five – a history of the working day', null, null, 'Nine to five – a history of the working day'],
  ['On rain [Weather Weekly]', 'Weather Weekly', null, 'On rain'],
  ['Office 365 – HBDI – part three', null, null, 'Office 365 – HBDI'],
])('without the site: %s', (title, name, host, expected) => expect(withoutSite(title, { name, host })).toBe(expected))
