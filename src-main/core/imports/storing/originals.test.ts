import { expect, test } from 'vitest'
import type { ImportSource } from '@shared/contract/imports'
import type { Article } from '@shared/domain/article'
import { addText, openTestLibrary, type TestLibrary } from '../../../../tests/support/library'
import { targetOf } from '../../../../tests/support/stores'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const GIF = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
const FIRST =
  'The first thing to know of lamps is that they were lit by hand, each evening, by people who were paid for it.'
const SECOND =
  'The second thing is that the light was poor, so that nobody read by it, although many said that they did so.'
const OTHER =
  'Buy our lamps, which are bright, cheap and new, and which we send to you at once, wherever it is you live.'
const PAGE = `<!doctype html><html lang="en"><title>Lamps</title><body><nav><ul><li><a href="/">Home</a></li></ul></nav>
  <article><h1>Lamps</h1><p>${FIRST}</p><p>${SECOND}</p><figure><img src="Lamps_files/lamp.png" alt="a lamp" onload="alert(1)"></figure></article>
  <footer onclick="alert(1)"><p>${OTHER}</p><p><img src="${GIF}" alt="a shop"></p><script>alert(1)</script></footer></body></html>`

const file = (path: string, bytes: Uint8Array): ImportSource => ({ kind: 'file', path, bytes: new Uint8Array(bytes) })

async function addPage({ client, nextEvent }: TestLibrary): Promise<Article> {
  const importId = await client.imports.begin(undefined)
  await client.imports.add({ importId, source: file('Lamps.html', Buffer.from(PAGE)) })
  await client.imports.add({ importId, source: file('Lamps_files/lamp.png', PNG) })
  await client.imports.start({ importId })
  for (;;) {
    const event = nextEvent()
    const { state, items } = await client.imports.get({ importId })
    if (state !== 'done') await event
    else if (items[0]?.articleId) return client.articles.get({ id: items[0].articleId })
    else throw new Error(items[0]?.error?.message ?? 'Nothing was imported')
  }
}

/** The paths of elements by their text, as a person would click them. */
function pathTo(html: string, words: string): number[] {
  const stack: number[] = [0]
  for (const [token, closing, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>|[^<]+/gu)) {
    if (name === undefined) {
      if (token.includes(words)) return stack.slice(0, -1)
    } else if (closing === '/') {
      stack.pop()
      stack.push((stack.pop() ?? 0) + 1)
    } else if (/^(?:img|br|hr)$/u.test(name)) stack.push((stack.pop() ?? 0) + 1)
    else stack.push(0)
  }
  throw new Error(`${words} is not on the page`)
}

test('the original is the whole page with its images, and nothing in it can run', async () => {
  const library = openTestLibrary()
  const { client } = library
  const article = await addPage(library)
  expect((await client.snapshots.html({ id: article.snapshotId })).html).not.toContain('Home')
  const { html, title } = await client.originals.html({ snapshotId: article.snapshotId })
  for (const words of ['Home', FIRST, OTHER]) expect(html).toContain(words)
  expect(html.match(/<img src="\/assets\/[0-9a-f]{64}"/gu)).toHaveLength(2)
  expect(html).not.toMatch(/<script|onclick|onload|alert/u)
  expect(title).toBe('Lamps')
  expect(await client.originals.html({ snapshotId: article.snapshotId })).toMatchObject({ html })
})

