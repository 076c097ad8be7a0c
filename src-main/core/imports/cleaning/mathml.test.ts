import { expect, test } from 'vitest'
import { parseFragment, serialize } from '../html/html-tree'
import { openFences } from './mathml'
import { texHtml, texToMathml } from './tex'

function opened(html: string): string {
  const root = parseFragment(html)
  openFences(root)
  return serialize(root).replace(/ fence="true"/gu, '')
}

test('brackets and commas of old MathML become operators', () => {
  expect(opened('<math><mfenced><mi>a</mi><mi>b</mi></mfenced></math>')).toBe(
    '<math><mrow><mo>(</mo><mi>a</mi><mo>,</mo><mi>b</mi><mo>)</mo></mrow></math>',
  )
  expect(
    opened(
      '<math><mfenced open="[" close="" separators="; |"><mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi></mfenced></math>',
    ),
  ).toBe(
    '<math><mrow><mo>[</mo><mi>a</mi><mo>;</mo><mi>b</mi><mo>|</mo><mi>c</mi><mo>|</mo><mi>d</mi><mo></mo></mrow></math>',
  )
  expect(opened('<math><mfenced><mfenced><mi>a</mi></mfenced></mfenced></math>')).toBe(
    '<math><mrow><mo>(</mo><mrow><mo>(</mo><mi>a</mi><mo>)</mo></mrow><mo>)</mo></mrow></math>',
  )
})

test('TeX becomes MathML that carries its TeX; what is none stays code', () => {
  expect(texToMathml('\\frac{a}{b} < "c"', true)).toMatch(
    /^<math alttext="\\frac\{a\}\{b\} &lt; &quot;c&quot;"[^>]*>.*<mfrac>/u,
  )
  expect(texHtml('\\nosuch{', false)).toBe('<code>\\nosuch{</code>')
  expect(texHtml('x', true)).toMatch(/^<p><math/u)
})

test('macros that grow without end, and links, are no way in', () => {
  expect(texToMathml('\\def\\a{\\a\\a}\\a', false)).toBeNull()
  expect(texToMathml('x'.repeat(20_000), false)).toBeNull()
  expect(texToMathml('\\href{javascript:alert(1)}{x}', false) ?? '').not.toContain('href')
})
