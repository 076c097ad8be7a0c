import { expect, test } from 'vitest'
import { isWikiPage, missingPage } from './missing-page'

test.each([
  [
    'https://en.wikipedia.org/w/index.php?title=Broad_Street_pump&action=edit&redlink=1',
    'https://en.wikipedia.org/w/index.php?title=Broad_Street_pump',
  ],
  ['https://en.wikipedia.org/wiki/Pump?action=edit&redlink=1', 'https://en.wikipedia.org/wiki/Pump'],
  ['https://en.wikipedia.org/wiki/Pump', null],
  ['https://example.org/?redlink=12', null],
])('%s leads to %s', (url, page) => {
  expect(missingPage(url)).toBe(page)
})

test('pages of wikis are told by their addresses', () => {
  expect(isWikiPage('https://de.wikipedia.org/wiki/Hund')).toBe(true)
  expect(isWikiPage('https://wiki.example.org/index.php?title=Hund')).toBe(true)
  expect(isWikiPage('https://example.org/wiki')).toBe(false)
})
