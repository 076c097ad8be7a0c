import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { elements, textContent } from '../html/html-tree'
import { preCheck } from './pre-check'

function depth(markup: string): number {
  const levels = new Map<unknown, number>()
  for (const element of elements(parse(markup))) levels.set(element, (levels.get(element.parentNode) ?? 0) + 1)
  return Math.max(...levels.values())
}

test('an ordinary page comes back as it was', () => {
  const page = `<!doctype html><!-- <b> --><p>One<p>Two<ul><li>a<li>b</ul><script>if (a<b) "<div>"</script>${'<br>'.repeat(1000)}`
  expect(preCheck(page, 'a.html') === page).toBe(true)
})

test('paragraphs and rows without end tags do not count as depth', () => {
  const page = '<p>word'.repeat(5000) + '<table>' + '<tr><td>cell'.repeat(5000)
  expect(preCheck(page, 'a.html') === page).toBe(true)
})

test('a very deep page is flattened and keeps its text', () => {
  const flat = preCheck('<div>'.repeat(100_000) + 'core' + '</div>'.repeat(100_000) + '<p>after</p>', 'deep.html')
  expect(depth(flat)).toBeLessThan(410)
  expect(textContent(parse(flat))).toBe('coreafter')
})

test('void-looking and unknown elements nest as well', () => {
  expect(depth(preCheck('<x-y/>'.repeat(50_000) + 'core', 'deep.html'))).toBeLessThan(410)
})

test('unclosed formatting does not multiply through the paragraphs', () => {
  const markup = Array.from({ length: 20_000 }, (_, n) => `<b id=x${n}>`).join('') + '<p>word'.repeat(2000)
  expect(elements(parse(preCheck(markup, 'bold.html'))).length).toBeLessThan(100_000)
})

test('too many tags or attributes are refused with a message that names the file', () => {
  expect(() => preCheck('</b>'.repeat(700_000), 'many.html')).toThrow(/many\.html has more than 600,000 lines or tags/u)
  expect(() => preCheck('<tr><td>x'.repeat(160_000), 'rows.html')).toThrow(/rows\.html has more than 300,000 /u)
  expect(() =>
    preCheck(`<p ${'a=1 '.repeat(10)}${Array.from({ length: 600 }, (_, n) => `b${n}`).join(' ')}>`, 'x.html'),
  ).toThrow(/attributes/u)
})

test('a quote that never ends takes the rest of the page, and quickly', () => {
  const markup = '<a title="' + "<p x='".repeat(200_000)
  expect(preCheck(markup, 'quote.html') === markup).toBe(true)
})
