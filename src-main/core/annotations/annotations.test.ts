import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { AnnotationId, ArticleId, SnapshotId } from '@shared/domain/ids'
import { Tag } from '@shared/domain/tag'
import { splitsPair } from '@shared/text/surrogates'
import { plainNote as noteOf } from '@shared/text/note-text'
import { openStores, SAMPLE_TEXT, targetOf, unknownAnnotation } from '../../../tests/support/stores'
import { checkTarget } from './check-target'

type Stores = ReturnType<typeof openStores>
const tag = (text: string) => Tag.parse(text)

async function highlightOn(stores: Stores, words: string) {
  const article = stores.addArticle()
  const highlight = await stores.annotations.highlight({
    target: targetOf(article.snapshotId, article.text, words),
    colour: 'yellow',
  })
  return { article, highlight }
}

function found(stores: Stores, word: string) {
  return stores.kindsFound(word)
}

test('a highlight is stored as it was made, told of, and found', async () => {
  const stores = openStores()
  const { article, highlight } = await highlightOn(stores, 'Snow mapped it')
  expect(highlight).toEqual({
    id: highlight.id,
    kind: 'highlight',
    articleId: article.id,
    target: targetOf(article.snapshotId, article.text, 'Snow mapped it'),
    move: null,
    place: 'placed',
    colour: 'yellow',
    body: null,
    revision: 0,
    tags: [],
    createdAt: stores.clock.now,
    updatedAt: stores.clock.now,
  })
  expect(await stores.annotations.list({ articleId: article.id })).toEqual([highlight])
  expect(stores.events).toEqual([
    { name: 'annotations.changed', articleIds: [article.id], ids: [highlight.id] },
    { name: 'articles.changed', ids: [article.id] },
  ])
  expect(found(stores, 'map')).toEqual(['highlight'])
})

