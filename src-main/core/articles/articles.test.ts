import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ArticleSort, ArticleView } from '@shared/contract/articles'
import { articles as contract } from '@shared/contract/articles'
import { ArticleId } from '@shared/domain/ids'
import { Tag } from '@shared/domain/tag'
import { plainNote as noteOf } from '@shared/text/note-text'
import { openStores, targetOf } from '../../../tests/support/stores'

type Stores = ReturnType<typeof openStores>
const tag = (text: string) => Tag.parse(text)
const unknown = () => ArticleId.parse(randomUUID())
const all: ArticleView = { kind: 'all' }

async function titles(stores: Stores, view: ArticleView, sort: ArticleSort = 'added', filter = '') {
  const query = contract.list.input.parse({ view, sort, filter })
  return (await stores.articles.list(query)).articles.map(({ title }) => title)
}

function articleOf(stores: Stores, id: ArticleId) {
  return Promise.resolve(stores.articles.get({ id }))
}

test('a list is sorted, and what has no date comes last', async () => {
  const stores = openStores()
  const b = stores.addArticle({ title: 'banana 10', addedAt: 1, publishedAt: '2023-02', wordCount: 300 })
  const a = stores.addArticle({ title: 'Äpfel', addedAt: 2, publishedAt: null, wordCount: 100 })
  stores.addArticle({ title: 'banana 9', addedAt: 3, publishedAt: '2023-02-17', wordCount: 200 })
  await stores.articles.opened({ id: b.id })
  stores.clock.now += 1
  await stores.articles.opened({ id: a.id })
  expect(await titles(stores, all, 'added')).toEqual(['banana 9', 'Äpfel', 'banana 10'])
  expect(await titles(stores, all, 'title')).toEqual(['Äpfel', 'banana 9', 'banana 10'])
  expect(await titles(stores, all, 'published')).toEqual(['banana 9', 'banana 10', 'Äpfel'])
  expect(await titles(stores, all, 'opened')).toEqual(['Äpfel', 'banana 10', 'banana 9'])
  expect(await titles(stores, all, 'length')).toEqual(['Äpfel', 'banana 9', 'banana 10'])
})

test('pages follow each other without gap or overlap', async () => {
  const stores = openStores()
  for (let at = 0; at < 25; at += 1) stores.addArticle({ title: `Article ${at}`, addedAt: 7 })
  const ids = await stores.articles.ids({ view: all, sort: 'added', filter: '' })
  const paged: ArticleId[] = []
  for (let offset = 0; offset < 30; offset += 10) {
    const page = await stores.articles.list({ view: all, sort: 'added', filter: '', offset, limit: 10 })
    expect(page.total).toBe(25)
    paged.push(...page.articles.map(({ id }) => id))
  }
  expect(paged).toEqual(ids)
  expect(new Set(paged).size).toBe(25)
})

test('a filter finds every word in title, byline or site, whatever its case and accents', async () => {
  const stores = openStores()
  stores.addArticle({ title: 'Étude in 100% red', byline: 'A. Doyle', siteName: 'Strand_Magazine' })
  stores.addArticle({ title: 'The sign of four', byline: 'A. Doyle' })
  expect(await titles(stores, all, 'title', 'doyle')).toHaveLength(2)
  for (const filter of ['etude DOYLE', '100%', 'strand_', ' red  étude ']) {
    expect(await titles(stores, all, 'title', filter)).toEqual(['Étude in 100% red'])
  }
  for (const filter of ['four 100%', '1%0', 'str__d', "'", '"', '\\'])
    expect(await titles(stores, all, 'title', filter)).toEqual([])
})

test('views show status, favourites, tags and Trash', async () => {
  const stores = openStores()
  const a = stores.addArticle({ title: 'a' })
  const b = stores.addArticle({ title: 'b' })
  const c = stores.addArticle({ title: 'c' })
  await stores.articles.update({ ids: [a.id], change: { status: 'archive', favourite: true } })
  await stores.articles.update({ ids: [b.id], change: { addTags: [tag('Health')] } })
  const highlight = await stores.annotations.highlight({
    target: targetOf(c.snapshotId, c.text, 'cholera'),
    colour: 'blue',
  })
  await stores.annotations.update({ ids: [highlight.id], change: { tags: [tag('HEALTH')] } })
  expect(await titles(stores, { kind: 'status', status: 'archive' })).toEqual(['a'])
  expect(await titles(stores, { kind: 'status', status: 'inbox' }, 'title')).toEqual(['b', 'c'])
  expect(await titles(stores, { kind: 'favourites' })).toEqual(['a'])
  expect(await titles(stores, { kind: 'tag', tag: tag('health') }, 'title')).toEqual(['b', 'c'])
  expect(await stores.articles.counts()).toEqual({
    inbox: 2,
    reading: 0,
    archive: 1,
    favourites: 1,
    trash: 0,
    highlights: 1,
  })

  await stores.articles.trash({ ids: [a.id, c.id] })
  expect(await titles(stores, { kind: 'trash' }, 'title')).toEqual(['a', 'c'])
  expect(await titles(stores, all)).toEqual(['b'])
  expect(await titles(stores, { kind: 'favourites' })).toEqual([])
  expect(await stores.articles.counts()).toEqual({
    inbox: 1,
    reading: 0,
    archive: 0,
    favourites: 0,
    trash: 2,
    highlights: 0,
  })
  await stores.articles.restore({ ids: [c.id] })
  expect((await stores.articles.counts()).highlights).toBe(1)
})

