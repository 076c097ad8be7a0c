import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkedParts } from './linked-parts'

test('links stand where their words are, in order', () => {
  const links = [
    { text: 'Soho', url: 'https://en.wikipedia.org/wiki/Soho' },
    { text: 'London', url: 'https://en.wikipedia.org/wiki/London' },
  ]
  expect(linkedParts('Broad Street, Soho, London', links)).toEqual([
    { text: 'Broad Street, ', url: null },
    links[0],
    { text: ', ', url: null },
    links[1],
  ])
})

test('whatever the links, the words are all there', () => {
  const link = fc.record({ text: fc.string(), url: fc.constantFrom('https://example.org/', null) })
  fc.assert(
    fc.property(fc.string(), fc.array(link), (text, links) => {
      expect(
        linkedParts(text, links)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
