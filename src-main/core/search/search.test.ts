import { expect, test } from 'vitest'
import type { SearchHit, SearchResults } from '@shared/contract/search'
import type { NoteDocument } from '@shared/domain/note-document'
import { openStores, targetOf } from '../../../tests/support/stores'
import { searchHandlers } from './search'

function openSearch() {
  const stores = openStores()
  const handlers = searchHandlers({ index: stores.index })
  const find = async (text: string, limit = 20): Promise<SearchResults> => handlers.query({ text, limit })
  return { ...stores, find }
}

const titles = ({ articles }: SearchResults) => articles.hits.map(({ articleTitle }) => articleTitle)
const marked = (hit: SearchHit | undefined) =>
  hit?.excerpt.marks.map(([start, end]) => hit.excerpt.text.slice(start, end))
const note = (text: string): NoteDocument => ({
  version: 1,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text, marks: [] }] }],
})

test('finds the passage that holds all the words, and marks them', async () => {
  const { addArticle, find } = openSearch()
  const { snapshotId, text } = addArticle({ title: 'Cholera', text: 'Dr Snow mapped the deaths around the pump.' })
  addArticle({ title: 'Other', text: 'A pump without a doctor.' })
  const { articles, partial } = await find('deaths pumps')
  expect(partial).toBe(false)
  expect(articles.total).toBe(1)
  const [hit] = articles.hits
  const start = text.indexOf('deaths')
  expect(hit).toMatchObject({ kind: 'article', passage: { snapshotId, start, end: text.indexOf('pump') + 4 } })
  expect(marked(hit)).toEqual(['deaths', 'pump'])
})

test('counts the title, and says where its words match', async () => {
  const { addArticle, find } = openSearch()
  addArticle({ title: 'The Karachi attack', text: 'Police responded within minutes.' })
  const [hit] = (await find('karachi police')).articles.hits
  expect(hit).toMatchObject({ title: { text: 'The Karachi attack', marks: [[4, 11]] } })
})

test('shows a passage with the words of a title rather than the shortest one', async () => {
  const { addArticle, find } = openSearch()
  const filler = 'Nothing else is said here. '.repeat(40)
  addArticle({
    title: 'The Karachi attack',
    text: `First of all. ${filler}The attack began at dusk. ${filler}See also`,
  })
  addArticle({ title: 'Zanzibar', text: `First of all. ${filler}See also` })
  expect(marked((await find('karachi attack')).articles.hits[0])).toEqual(['attack'])
  expect((await find('zanzibar')).articles.hits[0]?.excerpt.text).toMatch(/^First of all/u)
})

test('finds an article whose passages hold the words apart, after one where they stand together', async () => {
  const { addArticle, find } = openSearch()
  const apart = `The mosque stood there. ${'Nothing else is said here. '.repeat(80)}The harbour was closed.`
  addArticle({ title: 'Apart', text: apart, addedAt: 2000 })
  addArticle({ title: 'Together', text: 'A mosque by the harbour.', addedAt: 1000 })
  const results = await find('mosque harbour')
  expect(titles(results)).toEqual(['Together', 'Apart'])
  expect(results.partial).toBe(false)
})

test('falls back to some of the words, and says so', async () => {
  const { addArticle, find } = openSearch()
  addArticle({ title: 'One', text: 'The pump was the cause.' })
  const results = await find('where is the zebra pump')
  expect(titles(results)).toEqual(['One'])
  expect(results.partial).toBe(true)
  expect((await find('where is the zebra')).partial).toBe(false)
})

test('matches the last word as a prefix, phrases in order, and leaves out unwanted words', async () => {
  const { addArticle, find } = openSearch()
  addArticle({ title: 'A', text: 'Universities teach physics.', addedAt: 2 })
  addArticle({ title: 'B', text: 'Physics is taught at a university in Lund.', addedAt: 1 })
  expect(titles(await find('universi'))).toHaveLength(2)
  expect(titles(await find('"university in lund"'))).toEqual(['B'])
  expect(titles(await find('"lund in"'))).toEqual([])
  expect(titles(await find('physics -lund'))).toEqual(['A'])
  addArticle({ title: 'C', text: `Physics. ${'Nothing else is said here. '.repeat(60)}Lund.` })
  expect(titles(await find('physics -lund'))).toEqual(['A'])
})

