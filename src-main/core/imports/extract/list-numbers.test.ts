import { expect, test } from 'vitest'
import { parseFragment, plainText, serialize } from '../html/html-tree'
import { dropWrittenNumbers } from './list-numbers'

const numbered = (html: string) => {
  const root = parseFragment(html)
  dropWrittenNumbers(root)
  return serialize(root)
}

test('numbers that a list writes out beside its own go', () => {
  const html = '<ol><li><span>1.</span><p>Stir.</p></li><li><span> 2. </span><p>Bake for 2 hours.</p></li></ol>'
  expect(plainText(parseFragment(numbered(html)))).toBe('Stir.Bake for 2 hours.')
  expect(numbered('<ol start="3"><li><b>(3)</b> Stir.</li><li><b>(4)</b> Bake.</li></ol>')).not.toMatch(/\(/u)
})

test.each([
  '<ol><li><b>1</b> egg</li><li><b>1</b> cup of milk</li></ol>',
  '<ol><li>1. Stir.</li><li>2. Bake.</li></ol>',
  '<ol><li><b>1</b></li><li><b>2</b></li></ol>',
  '<ul><li><b>1</b> one</li><li><b>2</b> two</li></ul>',
])('what only looks like it stays: %s', (html) => expect(numbered(html)).toBe(html))
