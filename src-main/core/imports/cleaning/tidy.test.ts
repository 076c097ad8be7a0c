import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFragment, serialize } from '../html/html-tree'
import { outlineOf } from './outline'
import { sanitize } from './sanitize'
import { contentRoot, snapshotText } from './snapshot-text'
import { tidy } from './tidy'

function tidied(html: string): string {
  const fragment = parseFragment(html)
  tidy(fragment)
  return serialize(fragment)
}

test.each([
  ['blocks stand on lines of their own', '<p>a</p><p>b</p>', '<p>a</p>\n<p>b</p>'],
  ['so do lines', '<p>a<br>b <br> c<br></p>', '<p>a<br>\nb<br>\nc</p>'],
  ['cells are apart', '<table><tr><td>a<td>b</table>', '<table><tbody><tr><td>a</td>\t<td>b</td></tr></tbody></table>'],
  ['white space is one space', '<p>\n  a \n b\u2028c </p>', '<p>a b c</p>'],
  ['a list in an item begins a line', '<ul> <li>a<ul><li>b</ul></ul>', '<ul><li>a\n<ul><li>b</li></ul></li></ul>'],
  ['pre keeps its lines', '<pre>\n\n a\n  b <br>c\n\n</pre>', '<pre> a\n  b \nc</pre>'],
  ['wrappers and empty elements go', '<div class="x"><div><p>a</p></div><p> </p><span></span></div>', '<p>a</p>'],
  ['a div with words is a paragraph', '<div>a <b>b</b></div>', '<p>a <b>b</b></p>'],
  ['an empty word with a space parts what is around it', '<p>a<em> </em>b <i></i>c</p>', '<p>a b c</p>'],
  ['a heading is one line', '<h2>a<p>b</p></h2>', '<h2>a b</h2>'],
])('%s', (_, html, expected) => expect(tidied(html)).toBe(expected))

test('words are never lost, whatever the markup', () => {
  const html = fc.array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      'one',
      ' two ',
      '<b>',
      '</b>',
      '<br>',
      '<ul><li>',
      '</ul>',
      '<table><td>',
      '</table>',
      '\n',
    ),
    { maxLength: 16 },
  )
  fc.assert(
    fc.property(html, (parts) => {
      const once = sanitize(tidied(parts.join('')))
      expect(snapshotText(once).replace(/\s/gu, '')).toBe(snapshotText(parts.join('')).replace(/\s/gu, ''))
    }),
  )
})

test('the outline points at the first letter of each heading', () => {
  const html = '<p>Intro</p>\n<h2>One <i>and</i></h2>\n<h3>Two</h3>'
  expect(outlineOf(contentRoot(html))).toEqual([
    { level: 2, text: 'One and', start: 6 },
    { level: 3, text: 'Two', start: 14 },
  ])
})
