import { expect, test } from 'vitest'
import { refreshOf } from './meta-refresh'

const at = (html: string, contentType: string | null = 'text/html') =>
  refreshOf({ bytes: new Uint8Array(Buffer.from(html)), contentType, url: 'https://example.org/a/b' })

test.each([
  ['<meta http-equiv="refresh" content="0;url=/c">', 'https://example.org/c'],
  ['<META HTTP-EQUIV=Refresh CONTENT=\'3; URL="c?x=1&amp;y=2"\'>', 'https://example.org/a/c?x=1&y=2'],
  ['<meta content="0, https://other.example/" http-equiv="refresh">', 'https://other.example/'],
  ['<meta http-equiv="refresh" content="0.5; url=//other.example/x#y">', 'https://other.example/x'],
])('%s', (html, target) => expect(at(html)).toBe(target))

test.each([
  ['<meta http-equiv="refresh" content="300;url=/c">'],
  ['<meta http-equiv="refresh" content="0">'],
  ['<meta http-equiv="refresh" content="0;url=/a/b#top">'],
  ['<meta http-equiv="refresh" content="0;url=file:///etc/passwd">'],
  ['<noscript><meta http-equiv="refresh" content="0;url=/no-script"></noscript>'],
  ['<!-- <meta http-equiv="refresh" content="0;url=/c"> -->'],
  [`<meta http-equiv="refresh" content="0;url=/c">${'x'.repeat(70_000)}`],
])('is to be read: %s', (html) => expect(at(html)).toBeNull())

test('only in a page', () => {
  expect(at('<meta http-equiv="refresh" content="0;url=/c">', 'text/plain')).toBeNull()
})
