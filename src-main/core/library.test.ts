import { expect, test } from 'vitest'
import { addText, openTestLibrary, type TestLibrary } from '../../tests/support/library'
import { plainNote as noteOf } from '@shared/text/note-text'
import { targetOf } from '../../tests/support/stores'

const DAY = 24 * 60 * 60 * 1000
const TEXT = `# The pump handle

In 1854 cholera struck Soho. Dr Snow drew a map of the deaths, and they lay around one pump in Broad Street.

## What he did

He asked the parish to take off the handle, which it did on 8 September, though the outbreak was ebbing already.
`

async function annotated(library: TestLibrary) {
  const { client } = library
  const article = await addText(library, TEXT)
  const { html } = await client.snapshots.html({ id: article.snapshotId })
  const text = html.replace(/<[^>]*>/gu, '')
  const target = targetOf(article.snapshotId, text, 'take off the handle')
  const highlight = await client.annotations.highlight({ target, colour: 'green' })
  await client.annotations.saveNote({ id: highlight.id, baseRevision: 0, body: noteOf('The famous gesture') })
  return { article, highlight }
}

test('what was brought in, highlighted and noted is found, exported, and there after a restart', async () => {
  const first = openTestLibrary()
  const { article, highlight } = await annotated(first)
  const scope = { kind: 'articles' as const, ids: [article.id] }
  const exported = await first.client.exports.markdown({ scope })
  expect(exported[0]?.text).toContain('take off the handle')
  await first.close()

  const { client } = openTestLibrary({ folder: first.folder })
  expect(await client.articles.get({ id: article.id })).toMatchObject({ title: 'The pump handle', annotationCount: 1 })
  const found = await client.search.query({ text: 'famous gest' })
  expect(found.notes.hits).toMatchObject([{ annotationId: highlight.id, articleId: article.id }])
  expect((await client.search.query({ text: 'outbreak ebbing' })).articles.total).toBe(1)
  expect(await client.exports.markdown({ scope })).toEqual(exported)
  expect(await client.library.info(undefined)).toMatchObject({ articles: 1, annotations: 1 })
})

test('Trash and removed highlights are kept for thirty days, and not longer', async () => {
  const first = openTestLibrary()
  const { highlight } = await annotated(first)
  const other = await addText(first, 'Another article, that nobody wants to keep, and that says nothing of any use.')
  await first.client.annotations.remove({ ids: [highlight.id] })
  await first.client.articles.trash({ ids: [other.id] })
  await first.close()

  const clock = { now: first.clock.now + 30 * DAY }
  const second = openTestLibrary({ folder: first.folder, clock })
  expect((await second.client.articles.counts(undefined)).trash).toBe(1)
  await second.client.annotations.restore({ ids: [highlight.id] })
  expect((await second.client.articles.counts(undefined)).highlights).toBe(1)
  await second.client.annotations.remove({ ids: [highlight.id] })
  await second.close()

  clock.now += 30 * DAY + 1
  const third = openTestLibrary({ folder: first.folder, clock })
  expect((await third.client.articles.counts(undefined)).trash).toBe(0)
  await expect(third.client.annotations.restore({ ids: [highlight.id] })).rejects.toMatchObject({ code: 'not-found' })
  expect((await third.client.articles.counts(undefined)).highlights).toBe(0)
})