test('words that do not stand where the target says are refused', async () => {
  const stores = openStores()
  const { snapshotId, text } = stores.addArticle()
  const good = targetOf(snapshotId, text, 'cholera')
  const { start, end } = good.position
  const wrong = [
    { ...good, quote: { ...good.quote, exact: 'cholerb' } },
    { ...good, quote: { ...good.quote, prefix: 'elsewhere ' } },
    { ...good, quote: { ...good.quote, suffix: 'elsewhere' } },
    { ...good, position: { start: start + 1, end: end + 1 } },
    { ...good, position: { start, end: 10_000_000 } },
  ]
  for (const target of wrong) {
    await expect(async () => stores.annotations.highlight({ target, colour: 'pink' })).rejects.toMatchObject({
      code: 'selector-mismatch',
    })
  }
  const nowhere = { ...good, snapshotId: SnapshotId.parse(randomUUID()) }
  await expect(async () => stores.annotations.highlight({ target: nowhere, colour: 'pink' })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(stores.events).toEqual([])
})

test('every range of a text is a good target unless it splits a surrogate pair, and any shift of it is not', () => {
  const snapshotId = SnapshotId.parse(randomUUID())
  const ranges = fc.tuple(fc.nat(SAMPLE_TEXT.length - 1), fc.integer({ min: 1, max: 40 }), fc.nat(64), fc.nat(64))
  fc.assert(
    fc.property(ranges, ([start, length, before, after]) => {
      const end = Math.min(SAMPLE_TEXT.length, start + length)
      const quote = {
        exact: SAMPLE_TEXT.slice(start, end),
        prefix: SAMPLE_TEXT.slice(Math.max(0, start - before), start),
        suffix: SAMPLE_TEXT.slice(end, end + after),
      }
      const target = { snapshotId, position: { start, end }, quote }
      if (!splitsPair(SAMPLE_TEXT, start) && !splitsPair(SAMPLE_TEXT, end))
        expect(() => checkTarget(SAMPLE_TEXT, target)).not.toThrow()
      else expect(() => checkTarget(SAMPLE_TEXT, target)).toThrow(LecternError)
      const shifted = { ...target, position: { start: start + 1, end: end + 1 } }
      if (SAMPLE_TEXT.slice(start + 1, end + 1) !== quote.exact)
        expect(() => checkTarget(SAMPLE_TEXT, shifted)).toThrow(LecternError)
    }),
  )
})

test('an article has one note, which comes before its highlights in reading order', async () => {
  const stores = openStores()
  const { article, highlight } = await highlightOn(stores, 'pump')
  const earlier = await stores.annotations.highlight({
    target: targetOf(article.snapshotId, article.text, 'cholera'),
    colour: 'blue',
  })
  const note = await stores.annotations.articleNote({ articleId: article.id })
  expect((await stores.annotations.articleNote({ articleId: article.id })).id).toBe(note.id)
  expect((await stores.annotations.list({ articleId: article.id })).map(({ id }) => id)).toEqual([
    note.id,
    earlier.id,
    highlight.id,
  ])
  await expect(async () =>
    stores.annotations.articleNote({ articleId: ArticleId.parse(randomUUID()) }),
  ).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('colour and tags change together or not at all', async () => {
  const stores = openStores()
  const { article, highlight } = await highlightOn(stores, 'pump')
  await expect(async () =>
    stores.annotations.update({ ids: [highlight.id, unknownAnnotation()], change: { colour: 'pink' } }),
  ).rejects.toMatchObject({ code: 'not-found' })
  stores.clock.now += 5
  await stores.annotations.update({
    ids: [highlight.id],
    change: { colour: 'purple', tags: [tag('Wells'), tag('wells'), tag('map')] },
  })
  const [changed] = await stores.annotations.list({ articleId: article.id })
  expect(changed).toEqual({ ...highlight, colour: 'purple', tags: ['Wells', 'map'], updatedAt: stores.clock.now })
  expect(found(stores, 'section : well')).toEqual(['highlight'])
  await stores.annotations.update({ ids: [highlight.id], change: { tags: [] } })
  expect(found(stores, 'section : well')).toEqual([])
  const note = await stores.annotations.articleNote({ articleId: article.id })
  await stores.annotations.update({ ids: [note.id], change: { colour: 'pink', tags: [tag('WELLS')] } })
  expect((await stores.annotations.articleNote({ articleId: article.id })).tags).toEqual(['WELLS'])
})

test('a note is saved, found, and counted from revision to revision', async () => {
  const stores = openStores()
  const { article, highlight } = await highlightOn(stores, 'pump')
  stores.events.length = 0
  stores.clock.now += 1
  const saved = await stores.annotations.saveNote({ id: highlight.id, baseRevision: 0, body: noteOf('Handle removed') })
  expect(saved).toEqual({ revision: 1, updatedAt: stores.clock.now })
  expect(stores.events.map(({ name }) => name)).toEqual(['annotations.changed', 'articles.changed'])
  await stores.annotations.saveNote({ id: highlight.id, baseRevision: 1, body: noteOf('Handle taken off') })
  expect(stores.events.map(({ name }) => name)).toEqual([
    'annotations.changed',
    'articles.changed',
    'annotations.changed',
  ])
  const [stored] = await stores.annotations.list({ articleId: article.id })
  expect(stored).toMatchObject({ body: noteOf('Handle taken off'), revision: 2 })
  expect(found(stores, 'taken')).toEqual(['note'])
  expect(found(stores, 'remov')).toEqual([])
  await stores.annotations.saveNote({ id: highlight.id, baseRevision: 2, body: noteOf('\n\n') })
  expect(await stores.annotations.list({ articleId: article.id })).toMatchObject([{ body: null, revision: 3 }])
  expect(stores.db.prepare('SELECT body FROM note_revisions ORDER BY revision').pluck().all()).toContain(
    JSON.stringify(noteOf('Handle taken off')),
  )
})

test('two who save one note conflict, and neither text is lost', async () => {
  const stores = openStores()
  const { highlight } = await highlightOn(stores, 'pump')
  const second = openStores(stores.folder)
  await stores.annotations.saveNote({ id: highlight.id, baseRevision: 0, body: noteOf('Mine') })
  const attempt = async () => second.annotations.saveNote({ id: highlight.id, baseRevision: 0, body: noteOf('Theirs') })
  await expect(attempt).rejects.toMatchObject({
    code: 'note-conflict',
    details: { current: { revision: 1, body: noteOf('Mine') } },
  })
  await second.annotations.saveNote({ id: highlight.id, baseRevision: 1, body: noteOf('Mine\nTheirs') })
  await expect(async () =>
    stores.annotations.saveNote({ id: unknownAnnotation(), baseRevision: 0, body: noteOf('x') }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('the same body again is a success: the answer to the first may have been lost', async () => {
  const stores = openStores()
  const { highlight } = await highlightOn(stores, 'pump')
  const body = noteOf('Handle')
  const first = await stores.annotations.saveNote({ id: highlight.id, baseRevision: 0, body })
  stores.events.length = 0
  stores.clock.now += 1000
  expect(await stores.annotations.saveNote({ id: highlight.id, baseRevision: 0, body: structuredClone(body) })).toEqual(
    first,
  )
  expect(stores.events).toEqual([])
})

test('removal is undone with everything, and purged when it is old', async () => {
  const stores = openStores()
  const { article, highlight } = await highlightOn(stores, 'pump')
  await stores.annotations.saveNote({ id: highlight.id, baseRevision: 0, body: noteOf('Handle') })
  await stores.annotations.update({ ids: [highlight.id], change: { tags: [tag('wells')] } })
  const before = await stores.annotations.list({ articleId: article.id })
  await stores.annotations.remove({ ids: [highlight.id] })
  expect(await stores.annotations.list({ articleId: article.id })).toEqual([])
  expect(found(stores, 'pump OR handl')).toEqual([])
  stores.annotationStore.purgeRemoved(stores.clock.now)
  await stores.annotations.restore({ ids: [highlight.id] })
  expect(await stores.annotations.list({ articleId: article.id })).toEqual(before)
  expect(new Set(found(stores, 'pump OR handl'))).toEqual(new Set(['highlight', 'note']))
  await stores.annotations.remove({ ids: [highlight.id] })
  stores.annotationStore.purgeRemoved(stores.clock.now + 1)
  stores.events.length = 0
  await expect(async () => stores.annotations.restore({ ids: [highlight.id] })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(stores.events).toEqual([])
})

test('words saved after a removal come back with it', async () => {
  const stores = openStores()
  const { article, highlight } = await highlightOn(stores, 'pump')
  await stores.annotations.remove({ ids: [highlight.id] })
  await stores.annotations.saveNote({ id: highlight.id, baseRevision: 0, body: noteOf('Late words') })
  expect(found(stores, 'late')).toEqual([])
  await stores.annotations.restore({ ids: [highlight.id] })
  expect(await stores.annotations.list({ articleId: article.id })).toMatchObject([{ body: noteOf('Late words') }])
  expect(found(stores, 'late')).toEqual(['note'])
})

test('an article note is restored in place of a blank one, and under a written one', async () => {
  const stores = openStores()
  const { id: articleId } = stores.addArticle()
  const begin = async (words: string) => {
    const note = await stores.annotations.articleNote({ articleId })
    await stores.annotations.saveNote({ id: note.id, baseRevision: note.revision, body: noteOf(words) })
    return note.id
  }
  const shown = async () => (await stores.annotations.list({ articleId })).map(({ id, body }) => ({ id, body }))
  const first = await begin('First')
  await stores.annotations.remove({ ids: [first] })
  await begin('')
  await stores.annotations.restore({ ids: [first] })
  expect(await shown()).toEqual([{ id: first, body: noteOf('First') }])

  await stores.annotations.remove({ ids: [first] })
  const second = await begin('Second')
  await stores.annotations.restore({ ids: [first] })
  expect(await shown()).toEqual([{ id: second, body: noteOf('Second\nFirst') }])
  await expect(async () => stores.annotations.restore({ ids: [first] })).rejects.toMatchObject({ code: 'not-found' })
  expect(await shown()).toEqual([{ id: second, body: noteOf('Second\nFirst') }])
})

test('all highlights of the library come by article, newest first, and can be narrowed', async () => {
  const stores = openStores()
  const made: AnnotationId[] = []
  for (const [at, colour] of (['yellow', 'green', 'yellow'] as const).entries()) {
    const { snapshotId, text } = stores.addArticle({ title: `Article ${at}`, addedAt: at })
    for (const words of ['pump', 'cholera']) {
      made.push((await stores.annotations.highlight({ target: targetOf(snapshotId, text, words), colour })).id)
    }
  }
  const [, c0, p1, , p2] = made
  if (c0 === undefined || p1 === undefined || p2 === undefined) throw new Error('Too few highlights')
  await stores.annotations.saveNote({ id: p1, baseRevision: 0, body: noteOf('Note') })
  await stores.annotations.update({ ids: [c0], change: { tags: [tag('Map')] } })
  const any = { colour: null, tag: null, topicId: null, withNote: null, orphaned: null, since: null }
  const none = { ...any, sort: 'article', offset: 0, limit: 100 } as const
  const everything = await stores.annotations.listAll(none)
  expect(everything.total).toBe(6)
  expect(everything.highlights.map((one) => [one.articleTitle, one.target.quote.exact])).toEqual([
    ['Article 2', 'cholera'],
    ['Article 2', 'pump'],
    ['Article 1', 'cholera'],
    ['Article 1', 'pump'],
    ['Article 0', 'cholera'],
    ['Article 0', 'pump'],
  ])
  const page = await stores.annotations.listAll({ ...none, offset: 4, limit: 1 })
  expect(page).toEqual({ total: 6, highlights: everything.highlights.slice(4, 5) })
  const ids = async (query: Partial<typeof none> | object) =>
    (await stores.annotations.listAll({ ...none, ...query })).highlights.map(({ id }) => id)
  expect(await ids({ colour: 'green' })).toHaveLength(2)
  expect(await ids({ withNote: true })).toEqual([p1])
  expect(await ids({ withNote: false })).toHaveLength(5)
  expect(await ids({ tag: tag('MAP') })).toEqual([c0])
  expect(await ids({ tag: tag('Map'), colour: 'green' })).toEqual([])
  const read = await stores.annotations.many({ ids: [p2, AnnotationId.parse(randomUUID()), c0] })
  expect(read.map(({ id, tags }) => [id, tags])).toEqual([
    [p2, []],
    [c0, ['Map']],
  ])
  const last = (await stores.articles.list({ view: { kind: 'all' }, sort: 'added', filter: '', offset: 0, limit: 1 }))
    .articles[0]
  if (last !== undefined) await stores.articles.trash({ ids: [last.id] })
  expect(await ids({})).toHaveLength(4)
  expect(stores.annotationStore.count()).toBe(4)
})

test('all highlights are narrowed by time and by topic, and sorted newest first', async () => {
  const stores = openStores()
  const made: AnnotationId[] = []
  const articles = [
    stores.addArticle({ title: 'Older', addedAt: 1 }),
    stores.addArticle({ title: 'Newer', addedAt: 2 }),
  ]
  for (const words of ['pump', 'cholera']) {
    for (const { snapshotId, text } of articles) {
      stores.clock.now += 1_000
      const target = targetOf(snapshotId, text, words)
      made.push((await stores.annotations.highlight({ target, colour: 'blue' })).id)
    }
  }
  const any = { colour: null, tag: null, topicId: null, withNote: null, orphaned: null, since: null }
  const ids = async (query: Partial<Parameters<typeof stores.annotations.listAll>[0]>) =>
    (await stores.annotations.listAll({ ...any, sort: 'newest', offset: 0, limit: 100, ...query })).highlights.map(
      ({ id }) => id,
    )
  const [first, second, third, fourth] = made
  expect(await ids({})).toEqual([fourth, third, second, first])
  expect(await ids({ sort: 'article' })).toEqual([fourth, second, third, first])
  expect(await ids({ since: stores.clock.now - 1_000 })).toEqual([fourth, third])
  expect(await ids({ since: stores.clock.now + 1 })).toEqual([])
  const outer = await stores.topics.create({ title: 'Medicine', parentId: null })
  const inner = await stores.topics.create({ title: 'Cholera', parentId: outer.id })
  await stores.topics.addArticles({ id: inner.id, articleIds: articles.slice(0, 1).map(({ id }) => id), before: null })
  expect(await ids({ topicId: outer.id })).toEqual([third, first])
  expect(await ids({ topicId: inner.id, since: stores.clock.now - 1_000 })).toEqual([third])
})

test('a damaged note body costs its formatting, not its words and not the other notes', async () => {
  const stores = openStores()
  const { article, highlight } = await highlightOn(stores, 'Snow mapped it')
  await stores.annotations.saveNote({ id: highlight.id, baseRevision: 0, body: noteOf('Kept words\nand more') })
  stores.db.prepare('UPDATE annotations SET body = ? WHERE id = ?').run('{"version":1,"blo', highlight.id)
  const [read] = await stores.annotations.list({ articleId: article.id })
  expect(read?.body).toEqual(noteOf('Kept words\nand more'))
})
