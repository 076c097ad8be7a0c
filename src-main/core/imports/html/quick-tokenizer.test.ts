import fc from 'fast-check'
import { parse, parseFragment as parsePart, serialize } from 'parse5'
import { expect, test } from 'vitest'
import { parseDocument, parseFragment } from './html-tree'

const piece = fc.constantFrom(
  ...['<p>', '</p>', '<b>', '</b>', '<table>', '<tr>', '<td>', '</table>', '<pre>\n', '<pre>\r\n', '<br>', '<select>'],
  ...['<svg>', '</svg>', '<template>', '</template>', '<frameset>', '<math><mi>', '<![CDATA[a b]]>', '<option>'],
  ...['<title>', '</title>', '<textarea>\n', '</textarea>', '<style>', '</style>', '<script>', '</script>', '<xmp>'],
  ...[
    '<script><!-- <script>',
    '--></script>',
    '<!-- c - d -- e',
    '-->',
    '<!doctype html>',
    '<plaintext>',
    '<noscript>',
  ],
  ...['<a href="x y&amp;z\r\n1">', "<a title='a\rb\0c\"'>", '<a name=p&lt;q>', '<i class="', '">', '<body>', '</body>'],
  ...[
    'one two',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\n\r',
    '\t\f',
    'ü',
    '&amp;',
    '&ampx',
    '&#x41;',
    '&',
    '<',
    '</',
    '\0',
    '\u{1F600}',
  ],
  ...[
    '\ud83d',
    '\ude00',
    '\u00a0',
    '中文 字',
    'a\rb',
    'x '.repeat(3),
    'long words that run on and on ',
    '--',
    '\ufffe',
  ],
)

test.each([{ scriptingEnabled: true }, { scriptingEnabled: false }])(
  'the tree is the one that parse5 builds, %o',
  (options) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('')
        expect(serialize(parseDocument(html, options))).toBe(serialize(parse(html, options)))
        expect(serialize(parseFragment(html, options))).toBe(serialize(parsePart(html, options)))
      }),
      { numRuns: 4000 },
    )
  },
  60_000,
)

test('so it is of a page longer than the piece of it that parse5 holds at a time', () => {
  const lines = Array.from(
    { length: 6000 },
    (_, at) => `<p title="Line\r\n${at} &gt; ${at - 1}">Words &amp; 𝒲 ${at}\r\n more`,
  )
  const html = `<script>${'var a = 1 < 2;\n'.repeat(9000)}</script>${lines.join('\n')}`
  expect(serialize(parseDocument(html))).toBe(serialize(parse(html)))
})