test('an article shows its highlights as shares of its text, in reading order', async () => {
  const stores = openStores()
  const { id, snapshotId, text } = stores.addArticle()
  await stores.annotations.highlight({ target: targetOf(snapshotId, text, 'pump'), colour: 'green' })
  const first = await stores.annotations.highlight({ target: targetOf(snapshotId, text, 'cholera'), colour: 'pink' })
  expect(await articleOf(stores, id)).toMatchObject({
    marks: [
      { at: text.indexOf('cholera') / text.length, colour: 'pink' },
      { at: text.indexOf('pump') / text.length, colour: 'green' },
    ],
    annotationCount: 2,
  })
  const note = await stores.annotations.articleNote({ articleId: id })
  expect((await articleOf(stores, id)).annotationCount).toBe(2)
  await stores.annotations.saveNote({ id: note.id, baseRevision: 0, body: noteOf('Words') })
  expect((await articleOf(stores, id)).annotationCount).toBe(3)
  await stores.annotations.remove({ ids: [first.id] })
  expect(await articleOf(stores, id)).toMatchObject({ marks: [{ colour: 'green' }], annotationCount: 2 })
})

test('an update changes all of its articles or none', async () => {
  const stores = openStores()
  const [a, b] = [stores.addArticle(), stores.addArticle()]
  await expect(async () =>
    stores.articles.update({ ids: [a.id, unknown()], change: { favourite: true } }),
  ).rejects.toMatchObject({
    code: 'not-found',
  })
  expect((await articleOf(stores, a.id)).favourite).toBe(false)
  expect(stores.events).toEqual([])
  await stores.articles.update({
    ids: [a.id, b.id, a.id],
    change: { favourite: true, status: 'reading', title: 'New' },
  })
  expect(await articleOf(stores, b.id)).toMatchObject({ favourite: true, status: 'reading', title: 'New' })
  expect(stores.events).toEqual([{ name: 'articles.changed', ids: [a.id, b.id, a.id] }])
})

test('a tag keeps the spelling it had first, wherever it is used', async () => {
  const stores = openStores()
  const [a, b] = [stores.addArticle(), stores.addArticle()]
  await stores.articles.update({ ids: [a.id], change: { addTags: [tag('École'), tag('éCOLE')] } })
  await stores.articles.update({ ids: [a.id, b.id], change: { addTags: [tag('école')] } })
  expect((await articleOf(stores, a.id)).tags).toEqual(['École'])
  expect((await articleOf(stores, b.id)).tags).toEqual(['École'])
  await stores.articles.update({ ids: [a.id], change: { removeTags: [tag('ÉCOLE')] } })
  expect((await articleOf(stores, a.id)).tags).toEqual([])
})

test('a new title is found by search, and the old one is not', async () => {
  const stores = openStores()
  const { id } = stores.addArticle({ title: 'Old' })
  await stores.articles.update({ ids: [id], change: { title: 'Zanzibar' } })
  const found = (text: string) =>
    stores.db.prepare('SELECT count(*) FROM search_index_titles WHERE search_index_titles MATCH ?').pluck().get(text)
  expect(found('zanzibar')).toBe(1)
  await stores.articles.update({ ids: [id], change: { title: 'Timbuktu' } })
  expect(found('zanzibar')).toBe(0)
})

test('progress moves an article out of the Inbox once, and stays within the text', async () => {
  const stores = openStores()
  const { id, snapshotId, text } = stores.addArticle()
  const save = (offset: number, fraction: number) =>
    stores.articles.saveProgress({ id, snapshotId, progress: { offset, fraction } })
  await save(0, 0)
  expect(stores.events).toEqual([])
  expect((await articleOf(stores, id)).status).toBe('inbox')
  await save(1_000_000, 0.5)
  expect(await articleOf(stores, id)).toMatchObject({
    status: 'reading',
    progress: { offset: text.length, fraction: 0.5 },
  })
  await stores.articles.update({ ids: [id], change: { status: 'archive' } })
  await save(3, 0.75)
  expect(await articleOf(stores, id)).toMatchObject({ status: 'archive', progress: { offset: 3, fraction: 0.75 } })
  const other = stores.addArticle()
  await stores.articles.saveProgress({ id, snapshotId: other.snapshotId, progress: { offset: 9, fraction: 1 } })
  expect((await articleOf(stores, id)).progress).toEqual({ offset: 3, fraction: 0.75 })
})

