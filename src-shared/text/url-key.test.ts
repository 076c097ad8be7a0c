import { expect, test } from 'vitest'
import { urlKey } from './url-key'

test.each([
  ['HTTPS://Example.ORG/Path/', 'https://example.org/Path'],
  ['https://example.org', 'https://example.org'],
  ['https://example.org/#part', 'https://example.org'],
  ['https://example.org/a?utm_source=x&id=1&utm_medium=y', 'https://example.org/a?id=1'],
  ['https://example.org/a/?utm_source=x', 'https://example.org/a'],
  ['https://example.org:443/a?q=a+b&c=%2F', 'https://example.org/a?q=a+b&c=%2F'],
])('%s is %s', (address, key) => {
  expect(urlKey(address)).toBe(key)
})

test.each(['file:///etc/passwd', 'javascript:alert(1)', 'not an address', ''])('%s is no web address', (address) => {
  expect(urlKey(address)).toBeNull()
})
