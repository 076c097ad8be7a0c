import { expect, test } from 'vitest'
import { parseDocument } from '../html/html-tree'
import { licenceName } from './licence'
import { readMetadata } from './metadata'

const licenceOf = (html: string) => readMetadata(parseDocument(html, { scriptingEnabled: false }), null).licence
const deed = 'https://creativecommons.org/licenses/by/3.0/'

test.each([
  ['https://creativecommons.org/licenses/by-sa/4.0/deed.de', 'CC BY-SA 4.0'],
  ['http://creativecommons.org/licenses/by-nc-nd/3.0/de/', 'CC BY-NC-ND 3.0 DE'],
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
  ['https://creativecommons.org/licenses/by/', 'CC BY'],
  ['https://example.org/licenses/by/3.0/', null],
])('%s is %s', (url, name) => expect(licenceName(url)).toBe(name))

test('a page states its terms by a link, in its foot, or in its data', () => {
  const found = { statement: 'Some rights reserved', name: 'CC BY 3.0', url: deed }
  expect(licenceOf(`<a rel="license" href="${deed}">Some rights reserved</a>`)).toEqual(found)
  expect(licenceOf(`<p>x</p><footer><a href="${deed}">Some rights reserved</a></footer>`)).toEqual(found)
  expect(licenceOf(`<link rel="license" href="${deed}">`)).toEqual({ ...found, statement: 'CC BY 3.0' })
  expect(
    licenceOf(`<script type="application/ld+json">{"@type":"Article","license":"${deed}"}</script>`),
  ).toMatchObject({ name: 'CC BY 3.0' })
})

test('the licence of a picture is not the page’s', () => {
  expect(licenceOf(`<figure><img src=a><figcaption><a rel="license" href="${deed}">CC</a></figcaption></figure>`)).toBe(
    null,
  )
})