test('only what is in Trash can be deleted, and then everything of it goes', async () => {
  const stores = openStores()
  const [gone, stays] = [stores.addArticle(), stores.addArticle({ title: 'Stays', text: 'Something else' })]
  await stores.articles.update({ ids: [gone.id], change: { title: 'Gone', addTags: [tag('x')] } })
  const target = targetOf(gone.snapshotId, gone.text, 'cholera')
  const { id } = await stores.annotations.highlight({ target, colour: 'yellow' })
  await stores.annotations.update({ ids: [id], change: { tags: [tag('y')] } })
  for (const [at, words] of ['One', 'Two'].entries()) {
    await stores.annotations.saveNote({ id, baseRevision: at, body: noteOf(words) })
  }
  await stores.articles.trash({ ids: [gone.id] })
  await stores.articles.deleteForever({ ids: [gone.id, stays.id] })
  expect(await stores.articles.ids({ view: all, sort: 'added', filter: '' })).toEqual([stays.id])
  for (const table of ['annotations', 'annotation_tags', 'article_tags', 'note_revisions']) {
    expect([table, stores.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0])
  }
  expect(stores.db.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(1)
  expect(
    stores.db.prepare("SELECT rowid FROM search_index WHERE search_index MATCH 'cholera OR gone OR two'").all(),
  ).toEqual([])
  expect(stores.db.pragma('foreign_key_check')).toEqual([])

  await stores.articles.emptyTrash()
  expect((await stores.articles.counts()).inbox).toBe(1)
  await stores.articles.trash({ ids: [stays.id] })
  await stores.articles.emptyTrash()
  expect(await stores.articles.counts()).toMatchObject({ inbox: 0, trash: 0 })
})

test('Trash gives up what was there for longer than it keeps', async () => {
  const stores = openStores()
  const [early, late] = [stores.addArticle(), stores.addArticle()]
  await stores.articles.trash({ ids: [early.id] })
  stores.clock.now += 1000
  await stores.articles.trash({ ids: [late.id] })
  expect(stores.articleStore.deleteTrashed(null, stores.clock.now)).toEqual([early.id])
  expect(await titles(stores, { kind: 'trash' })).toHaveLength(1)
})

test('an article is found by its address, but not in Trash', async () => {
  const stores = openStores()
  const url = 'https://Example.org/pump/#top'
  const { id } = stores.addArticle({ sourceUrl: url })
  expect(await stores.articles.findByUrl({ url: 'https://example.org/pump' })).toBe(id)
  expect(await stores.articles.findByUrl({ url: 'https://example.org/other' })).toBeNull()
  expect(await stores.articles.findByUrl({ url: 'no address' })).toBeNull()
  await stores.articles.trash({ ids: [id] })
  expect(await stores.articles.findByUrl({ url })).toBeNull()
})

test('an article is found by every address that leads to it; the one it was saved from counts most', async () => {
  const stores = openStores()
  const addresses = [
    'https://en.wikipedia.org/wiki/Pump_Street',
    'https://en.wikipedia.org/w/index.php?title=Broad_Street&oldid=7',
    'https://en.wikipedia.org/w/index.php?oldid=7',
  ]
  const { id } = stores.addArticle({ sourceUrl: 'https://en.wikipedia.org/wiki/Broad_Street', addresses })
  for (const url of [
    ...addresses,
    'http://en.m.wikipedia.org/wiki/Broad%20Street#History',
    'https://en.wikipedia.org/w/index.php?title=Broad_Street&action=edit&redlink=1',
    'https://en.wikipedia.org/wiki/Special:PermanentLink/7',
  ])
    expect(await stores.articles.findByUrl({ url }), url).toBe(id)
  const pump = stores.addArticle({ sourceUrl: 'https://en.wikipedia.org/wiki/Pump_Street' })
  expect(await stores.articles.findByUrl({ url: 'https://en.wikipedia.org/wiki/Pump_Street' })).toBe(pump.id)
})

test('what is not there is said to be so', async () => {
  const stores = openStores()
  for (const call of [
    async () => stores.articles.get({ id: unknown() }),
    async () => stores.articles.opened({ id: unknown() }),
  ]) {
    await expect(call).rejects.toMatchObject({ code: 'not-found' })
  }
  await stores.articles.trash({ ids: [unknown()] })
  expect(stores.events).toEqual([])
})
