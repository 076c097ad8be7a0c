import { expect, test } from 'vitest'
import { parseDocument } from '../html/html-tree'
import { readMetadata } from './metadata'
import { namesIn } from './people'

const bylineOf = (html: string, url: string | null = null) =>
  readMetadata(parseDocument(html, { scriptingEnabled: false }), url).byline
const site = { name: 'Shore Times', host: 'www.shoretimes.example' }

test('a name that was escaped once too often is read', () => {
  const data = '{"@type":"Article","author":{"name":"Ann O&#039;Lee"}}'
  expect(bylineOf(`<script type="application/ld+json">${data}</script>`)).toBe("Ann O'Lee")
  expect(bylineOf('<meta name="author" content="Ann O&amp;#039;Lee">')).toBe("Ann O'Lee")
})

test('who answers a question is not who asked it', () => {
  const post = (type: string, name: string) =>
    `<div itemscope itemtype="https://schema.org/${type}"><p itemprop="text">How is it lit, and when, and by whom?</p><span itemprop="author" itemscope><span itemprop="name">${name}</span></span></div>`
  expect(bylineOf(`<body><h1>Lamps</h1>${post('Question', 'Ann Lee')}${post('Answer', 'Bo Chen')}</body>`)).toBe(
    'Ann Lee',
  )
  expect(bylineOf(`<body><h1>Lamps</h1>${post('Question', 'user5105')}${post('Answer', 'Bo Chen')}</body>`)).toBeNull()
})

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

test.each([
  ['作者：李明 来源：海港日报 2021年3月4日', '李明'],
  ['李明 于 2021-03-04 10:20 发布', '李明'],
  ['记者 王小芳', '王小芳'],
  ['民國110年3月4日　記者陳大文／台北報導', '陳大文'],
  ['取材・文＝山田太郎', '山田太郎'],
  ['홍길동 기자 | 입력 2021.03.04.', '홍길동'],
  ['작성자: 홍길동', '홍길동'],
  ['كتب أحمد علي | 4 مارس 2021', 'أحمد علي'],
  ['נכתב על ידי דוד כהן', 'דוד כהן'],
  ['מאת: דוד כהן, 4 במרץ 2021', 'דוד כהן'],
  ['लेखक: राम शर्मा, 04 मार्च 2021', 'राम शर्मा'],
  ['โดย สมชาย ใจดี 4 มี.ค. 64', 'สมชาย ใจดี'],
  ['Γράφει ο Γιώργος Παππάς - Πέμπτη 4 Μαρτίου 2021', 'Γιώργος Παππάς'],
  ['Szerző: Kovács János, 2021. márc. 4.', 'Kovács János'],
  ['Tác giả: Nguyễn Văn An. Đăng ngày 4 Tháng Ba, 2021', 'Nguyễn Văn An'],
  ['Av Sven Svensson Publicerad 4 mars 2021', 'Sven Svensson'],
  ['这篇文章的作者是谁', null],
  ['كتب كثيرة', null],
])('a spoken byline in any script: %s', (line, byline) =>
  expect(bylineOf(`<h1>Title of the page</h1><div>${line}</div>`)).toBe(byline),
)
