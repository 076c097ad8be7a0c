import { expect, test } from 'vitest'
import { parseDocument, parseFragment } from '../html/html-tree'
import { gateOf, isTruncated } from './truncated'

const gate = (html: string) => gateOf(parseDocument(html))

test('a gate is known by the names of the page’s parts', () => {
  expect(gate('<div class="paywall-box">Subscribe</div>')).toBe('called')
  expect(gate('<section class="bottom article-payant">Lire la suite</section>')).toBe('mentioned')
  expect(gate('<body class="paywall"><div class="wallpaper">Blue</div>')).toBe(null)
})

test.each([
  [
    'a text that ends in the middle of a sentence, before a gate',
    '<p>The lamp of the old light…</p>',
    false,
    'mentioned',
    true,
  ],
  ['no text that ends', '<p>The lamp of the old lighthouse is lit.</p>', false, 'mentioned', false],
  ['no text without a gate', '<p>And so it goes on, and on...</p>', false, null, false],
  ['a short text that is not free', '<p>The lamp.</p>', true, null, true],
  ['an offer to read on', '<p>The lamp. Subscribe to continue reading.</p>', false, null, true],
] as const)('%s', (_, html, isRestricted, shown, expected) =>
  expect(isTruncated(parseFragment(html), isRestricted, shown)).toBe(expected),
)
