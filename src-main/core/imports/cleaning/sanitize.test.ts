import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { html as spec } from 'parse5'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, MATHML_TAGS } from './allow-list'
import { type Element, elements, serialize } from '../html/html-tree'
import { sanitize } from './sanitize'
import { contentRoot } from './snapshot-text'

const Vector = z.object({ id: z.string(), html: z.string() })
const root = resolve(import.meta.dirname, '../../../..')
const corpus = resolve(root, '../shared/corpora/hostile-html')
const files = [
  resolve(root, 'tests/fixtures/hostile/vectors.jsonl'),
  resolve(corpus, 'dompurify-expect.jsonl'),
  resolve(corpus, 'h5sc.jsonl'),
]

/** What is wrong with HTML that claims to be safe, by the standard's own parser. */
function faults(html: string): string[] {
  return elements(contentRoot(html)).flatMap((element) => {
    const allowed = [...(ALLOWED_ATTRIBUTES['*'] ?? []), ...(ALLOWED_ATTRIBUTES[element.tagName] ?? [])]
    return [
      ...(isAllowed(element) ? [] : [`<${element.tagName}>`]),
      ...element.attrs.filter(({ name }) => !allowed.includes(name)).map(({ name }) => `${element.tagName}[${name}]`),
      ...element.attrs
        .filter(({ name, value }) => name === 'src' && !/^\/assets\/[0-9a-f]{64}$/u.test(value))
        .map(() => 'src'),
      ...element.attrs
        .filter(({ name, value }) => name === 'href' && !/^(?:https?:\/\/|mailto:|#a-)/iu.test(value))
        .map(() => 'href'),
      ...element.attrs.filter(({ name, value }) => name === 'id' && !value.startsWith('a-')).map(() => 'id'),
    ]
  })
}

function isAllowed({ namespaceURI, tagName }: Element): boolean {
  if (namespaceURI === spec.NS.MATHML) return MATHML_TAGS.includes(tagName)
  return namespaceURI === spec.NS.HTML && ALLOWED_TAGS.includes(tagName)
}

describe.each(files)('%s', (file) => {
  test.skipIf(!existsSync(file))('nothing of the hostile vectors is left, and the result is a fixed point', () => {
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const { id, html } = Vector.parse(JSON.parse(line))
      const safe = sanitize(html)
      expect([id, faults(safe)]).toEqual([id, []])
      expect([id, serialize(contentRoot(safe))]).toEqual([id, safe])
      expect([id, sanitize(safe)]).toEqual([id, safe])
    }
  })
})

test('whatever the markup, the result is allowed and stable', () => {
  const part = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<table>',
      '<td>',
      '<caption>',
      '</table>',
      '<a href=https://e.org>',
      '<a id=x>',
      '<math>',
      '<mtext>',
      '<mi>',
      '</math>',
    ],
    ...[
      '<svg>',
      '<style>',
      '</style>',
      '<title>',
      '<!--',
      '-->',
      '<pre>\n\n',
      '<li>',
      '<b>',
      '</b>',
      '<i title="<b>">',
      '<template>',
      '<select>',
    ],
    ...[
      '<ruby>',
      '<rt>',
      '<h1>',
      'text',
      '&lt;x&gt;',
      '&amp;',
      '<div id=y>',
      '</div>',
      '<noscript>',
      '<plaintext>',
      '\0',
      '<frameset>',
      '<br>',
    ],
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const safe = sanitize(parts.join(''))
      expect(faults(safe)).toEqual([])
      expect(serialize(contentRoot(safe))).toBe(safe)
    }),
    { numRuns: 500 },
  )
})

test('what makes an article readable stays', () => {
  const html =
    '<h2 id="a-x">Head</h2><p lang="fr" dir="ltr">a <a href="#a-x">link</a> <code class="language-js">x</code><sup>1</sup></p>' +
    '<table><caption>C</caption><tbody><tr><th scope="row" colspan="2">h</th></tr></tbody></table><ol start="3" reversed=""><li value="3">x</li></ol>' +
    '<details open=""><summary>s</summary>d</details><math display="block" alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>'
  expect(sanitize(html)).toBe(html)
})

test('ids get a prefix and links to them follow; other classes and addresses go', () => {
  expect(
    sanitize('<p id="content" class="infobox evil">x</p><a href="#content" onclick="x">y</a><a href="ftp://x">z</a>'),
  ).toBe('<p id="a-content" class="infobox">x</p><a href="#a-content">y</a><a>z</a>')
})
