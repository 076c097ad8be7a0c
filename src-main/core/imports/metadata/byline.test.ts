import { expect, test } from 'vitest'
import { parseDocument } from '../html-tree'
import { readMetadata } from './metadata'
import { namesIn } from './people'

const bylineOf = (html: string, url: string | null = null) =>
  readMetadata(parseDocument(html, { scriptingEnabled: false }), url).byline
const site = { name: 'Shore Times', host: 'www.shoretimes.example' }

test.each([
  ['By Ann Lee', ['Ann Lee']],
  ['Von Anna Lee und Bert Maier', ['Anna Lee', 'Bert Maier']],
  ['par Anne Dupont et Jean Martin', ['Anne Dupont', 'Jean Martin']],
  ['Ann Lee, Bo Chen & Cy Dunn', ['Ann Lee', 'Bo Chen', 'Cy Dunn']],
  ['By Ann Lee, Senior Writer, Shore Times', ['Ann Lee']],
  ['Jane Smith, Vice President, Example Division, and John Doe, Fellow', ['Jane Smith', 'John Doe']],
  ['Ann Lee, PhD', ['Ann Lee']],
  ['Ann Lee (Reuters)', ['Ann Lee']],
  ['By Ann Lee March 25, 2015', ['Ann Lee']],
  ['25.03.2015 Ann Lee', ['Ann Lee']],
  ['Ann Lee <ann@shoretimes.example>', ['Ann Lee']],
  ['Ann Lee @annlee', ['Ann Lee']],
  ['View all posts by Ann Lee', ['Ann Lee']],
  ['Zeige alle Beiträge von Anna Lee', ['Anna Lee']],
  ['Shore Times', []],
  ['shoretimes.example', []],
  ['https://facebook.com/annlee', []],
  ['admin', []],
  ['Posted on', []],
  ['Jean-Luc van der Berg', ['Jean-Luc van der Berg']],
  ['李明、王芳', ['李明', '王芳']],
])('names in %s', (text, names) => expect(namesIn(text, site)).toEqual(names))

test.each([
  [
    'Dublin Core and citations',
    '<meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Chen, Bo">',
    'Ann Lee, Bo Chen',
  ],
  [
    'Open Graph',
    '<meta property="article:author" content="https://fb.com/x"><meta property="article:author" content="Ann Lee">',
    'Ann Lee',
  ],
  [
    'a labelled value',
    '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">',
    'Ann Lee',
  ],
  ['microdata', '<div itemprop="author" itemscope><span itemprop="name">Ann Lee</span>, editor</div>', 'Ann Lee'],
  ['hCard', '<span class="author vcard">by <a class="url fn n">Ann Lee</a></span>', 'Ann Lee'],
  ['rel', '<p>Written by <a rel="author" href="/a">Ann Lee</a></p>', 'Ann Lee'],
  ['a spoken byline', '<h1>Tides</h1><p>By Ann Lee</p>', 'Ann Lee'],
  ['a spoken byline with a date', '<h1>Gezeiten</h1><p>Von Anna Lee | 3. März 2021</p>', 'Anna Lee'],
  ['no commenter', '<h1>Tides</h1><div id="comments"><span class="comment-author">Bo</span></div>', null],
  [
    'no organisation where a person is shown',
    '<script type="application/ld+json">{"@type":"Article","author":{"@type":"Organization","name":"The Office"}}</script><a rel="author">Ann Lee</a>',
    'Ann Lee',
  ],
  [
    'an organisation where nobody is',
    '<script type="application/ld+json">{"@type":"Article","author":{"@type":"Organization","name":"The Office"}}</script>',
    'The Office',
  ],
])('reads %s', (_, html, byline) => expect(bylineOf(html)).toBe(byline))
