import { expect, test } from 'vitest'
import { ArticleId, TopicId } from '@shared/domain/ids'
import { openStores } from '../../../tests/support/stores'

const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const inOrder = { sort: 'manual', filter: '', offset: 0, limit: 100 } as const

function library() {
  const stores = openStores()
  const { topics, topicStore, clock } = stores
  const make = async (title: string, parentId: TopicId | null = null) => {
    clock.now += 1
    return (await topics.create({ title, parentId })).id
  }
  const tree = () => topicStore.list().map(({ title, parentId, position }) => ({ title, parentId, position }))
  const titles = () => topicStore.list().map(({ title }) => title)
  return { ...stores, make, tree, titles }
}

test('topics are listed as a tree reads, in the order they were made', async () => {
  const { make, tree } = library()
  const city = await make('Cholera and the city')
  await make('Measurement')
  await make('Snow', city)
  await make('Miasma', city)
  expect(tree()).toEqual([
    { title: 'Cholera and the city', parentId: null, position: 0 },
    { title: 'Snow', parentId: city, position: 0 },
    { title: 'Miasma', parentId: city, position: 1 },
    { title: 'Measurement', parentId: null, position: 1 },
  ])
})

test('a topic is moved before another, to the end, and into another', async () => {
  const { topics, make, titles, tree } = library()
  const [a, b, c] = [await make('A'), await make('B'), await make('C')]
  await topics.move({ id: c, parentId: null, before: a })
  expect(titles()).toEqual(['C', 'A', 'B'])
  await topics.move({ id: c, parentId: null, before: null })
  expect(titles()).toEqual(['A', 'B', 'C'])
  await topics.move({ id: a, parentId: b, before: null })
  expect(tree()).toEqual([
    { title: 'B', parentId: null, position: 0 },
    { title: 'A', parentId: b, position: 0 },
    { title: 'C', parentId: null, position: 1 },
  ])
})

test('a topic is not nested in itself nor in what is nested in it', async () => {
  const { topics, make, titles } = library()
  const a = await make('A')
  const b = await make('B', a)
  const c = await make('C', b)
  for (const parentId of [a, c]) {
    expect(() => topics.move({ id: a, parentId, before: null })).toThrow(
      expect.objectContaining({ code: 'nested-in-itself' }),
    )
  }
  expect(titles()).toEqual(['A', 'B', 'C'])
})

test('what does not exist is not found, and nothing is changed', async () => {
  const { topics, make, addArticle } = library()
  const a = await make('A')
  const nobody = TopicId.parse(UNKNOWN)
  const missing = expect.objectContaining({ code: 'not-found' })
  const { id } = addArticle()
  expect(() => topics.get({ id: nobody })).toThrow(missing)
  expect(() => topics.rename({ id: nobody, title: 'B' })).toThrow(missing)
  expect(() => topics.create({ title: 'B', parentId: nobody })).toThrow(missing)
  expect(() => topics.move({ id: a, parentId: nobody, before: null })).toThrow(missing)
  expect(() => topics.addArticles({ id: nobody, articleIds: [id], before: null })).toThrow(missing)
  expect(() => topics.addArticles({ id: a, articleIds: [id, ArticleId.parse(UNKNOWN)], before: null })).toThrow(missing)
  expect(await topics.articleIds({ id: a })).toEqual([])
})

test('articles are added, ordered and taken out; the list shows them in the order of the topic', async () => {
  const { topics, articles, make, addArticle } = library()
  const id = await make('A')
  const [one, two, three, four] = [addArticle().id, addArticle().id, addArticle().id, addArticle().id]
  expect(await topics.addArticles({ id, articleIds: [one, two, two, three], before: null })).toEqual([one, two, three])
  expect(await topics.addArticles({ id, articleIds: [three, four], before: two })).toEqual([four])
  const order = () => topics.articleIds({ id })
  expect(await order()).toEqual([one, four, two, three])

  await topics.moveArticles({ id, articleIds: [three, one], before: two })
  expect(await order()).toEqual([four, three, one, two])
  await topics.moveArticles({ id, articleIds: [four, three], before: three })
  expect(await order()).toEqual([four, three, one, two])
  await topics.moveArticles({ id, articleIds: [four], before: null })
  expect(await order()).toEqual([three, one, two, four])
  await topics.orderArticles({ id, articleIds: [four, one] })
  expect(await order()).toEqual([four, one, three, two])

  const listed = await articles.list({ view: { kind: 'topic', topicId: id }, ...inOrder })
  expect(listed.articles.map((article) => article.id)).toEqual([four, one, three, two])
  expect(await topics.removeArticles({ id, articleIds: [one, two] })).toEqual(expect.arrayContaining([one, two]))
  expect(await topics.removeArticles({ id, articleIds: [one] })).toEqual([])
  expect(await order()).toEqual([four, three])
})

