import { expect, test } from 'vitest'
import { urlKey } from '@shared/text/url-key'
import { createReadBytes } from '../reading/read-bytes'

const read = createReadBytes({ loadImage: async () => null })

function file(path: string, text: string) {
  const page = path.split('/').slice(0, -1).join('/')
  return read({
    bytes: new TextEncoder().encode(text),
    name: path,
    format: 'auto',
    via: 'file',
    url: null,
    contentType: null,
    folder: { root: '/nowhere', page },
  })
}

const linksOf = (html: string) => [...html.matchAll(/<a href="([^"]*)"/gu)].map(([, href = '']) => href)
const keysOf = (addresses: readonly string[]) => addresses.map((address) => urlKey(address))

test('notes of one folder link to each other by name and by path, wherever the folder came from', async () => {
  const index = await file(
    'Vault/index.md',
    'See [[Café au lait|coffee]], [[sub/Tea#How to]], [tea](sub/Tea.md#how-to), [out](../../x.md) and [a file](a.pdf). [[#Here]]\n\n## Here\n\nWords.',
  )
  const coffee = await file('Vault/drinks/Cafe\u0301 au lait.md', 'It is hot.')
  const tea = await file('Vault/sub/Tea.md', 'It is hot, too. Back to [[index]], or [the list](../index.md).')
  const [toCoffee = '', toTea = '', toTeaByPath = '', ...more] = linksOf(index.html)
  expect(keysOf(coffee.addresses)).toContain(urlKey(toCoffee))
  expect(keysOf(tea.addresses)).toContain(urlKey(toTea))
  expect(keysOf(tea.addresses)).toContain(urlKey(toTeaByPath))
  expect(toTea).toMatch(/#how-to$/u)
  expect(more).toEqual(['#a-here'])
  expect(linksOf(tea.html).every((href) => keysOf(index.addresses).includes(urlKey(href)))).toBe(true)
  expect(index.sourceUrl).toBeNull()
})

test('pages of one folder do so, too, and a page that says where it is from links to the web', async () => {
  const words =
    '<p>There is enough of a text on this page for it to be taken for an article, and it goes on.</p>'.repeat(4)
  const page = (head: string) =>
    `<!doctype html><title>One</title>${head}${words}<p>Next: <a href="two.html">two</a>, after all.</p>`
  expect(linksOf((await file('Site/docs/one.html', page(''))).html)).toEqual([
    'https://folder.invalid/Site/docs/two.html',
  ])
  const saved = await file('Site/docs/one.html', page('<link rel=canonical href="https://example.org/a/one.html">'))
  expect(linksOf(saved.html)).toEqual(['https://example.org/a/two.html'])
})

test('a file that was dropped alone has no such address, and its links keep their words only', async () => {
  const alone = await file('note.md', 'See [[Other]] and [another](other.md).')
  expect(alone.addresses).toEqual([])
  expect(alone.html).toBe('<p>See Other and another.</p>')
})
