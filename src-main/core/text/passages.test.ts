import fc from 'fast-check'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { passagesOf, segmentsOf } from './passages'

function textOf(html: string): string {
  const read = (node: DefaultTreeAdapterTypes.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(read).join('') : ''
  return read(parseFragment(html))
}

const filler = 'This sentence is here to make a paragraph long enough to stand by itself as one passage of the text. '

test('takes each paragraph under its heading', () => {
  const html = `<p>${filler.repeat(2)}</p><h2>Attack</h2><p>${filler.repeat(2)}</p><h3>Victims</h3><ul><li>One</li><li>Two</li></ul>`
  const text = textOf(html)
  const outline = [
    { level: 2, text: 'Attack', start: text.indexOf('Attack') },
    { level: 3, text: 'Victims', start: text.indexOf('Victims') },
  ]
  const passages = passagesOf(html, text, outline)
  expect(passages.map(({ section }) => section)).toEqual(['', 'Attack', 'Victims'])
  expect(passages.map((passage) => segmentsOf(text, passage).map((segment) => segment.slice(0, 8)))).toEqual([
    ['This sen'],
    ['Attack', 'This sen'],
    ['Victims', 'One', 'Two'],
  ])
})

test('does not let words of neighbouring cells run together', () => {
  const html = '<table><tr><th>Date</th><td>17 February<br>2023</td></tr></table>'
  const text = textOf(html)
  expect(passagesOf(html, text, []).map((passage) => segmentsOf(text, passage))).toEqual([
    ['Date', '17 February', '2023'],
  ])
})

test('cuts a long paragraph behind a sentence', () => {
  const html = `<p>${filler.repeat(30)}</p>`
  const text = textOf(html)
  const passages = passagesOf(html, text, [])
  expect(passages.length).toBe(4)
  for (const { start, end } of passages) {
    expect(end - start).toBeLessThanOrEqual(1000)
    expect(text.slice(start, end)).toMatch(/^This.*text\.$/u)
  }
})

test('covers every word of any text once, in order, in passages of at most 1,000 units', () => {
  const block = fc.tuple(
    fc.constantFrom('p', 'h2', 'li', 'td', 'b', 'div', 'blockquote'),
    fc.string({ unit: fc.constantFrom('a', ' ', '.', '。', '𠮷', 'é', '\n'), maxLength: 1500 }),
  )
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
      const html = blocks.map(([tag, inner]) => `<${tag}>${inner}</${tag}>`).join('')
      const text = textOf(html)
      const passages = passagesOf(html, text, [])
      let at = 0
      for (const { start, end, breaks } of passages) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(end - start).toBeLessThanOrEqual(1000)
        expect(breaks.every((offset) => offset > start && offset < end)).toBe(true)
        expect(text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/u)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})

test('walks deeply nested HTML', () => {
  const html = `${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`
  expect(passagesOf(html, 'deep', [])).toEqual([{ start: 0, end: 4, section: '', breaks: [] }])
})
