import { expect, test } from 'vitest'
import { linkTarget } from './entry-address'
import { sourceUrlOf, type Origin } from './source-url'

test.each([
  ['Radium', 'C/Marie_Curie', ['C/Radium']],
  ['./Radium#Uses', 'C/Marie_Curie', ['C/Radium']],
  ['../I/m/ra.png', 'A/Radium', ['I/m/ra.png']],
  ['../../I/ra.png', 'A/AC/DC', ['I/ra.png']],
  ['/A/Radium', 'A/Curie', ['A/Radium']],
  ['/Radium', 'C/Curie', ['C/Radium', 'Radium']],
  ['What%3F', 'C/Curie', ['C/What?']],
  ['page?id=3', 'C/host/', ['C/host/page?id=3', 'C/host/page']],
  ['%C3%89lys%C3%A9e', 'C/Curie', ['C/Élysée']],
  ['../../../../etc/passwd', 'C/Curie', ['etc/passwd']],
])('%s on %s leads to %j', (href, from, paths) => {
  expect(linkTarget(href, from)).toMatchObject({ kind: 'inside', paths })
})

test('links that lead out keep their address, others lead nowhere', () => {
  expect(linkTarget('//example.org/a', 'C/a')).toEqual({ kind: 'outside', url: 'http://example.org/a' })
  expect(linkTarget('mailto:a@example.org', 'C/a')).toMatchObject({ kind: 'outside' })
  expect(linkTarget('javascript:alert(1)', 'C/a')).toBeNull()
  expect(linkTarget('data:text/html,x', 'C/a')).toBeNull()
  expect(linkTarget('http://[', 'C/a')).toBeNull()
})

const NOTHING: Origin = { source: null, name: null, scraper: null }

test.each<[string, Partial<Origin>, string, string, string | null]>([
  [
    'the canonical link',
    {},
    'x',
    '<link href="https://a.org/x?a=1&amp;b=2" rel="canonical">',
    'https://a.org/x?a=1&b=2',
  ],
  [
    'a canonical link without a host',
    { source: 'de.wikipedia.org' },
    'Bär',
    '<link rel="canonical" href="/x">',
    'https://de.wikipedia.org/wiki/B%C3%A4r',
  ],
  [
    'the foot of a Kiwix page',
    {},
    'x',
    '<a href="https://en.wikipedia.org/wiki/?title=Ray%20Charles&amp;oldid=9">W</a>',
    'https://en.wikipedia.org/wiki/Ray_Charles',
  ],
  ['the source of a wiki', { source: 'https://en.wikipedia.org/' }, 'AC/DC', '', 'https://en.wikipedia.org/wiki/AC/DC'],
  ['the name of an archive', { name: 'wikivoyage_fr_all_maxi' }, 'Paris', '', 'https://fr.wikivoyage.org/wiki/Paris'],
  ['a recorded site', { scraper: 'warc2zim 2.1' }, 'www.example.com/a/b?c=1', '', 'https://www.example.com/a/b?c=1'],
  ['another site', { source: 'https://gutenberg.org' }, 'Moby_Dick', '', null],
  ['nothing', {}, 'x', '', null],
])('an address is told from %s', (_, origin, path, html, url) => {
  expect(sourceUrlOf({ ...NOTHING, ...origin }, path, html)).toBe(url)
})
