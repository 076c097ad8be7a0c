import { expect, test } from 'vitest'
import { book, chapters, item, page, PROSE, readBook as read } from '../../../../tests/support/epub-book'
import type { ReadArticle } from '../reading/read-source'

const outline = (article: ReadArticle) => article.outline.map(({ level, text }) => `${level} ${text}`)
const two = [`<p>${PROSE}</p>`, `<p>${PROSE} And again.</p>`]
const ncx = (points: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${points}</navMap></ncx>`
const point = (label: string, src: string | null, inner = '') =>
  `<navPoint><navLabel><text>${label}</text></navLabel>${src === null ? '' : `<content src="${src}"/>`}${inner}</navPoint>`
const withNav = (body: string, properties = 'properties="nav"') =>
  chapters(two, { manifest: item('toc.xhtml', undefined, properties), files: { 'OPS/toc.xhtml': page(body) } })

test.each([
  [
    'a role',
    '<nav role="doc-landmarks"><ol><li><a href="1.xhtml">Wrong</a></li></ol></nav><nav role="doc-toc"><ol><li><a href="1.xhtml">Right A</a></li><li><a href="2.xhtml">Right B</a></li></ol></nav>',
  ],
  [
    'a section',
    '<section epub:type="toc"><ol><li><a href="1.xhtml">Right A</a></li><li><a href="2.xhtml">Right B</a></li></ol></section>',
  ],
  ['no type', '<nav><ol><li><a href="1.xhtml">Right A</a></li><li><a href="2.xhtml">Right B</a></li></ol></nav>'],
  [
    'pictures',
    '<nav epub:type="toc"><ol><li><a href="1.xhtml"><img src="a.png" alt="Right A"/></a></li><li><a href="2.xhtml"><img src="b.png" alt="" title="Right B"/></a></li></ol></nav>',
  ],
])('a table of contents that is known by %s', async (_, body) => {
  expect(outline(await read(withNav(body)))).toEqual(['2 Right A', '2 Right B'])
})

test('a navigation document that nothing names as such, and a page of contents of an EPUB 2', async () => {
  const list = '<ol><li><a href="1.xhtml">Before</a></li><li><a href="2.xhtml">After</a></li></ol>'
  expect(outline(await read(withNav(`<nav epub:type="toc">${list}</nav>`, '')))).toEqual(['2 Before', '2 After'])
  const old = chapters(two, {
    version: '2.0',
    manifest: item('toc.html', 'text/html'),
    guide: '<guide><reference type="toc" title="Contents" href="toc.html#top"/></guide>',
    files: { 'OPS/toc.html': page(`<h1 id="top">Contents</h1>${list}`) },
  })
  expect(outline(await read(old))).toEqual(['2 Before', '2 After'])
})

test.each([
  ['application/x-dtbncx+xml', 'spine', 'toc.ncx'],
  ['text/xml', 'spine', 'toc.ncx'],
  ['application/octet-stream', 'nothing', 'toc.ncx'],
  ['application/xml', 'spine', 'contents.xml'],
])('an NCX of the type %s that %s names', async (type, by, file) => {
  const article = await read(
    chapters(two, {
      version: '2.0',
      spineAttributes: by === 'spine' ? `toc="${file.replace('.', '')}"` : '',
      manifest: item(file, type),
      files: {
        [`OPS/${file}`]: ncx(
          `${point('Caf&eacute; &amp; Bar &own;', '1.XHTML')}${point('Q & A&nbsp;2', './2.xhtml')}`,
          '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd" [<!ENTITY own "here">]>',
        ),
      },
    }),
  )
  expect(outline(article)).toEqual(['2 Café & Bar here', '2 Q & A 2'])
})

test('parts that only the contents name are headings above their chapters', async () => {
  const expected = ['2 Part One', '3 The Road', '3 The River', '2 Part Two', '3 The Sea']
  const bodies = ['The Road', 'The River', 'The Sea'].map((title) => `<h1>${title}</h1><p>${PROSE}</p>`)
  const nav = chapters(bodies, {
    nav: '<li><span>Part One</span><ol><li><a href="1.xhtml">The Road</a></li><li><a href="2.xhtml">The River</a></li></ol></li><li><span>Part Two</span><ol><li><a href="3.xhtml">The Sea</a></li></ol></li><li><span>Nothing below</span></li>',
  })
  const article = await read(nav)
  expect(outline(article)).toEqual(expected)
  expect(article.html).toMatch(/<h2>Part One<\/h2>\s*<h3>The Road/u)
  const old = chapters(bodies, {
    manifest: item('toc.ncx', 'application/x-dtbncx+xml'),
    files: {
      'OPS/toc.ncx': ncx(
        point('Part One', null, point('The Road', '1.xhtml') + point('The River', '2.xhtml')) +
          point('Part Two', null, point('The Sea', '3.xhtml')),
      ),
    },
  })
  expect(outline(await read(old))).toEqual(expected)
})

test('a part that has its page, or a line above its chapter, is not named twice', async () => {
  const article = await read(
    chapters(
      [
        '<p>Part One</p>',
        `<h2>The Road</h2><p>${PROSE}</p>`,
        `<p class="part">Part Two</p><h2>The Sea</h2><p>${PROSE}</p>`,
      ],
      {
        nav: '<li><span>Part One</span><ol><li><a href="2.xhtml">The Road</a></li></ol></li><li><span>Part Two</span><ol><li><a href="3.xhtml">The Sea</a></li></ol></li>',
      },
    ),
  )
  expect(outline(article)).toEqual(['2 Part One', '3 The Road', '2 Part Two', '3 The Sea'])
  expect(article.text.match(/Part One/gu)).toHaveLength(1)
  expect(article.text.match(/Part Two/gu)).toHaveLength(1)
})

test('parts within parts, and within one file, in their order', async () => {
  const nav = (hrefs: readonly string[]) =>
    `<li><span>Whole</span><ol>${hrefs.map((href, at) => `<li><span>Part ${at}</span><ol><li><a href="${href}">Tale ${at}</a></li></ol></li>`).join('')}</ol></li>`
  const expected = ['2 Whole', '3 Part 0', '4 Tale 0', '3 Part 1', '4 Tale 1']
  const tale = (at: number) => `<h1 id="t${at}">Tale ${at}</h1><p>${PROSE}</p>`
  expect(outline(await read(chapters([tale(0), tale(1)], { nav: nav(['1.xhtml', '2.xhtml']) })))).toEqual(expected)
  const one = await read(
    chapters([`${tale(0)}<div><p>PART 1.</p></div>${tale(1)}`], { nav: nav(['1.xhtml#t0', '1.xhtml#t1']) }),
  )
  expect(outline(one)).toEqual(expected.map((line) => line.replace('Part 1', 'PART 1.')))
})

test('lines behind a mark are headings, paragraphs that begin with a chapter’s name are none', async () => {
  const article = await read(
    chapters(
      [
        `<p><b>Alpha</b></p><p>${PROSE}</p><p><span id="b"/>Beta: A Tale</p><p>${PROSE}</p><h3><b><a id="c"></a>Gamma</b></h3><p>${PROSE}</p>`,
        `<p>There was a long road that led to where nobody had been before them, as far as anyone could tell, and it was empty.</p><p>${PROSE}</p>`,
      ],
      {
        nav: '<li><a href="1.xhtml">Alpha</a></li><li><a href="1.xhtml#b">Beta</a></li><li><a href="1.xhtml#c">Gamma</a></li><li><a href="2.xhtml">There was</a></li>',
      },
    ),
  )
  expect(outline(article)).toEqual(['2 Alpha', '2 Beta: A Tale', '2 Gamma'])
  expect(article.html).toContain('<p>There was a long road that led')
})

test('what the contents leave out is below what they name, but stands beside a chapter as a document of its own', async () => {
  const long = `<p>${PROSE}</p>`.repeat(4)
  const article = await read(
    chapters(
      [
        '<h1>Part One</h1>',
        `<h1>First</h1>${long}`,
        `<h1>Chapter</h1>${long}<h2>Section</h2>${long}`,
        `<h1>About the author</h1>${long}`,
      ],
      { nav: '<li><a href="1.xhtml">Part One</a></li><li><a href="3.xhtml">Chapter</a></li>' },
    ),
  )
  expect(outline(article)).toEqual(['2 Part One', '3 First', '2 Chapter', '3 Section', '2 About the author'])
})

test('contents that are a page of the book have no numbers of their own', async () => {
  const { html } = await read(
    book({
      manifest: item('toc.xhtml', undefined, 'properties="nav"') + item('1.xhtml'),
      spine: '<itemref idref="tocxhtml"/><itemref idref="1xhtml"/>',
      files: {
        'OPS/toc.xhtml': page(
          '<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="1.xhtml">1. One</a></li></ol></nav>',
        ),
        'OPS/1.xhtml': page(`<h1>1. One</h1><ol><li>${PROSE}</li></ol>`),
      },
    }),
  )
  expect(html).toMatch(/<ul><li><a href="#a-c2">1\. One<\/a><\/li><\/ul>/u)
  expect(html).toContain('<ol><li>There')
})