test('a text that was saved as two pages shows both, and what is picked on the second is found', async () => {
  const library = openTestLibrary()
  const { client } = library
  const page = (rel: string, inside: string) =>
    Buffer.from(
      `<!doctype html><title>Lamps</title><link ${rel}><body><nav><p>Menu of ${rel.slice(4, 8)}</p></nav><article><h1>Lamps</h1>${inside}</article>`,
    )
  const importId = await client.imports.begin(undefined)
  const first = page('rel=next href="2.html"', `<p>${FIRST}</p>`.repeat(3))
  const second = page('rel=prev href="1.html"', `<p>${SECOND}</p>`.repeat(3))
  await client.imports.add({ importId, source: file('1.html', first) })
  await client.imports.add({ importId, source: file('2.html', second) })
  await client.imports.start({ importId })
  for (
    let event = library.nextEvent();
    (await client.imports.get({ importId })).state !== 'done';
    event = library.nextEvent()
  )
    await event
  const { items } = await client.imports.get({ importId })
  expect(items).toHaveLength(1)
  const article = await client.articles.get({ id: items[0]?.articleId ?? expect.fail('nothing was added') })
  const { html } = await client.originals.html({ snapshotId: article.snapshotId })
  for (const words of ['Menu of next', 'Menu of prev', FIRST, SECOND]) expect(html).toContain(words)
  const picked = await client.originals.pick({ snapshotId: article.snapshotId, parts: [pathTo(html, SECOND)] })
  const text = (await client.snapshots.html({ id: picked.snapshotId })).html
  expect(text).toContain(SECOND)
  expect(text).not.toContain(FIRST)
  expect((await client.originals.html({ snapshotId: picked.snapshotId })).html).toBe(html)
})

test('what is picked becomes the article, with its images, and the way back leads to what was', async () => {
  const library = openTestLibrary()
  const { client } = library
  const article = await addPage(library)
  const before = await client.snapshots.html({ id: article.snapshotId })
  const text = before.html.replace(/<[^>]*>/gu, '')
  for (const words of ['lit by hand', 'nobody read by it'])
    await client.annotations.highlight({ target: targetOf(article.snapshotId, text, words), colour: 'green' })

  const { html } = await client.originals.html({ snapshotId: article.snapshotId })
  const parts = [pathTo(html, SECOND), pathTo(html, OTHER), pathTo(html, SECOND)]
  const picked = await client.originals.pick({ snapshotId: article.snapshotId, parts })
  expect(picked).toMatchObject({ articleId: article.id, orphaned: 1 })
  const after = await client.snapshots.html({ id: picked.snapshotId })
  expect(after.html).toBe(`<p>${SECOND}</p>\n<p>${OTHER}</p>`)
  expect(await client.articles.get({ id: article.id })).toMatchObject({ snapshotId: picked.snapshotId, title: 'Lamps' })
  // The new snapshot leads to the same original.
  expect(await client.originals.html({ snapshotId: picked.snapshotId })).toMatchObject({ html })

  const back = await client.originals.goBack({ snapshotId: article.snapshotId })
  expect(await client.snapshots.html({ id: back.snapshotId })).toEqual(before)
  const { wordCount } = await client.articles.get({ id: article.id })
  expect(wordCount).toBe(article.wordCount)
  const highlights = await client.annotations.list({ articleId: article.id })
  expect(highlights).toHaveLength(2)
})

test('a picked figure keeps its image', async () => {
  const library = openTestLibrary()
  const { client } = library
  const article = await addPage(library)
  const { html } = await client.originals.html({ snapshotId: article.snapshotId })
  const figure = pathTo(html.replace(/<figure><img[^>]*>/u, '<figure>FIGURE'), 'FIGURE')
  const picked = await client.originals.pick({
    snapshotId: article.snapshotId,
    parts: [figure, pathTo(html, FIRST)],
  })
  const { html: after } = await client.snapshots.html({ id: picked.snapshotId })
  expect(after).toMatch(/^<p>The first.*<\/p>\n<figure><img src="\/assets\/[0-9a-f]{64}" alt="a lamp"><\/figure>$/su)
})

test('paths that lead nowhere are an article without words, which is refused', async () => {
  const library = openTestLibrary()
  const article = await addPage(library)
  const parts = [
    [99, 3],
    [0, 0, 0, 0, 0, 0, 0, 9],
  ]
  await expect(library.client.originals.pick({ snapshotId: article.snapshotId, parts })).rejects.toMatchObject({
    code: 'nothing-to-read',
  })
  expect(await library.client.articles.get({ id: article.id })).toMatchObject({ snapshotId: article.snapshotId })
})

test('a note has an original too', async () => {
  const library = openTestLibrary()
  const article = await addText(library, `# A note\n\n${FIRST}\n\n${SECOND}`)
  const { html } = await library.client.originals.html({ snapshotId: article.snapshotId })
  expect(html).toContain(FIRST)
})
