import fc from 'fast-check'
import { expect, test } from 'vitest'
import { urlKey } from './url-key'

test.each([
  ['HTTPS://Example.ORG/Path/', 'https://example.org/Path'],
  ['https://example.org', 'https://example.org'],
  ['http://example.org', 'https://example.org'],
  ['https://example.org/#part', 'https://example.org'],
  ['https://example.org/a?utm_source=x&id=1&utm_medium=y', 'https://example.org/a?id=1'],
  ['https://example.org/a/?utm_source=x', 'https://example.org/a'],
  ['https://example.org:443/a?q=a+b&c=%2F', 'https://example.org/a?q=a+b&c=%2F'],
  ['https://example.org/index.php?id=7', 'https://example.org/index.php?id=7'],
  ['https://m.example.org/story', 'https://m.example.org/story'],
])('%s is %s', (address, key) => {
  expect(urlKey(address)).toBe(key)
})

test.each([
  'https://en.wikipedia.org/wiki/Broad_Street',
  'http://en.wikipedia.org/wiki/Broad_Street#History',
  'https://en.m.wikipedia.org/wiki/Broad_Street',
  'https://en.wikipedia.org/wiki/Broad%20Street',
  'https://en.wikipedia.org/wiki/broad_Street',
  'https://en.wikipedia.org/w/index.php?title=Broad_Street',
  'https://en.wikipedia.org/w/index.php?title=Broad_Street&oldid=12345',
  'https://en.wikipedia.org/w/index.php?title=Broad+Street&action=edit&redlink=1',
  'https://en.wikipedia.org/wiki/Broad_Street?oldid=12345',
  'https://en.wikipedia.org/wiki/Broad_Street?redirect=no&useskin=monobook',
  'https://en.wikipedia.org/api/rest_v1/page/html/Broad_Street',
  'https://en.wikipedia.org/api/rest_v1/page/html/Broad_Street/12345',
  'https://en.wikipedia.org/api/rest_v1/page/mobile-html/Broad_Street',
  'https://en.wikipedia.org/w/rest.php/v1/page/Broad_Street/html',
])('%s is the article', (address) => {
  expect(urlKey(address)).toBe('https://en.wikipedia.org/wiki/Broad_Street')
})

test.each([
  ['https://en.wikipedia.org/w/index.php?title=Dog&action=history', 'https://en.wikipedia.org/wiki/Dog'],
  ['https://en.wikipedia.org/w/index.php?title=Dog&diff=2&oldid=1', 'https://en.wikipedia.org/wiki/Dog'],
  ['https://en.wiktionary.org/wiki/dog', 'https://en.wiktionary.org/wiki/Dog'],
  ['https://en.wikipedia.org/wiki/Talk:Dog', 'https://en.wikipedia.org/wiki/Dog'],
  ['https://de.wikipedia.org/wiki/Dog', 'https://en.wikipedia.org/wiki/Dog'],
])('%s is not %s', (one, other) => {
  expect(urlKey(one)).not.toBe(urlKey(other))
})

test.each([
  ['https://wiki.example.org/index.php?title=Main_Page', 'https://wiki.example.org/index.php/Main_Page'],
  ['https://zh.wikipedia.org/zh-hans/%E6%B0%B4', 'https://zh.wikipedia.org/wiki/水'],
  ['https://fr.wikipedia.org/wiki/%C3%89t%C3%A9', 'https://fr.wikipedia.org/wiki/E\u0301te\u0301'],
  ['https://en.wikipedia.org/wiki/AC/DC', 'https://en.wikipedia.org/wiki/AC%2FDC'],
  ["https://en.wikipedia.org/wiki/Rubik's_Cube", 'https://en.wikipedia.org/wiki/Rubik%27s_Cube'],
  ['https://en.wikipedia.org/wiki/Special:PermanentLink/12', 'https://en.wikipedia.org/w/index.php?oldid=12'],
])('%s is %s, too', (one, other) => {
  expect(urlKey(one)).toBe(urlKey(other))
})

test.each(['file:///etc/passwd', 'javascript:alert(1)', 'not an address', ''])('%s is no web address', (address) => {
  expect(urlKey(address)).toBeNull()
})

test('a key is its own key', () => {
  const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map(encodeURIComponent)
  const address = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    title.map((one) => `http://en.m.wikipedia.org/wiki/${one}`),
    title.map((one) => `https://en.wikipedia.org/w/index.php?title=${one}&oldid=1`),
  )
  fc.assert(
    fc.property(address, (given) => {
      const key = urlKey(given)
      expect(key).not.toBeNull()
      expect(urlKey(key ?? '')).toBe(key)
    }),
  )
})