test('the counts of a topic take in those nested in it, each article once, and none from Trash', async () => {
  const { topics, topicStore, articles, make, addArticle } = library()
  const outer = await make('Outer')
  const inner = await make('Inner', outer)
  const [read, archived, begun] = [addArticle(), addArticle(), addArticle()]
  await topics.addArticles({ id: outer, articleIds: [read.id, archived.id], before: null })
  await topics.addArticles({ id: inner, articleIds: [archived.id, begun.id], before: null })
  const progress = (fraction: number) => ({ offset: 1, fraction })
  await articles.saveProgress({ id: read.id, snapshotId: read.snapshotId, progress: progress(0.99) })
  await articles.saveProgress({ id: begun.id, snapshotId: begun.snapshotId, progress: progress(0.5) })
  await articles.update({ ids: [archived.id], change: { status: 'archive' } })
  const counts = (id: TopicId) => {
    const { articleCount, finishedCount, ownCount } = topicStore.get(id) ?? {}
    return { articleCount, finishedCount, ownCount }
  }
  expect(counts(outer)).toEqual({ articleCount: 3, finishedCount: 2, ownCount: 2 })
  expect(counts(inner)).toEqual({ articleCount: 2, finishedCount: 1, ownCount: 2 })

  await articles.trash({ ids: [archived.id] })
  expect(counts(outer)).toEqual({ articleCount: 2, finishedCount: 1, ownCount: 1 })
  expect(await topics.articleIds({ id: inner })).toEqual([begun.id])
  await articles.restore({ ids: [archived.id] })
  expect(await topics.articleIds({ id: inner })).toEqual([archived.id, begun.id])
  await articles.trash({ ids: [archived.id] })
  await articles.deleteForever({ ids: [archived.id] })
  expect(counts(inner)).toEqual({ articleCount: 1, finishedCount: 0, ownCount: 1 })
})

test('a removed topic comes back with its nested ones, its articles and their order', async () => {
  const { topics, topicStore, clock, make, titles, addArticle } = library()
  const outer = await make('Outer')
  const inner = await make('Inner', outer)
  await make('Other')
  const { id } = addArticle()
  await topics.addArticles({ id: inner, articleIds: [id], before: null })
  await topics.remove({ ids: [outer] })
  expect(titles()).toEqual(['Other'])
  expect(await topics.removed()).toEqual([
    { id: outer, title: 'Outer', removedAt: clock.now, articleCount: 1, nestedCount: 1 },
  ])
  expect(await topics.holding({ articleIds: [id] })).toEqual([])
  clock.now += 5
  await topics.restore({ ids: [outer] })
  expect(titles()).toEqual(['Outer', 'Inner', 'Other'])
  expect(topicStore.get(outer)?.articleCount).toBe(1)
  expect(await topics.holding({ articleIds: [id] })).toEqual([{ id: inner, count: 1 }])
})

test('a topic that was removed before its parent is restored by itself, at the top while the parent is away', async () => {
  const { topics, clock, make, titles, tree } = library()
  const outer = await make('Outer')
  const inner = await make('Inner', outer)
  await topics.remove({ ids: [inner] })
  clock.now += 5
  await topics.remove({ ids: [outer] })
  expect((await topics.removed()).map(({ title }) => title)).toEqual(['Outer', 'Inner'])
  await topics.restore({ ids: [outer] })
  expect(titles()).toEqual(['Outer'])
  clock.now += 5
  await topics.remove({ ids: [outer] })
  await topics.restore({ ids: [inner] })
  expect(tree()).toEqual([{ title: 'Inner', parentId: null, position: 0 }])
})

test('topics go for good when they are deleted from Trash or their 30 days are over', async () => {
  const { topics, topicStore, clock, make, titles } = library()
  const outer = await make('Outer')
  const inner = await make('Inner', outer)
  await topics.remove({ ids: [inner] })
  clock.now += 5
  await topics.remove({ ids: [outer] })
  await topics.deleteForever({ ids: [outer] })
  expect((await topics.removed()).map(({ title }) => title)).toEqual(['Inner'])
  topicStore.purgeRemoved(clock.now - 5)
  expect(await topics.removed()).toHaveLength(1)
  topicStore.purgeRemoved(clock.now)
  expect(await topics.removed()).toEqual([])
  await expect(async () => topics.restore({ ids: [inner] })).rejects.toMatchObject({ code: 'not-found' })
  expect(titles()).toEqual([])
})

test('every change says so, and what changes nothing does not', async () => {
  const { topics, events, make, addArticle } = library()
  const id = await make('A')
  const { id: articleId } = addArticle()
  events.length = 0
  await topics.rename({ id, title: 'B' })
  await topics.addArticles({ id, articleIds: [articleId], before: null })
  await topics.addArticles({ id, articleIds: [articleId], before: null })
  await topics.moveArticles({ id, articleIds: [articleId], before: null })
  await topics.removeArticles({ id, articleIds: [articleId] })
  await topics.remove({ ids: [id] })
  await topics.remove({ ids: [id] })
  expect(events).toEqual(Array.from({ length: 5 }, () => ({ name: 'topics.changed', ids: [id] })))
})
