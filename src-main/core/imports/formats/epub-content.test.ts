import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { book, chapters, item, page, PNG, PROSE, readBook as read } from '../../../../tests/support/epub-book'

test('languages and directions of passages, ruby and bidirectional text stay', async () => {
  const { html } = await read(
    chapters([
      `<p>${PROSE}</p><p xml:lang="de">Ein <span xml:lang="la" lang="la">verbum</span>.</p><p dir="rtl" xml:lang="he">שלום <bdo dir="ltr">abc</bdo> <bdi>x</bdi></p><p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>`,
    ]),
  )
  expect(html).toContain('<p lang="de">Ein <span lang="la">verbum</span>.</p>')
  expect(html).toContain('<p dir="rtl" lang="he">שלום <bdo dir="ltr">abc</bdo> <bdi>x</bdi></p>')
  expect(html).toContain('<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>')
})

test('formulas: MathML with or without a prefix; without content, its picture or its words', async () => {
  const MATH = 'http://www.w3.org/1998/Math/MathML'
  const { html, assets } = await read(
    chapters(
      [
        `<p>a<math xmlns="${MATH}"><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>
         <p>b<m:math xmlns:m="${MATH}"><m:mi>y</m:mi></m:math></p>
         <p>c<math xmlns="${MATH}" altimg="e.png" alttext="e equals mc squared"/></p>
         <p>d<math xmlns="${MATH}" alttext="pi"/></p>
         <epub:switch><epub:case required-namespace="${MATH}"><math xmlns="${MATH}"><mi>z</mi></math></epub:case><epub:default><p>no formula</p></epub:default></epub:switch>
         <epub:switch><epub:case required-namespace="http://www.xml-cml.org/schema"><cml xmlns="http://www.xml-cml.org/schema">C</cml></epub:case><epub:default><p>In words.</p></epub:default></epub:switch><epub:trigger action="show" ref="x"/>`,
      ],
      { manifest: item('e.png', 'image/png'), files: { 'OPS/e.png': PNG } },
    ),
  )
  expect(html).toContain('<msup><mi>x</mi><mn>2</mn></msup>')
  expect(html).toContain('<mi>y</mi>')
  expect(html).toMatch(/c<img src="[^"]+" alt="e equals mc squared">/u)
  expect(html).toContain('<p>dpi</p>')
  expect(html).toContain('<mi>z</mi>')
  expect(html).toContain('<p>In words.</p>')
  expect(html).not.toMatch(/no formula|>C</u)
  expect(assets).toHaveLength(1)
})

test('a base by xml:base, on the document and its body', async () => {
  const { html, missingImages } = await read(
    book({
      manifest: item('t/1.xhtml') + item('i/p.png', 'image/png') + item('2.xhtml'),
      spine: '<itemref idref="t1xhtml"/><itemref idref="2xhtml"/>',
      files: {
        'OPS/t/1.xhtml': page('<p>Words <img src="p.png" alt="x"/> <a href="../2.xhtml">two</a></p>')
          .replace('<html ', '<html xml:base="../" ')
          .replace('<body>', '<body xml:base="i/">'),
        'OPS/i/p.png': PNG,
        'OPS/2.xhtml': page('<p>Two.</p>'),
      },
    }),
  )
  expect(missingImages).toBe(0)
  expect(html).toContain('<a href="#a-c2">two</a>')
})

const BOMB = `<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}"><!ENTITY ext SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://example.org/x.dtd">%p;]>`

test.each<[string, string | Uint8Array]>([
  ['XML 1.1', page('<p>Words.</p>').replace('version="1.0"', 'version="1.1"')],
  ['a byte-order mark', `\uFEFF${page('<p>Words.</p>')}`],
  ['white space in front', `\n ${page('<p>Words.</p>')}`],
  [
    'UTF-16',
    new Uint8Array(iconv.encode(page('<p>Words.</p>').replace('utf-8', 'utf-16'), 'utf-16le', { addBOM: true })),
  ],
  [
    'Latin-1 it says so',
    new Uint8Array(iconv.encode(page('<p>Words.</p><!--é-->').replace('utf-8', 'ISO-8859-1'), 'latin1')),
  ],
  ['an entity bomb', page('<p>Words.</p><!-- &c; -->').replace('<html', `${BOMB}<html`)],
  ['no namespace', '<html><body><p>Words.</p></body></html>'],
  ['an unclosed element', page('<p>Words.')],
  ['a name that XML does not allow', page('<p::p>Words.</p::p>')],
  [
    'a frameset of old',
    page('<p>Words.</p>').replace(
      '<html',
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><html',
    ),
  ],
])('a document with %s is read', async (_, content) => {
  const bytes = book({
    manifest: item('1.xhtml'),
    spine: '<itemref idref="1xhtml"/>',
    files: { 'OPS/1.xhtml': content },
  })
  expect((await read(bytes)).text.trim()).toBe('Words.')
})

test('entities that lie elsewhere are not looked up, and bombs do not go off', async () => {
  const body = page('<p>One &c; &ext; two.</p>').replace('<html', `${BOMB}<html`)
  const { text } = await read(
    book({ manifest: item('1.xhtml'), spine: '<itemref idref="1xhtml"/>', files: { 'OPS/1.xhtml': body } }),
  )
  expect(text.length).toBeLessThan(60)
  expect(text).not.toContain('root:')
})

test('what a book says for its machinery is no text: titles with semantics, lists of pages, landmarks, overlays', async () => {
  const { text } = await read(
    chapters(
      [
        `<p>Words <a href="#the_note" epub:type="noteref">link</a>.</p><nav epub:type="page-list"><ol><li><a href="1.xhtml#p1">1</a></li></ol></nav><nav role="doc-pagelist"><ol><li><a href="#p1">2</a></li></ol></nav>`,
      ],
      {
        manifest: item('o.smil', 'application/smil+xml') + item('x.js', 'text/javascript'),
        metadata: '<meta property="media:duration">0:01</meta><meta property="x:unknown">y</meta>',
        files: {
          'OPS/1.xhtml': page(
            `<p>Words <a href="#the_note" epub:type="noteref">link</a>.</p><nav epub:type="page-list"><ol><li><a href="1.xhtml#p1">1</a></li></ol></nav><nav role="doc-pagelist"><ol><li><a href="#p1">2</a></li></ol></nav>`,
          ).replace('<title/>', '<title epub:type="footnote" id="the_note">T</title>'),
          'OPS/o.smil': '<smil/>',
        },
      },
    ),
  )
  expect(text).toBe('Words link.')
})