test.each([
  ['obrien', 'Written by O’Brien in Łódź.'],
  ['lodz', 'Written by O’Brien in Łódź.'],
  ['us 1000', 'The U.S. sent 1,000 men.'],
  ['人民', '中国人民站起来了'],
  ['来', '中国人民站起来了'],
  ['了', '中国人民站起来了'],
  ['homme', 'C’est l’homme.'],
])('finds %s in "%s"', async (query, text) => {
  const { addArticle, find } = openSearch()
  addArticle({ text })
  expect((await find(query)).articles.total).toBe(1)
})

test('finds highlights and notes by their words and tags', async () => {
  const { addArticle, annotations, find } = openSearch()
  const { id: articleId, snapshotId, text } = addArticle()
  const highlight = await annotations.highlight({
    target: targetOf(snapshotId, text, 'Broad Street pump'),
    colour: 'blue',
  })
  await annotations.saveNote({ id: highlight.id, baseRevision: 0, body: note('Is this causation?') })
  await annotations.update({ ids: [highlight.id], change: { tags: ['epidemiology'] } })
  const byQuote = await find('broad street')
  expect(byQuote.highlights.hits).toMatchObject([
    { kind: 'highlight', articleId, annotationId: highlight.id, colour: 'blue' },
  ])
  expect(byQuote.notes.total).toBe(0)
  const byNote = await find('causation')
  expect(byNote.notes.hits).toMatchObject([{ kind: 'note', passage: { snapshotId } }])
  expect(marked(byNote.notes.hits[0])).toEqual(['causation'])
  expect((await find('epidemiology')).highlights.total).toBe(1)

  await annotations.remove({ ids: [highlight.id] })
  expect((await find('causation')).notes.total).toBe(0)
  await annotations.restore({ ids: [highlight.id] })
  expect((await find('causation')).notes.total).toBe(1)
})

test('leaves out Trash, and forgets what is deleted for good', async () => {
  const { addArticle, articles, db, find } = openSearch()
  const { id } = addArticle({ text: 'A zebra.' })
  await articles.trash({ ids: [id] })
  expect((await find('zebra')).articles.total).toBe(0)
  await articles.restore({ ids: [id] })
  expect((await find('zebra')).articles.total).toBe(1)
  await articles.trash({ ids: [id] })
  await articles.deleteForever({ ids: [id] })
  expect(db.prepare('SELECT count(*) FROM search_index_docsize').pluck().get()).toBe(0)
  addArticle({ text: 'A lion.' })
  expect((await find('zebra')).articles.total).toBe(0)
  expect((await find('lion')).articles.total).toBe(1)
})

test('follows a cascade from an article to the words of its passages', () => {
  const { addArticle, db } = openSearch()
  const { id } = addArticle()
  db.prepare('DELETE FROM articles WHERE id = ?').run(id)
  expect(db.prepare('SELECT count(*) FROM search_index_docsize').pluck().get()).toBe(0)
})

test('finds an article by its new title', async () => {
  const { addArticle, articles, find } = openSearch()
  const { id } = addArticle({ title: 'Old name' })
  await articles.update({ ids: [id], change: { title: 'Fresh name' } })
  expect((await find('fresh')).articles.total).toBe(1)
  expect((await find('old')).articles.total).toBe(0)
})

test('puts the newer of two equally good articles first, and counts beyond the limit', async () => {
  const { addArticle, find } = openSearch()
  for (const at of [1, 3, 2]) addArticle({ title: `No. ${at}`, text: 'The same words.', addedAt: at })
  const results = await find('words', 2)
  expect(titles(results)).toEqual(['No. 3', 'No. 2'])
  expect(results.articles.total).toBe(3)
})

test.each(['', '   ', '"', '-', '-zebra', '👍', 'AND', 'NOT x', 'a:b', '(((', '*', 'NEAR("a" b, 3)', "'; DROP TABLE"])(
  'takes %j without complaint',
  async (text) => {
    const { addArticle, find } = openSearch()
    addArticle()
    expect((await find(text)).partial).toBe(false)
  },
)
