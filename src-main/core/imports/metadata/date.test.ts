import { expect, test } from 'vitest'
import { parseDocument } from '../html/html-tree'
import { readMetadata } from './metadata'

const dateOf = (html: string, url: string | null = null) =>
  readMetadata(parseDocument(html, { scriptingEnabled: false }), url).publishedAt
const meta = (name: string, value: string) => `<meta name="${name}" content="${value}">`
const published = (value: string) => meta('article:published_time', value)

test.each([
  ['what is stated, as it was written', published('2020-05-01T10:00:00+02:00'), null, '2020-05-01T10:00:00+02:00'],
  [
    'what is stated rather than the change',
    meta('article:modified_time', '2021-01-01') + published('2020-05-01'),
    null,
    '2020-05-01',
  ],
  [
    'the more precise',
    meta('citation_publication_date', '2017/01') + meta('citation_online_date', '2017/01/30'),
    null,
    '2017-01-30',
  ],
  [
    'the publisher’s own day, not that of Greenwich',
    published('2020-02-25T02:25:54Z'),
    'https://a.example/2020/02/24/x',
    '2020-02-24',
  ],
  [
    'the own day as shown',
    `${published('2022-05-04T02:41:00Z')}<h1>A</h1><time>3 May 2022 22:41</time>`,
    null,
    '2022-05-03',
  ],
  [
    'what two agree on',
    `<script type="application/ld+json">{"@type":"Article","datePublished":"2015-01-16"}</script>${published('2017-12-01')}<h1>A</h1><time datetime="2017-12-01">1 Dec</time>`,
    null,
    '2017-12-01',
  ],
  ['an address', '<p>x</p>', 'https://a.example/2019/oct/19/x', '2019-10-19'],
  ['an address without slashes', '<p>x</p>', 'https://a.example/texts/20220127-remember.html', '2022-01-27'],
  ['microdata', '<h1>A</h1><span itemprop="datePublished" content="2019-06-01">June</span>', null, '2019-06-01'],
  ['an element for times', '<h1>A</h1><time datetime="2019-06-01T08:00">1 June</time>', null, '2019-06-01T08:00'],
  ['a line by the heading', '<html lang="de"><h1>A</h1><p>11.12.2019 - Anna Lee</p>', null, '2019-12-11'],
  [
    'the place and day of a report',
    `<html lang="de"><h1>A</h1><p>Berlin, 29.11.2022 – ${'Der Rat hat beschlossen. '.repeat(20)}</p>`,
    null,
    '2022-11-29',
  ],
  [
    'numbers in the order of the language',
    '<html lang="en-US"><h1>A</h1><p class="date">3/4/2019</p>',
    null,
    '2019-03-04',
  ],
  [
    'numbers in the order of the country',
    '<html lang="en"><h1>A</h1><p class="date">3/4/2019</p>',
    'https://a.co.uk/',
    '2019-04-03',
  ],
  [
    'words such as published',
    `<h1>A</h1>${'<p>Text that goes on for long enough to be a paragraph of its own.</p>'.repeat(50)}<small>Posted on 19 May 2010</small>`,
    null,
    '2010-05-19',
  ],
  [
    'the page’s own data',
    '<h1>A</h1><script>var p = {"publishedAt":"2021-03-02T10:00:00Z"}</script>',
    null,
    '2021-03-02T10:00:00Z',
  ],
  ['the change, where there is nothing else', meta('dcterms.modified', '2021-01-01'), null, '2021-01-01'],
  ['no copyright', '<h1>A</h1><footer>© 1 May 2020 Shore</footer><p>Copyright 2 May 2020</p>', null, null],
  ['no comment', '<h1>A</h1><div class="comments"><time datetime="2020-01-01">now</time></div>', null, null],
  ['no other article', '<h1>A</h1><aside class="related"><time datetime="2020-01-01">now</time></aside>', null, null],
  ['no birthday', '<h1>A</h1><p>born 28 January 1975</p>', null, null],
  ['no day that there is not', published('2020-02-31'), null, null],
])('takes %s', (_, html, url, date) => expect(dateOf(html, url)).toBe(date))
