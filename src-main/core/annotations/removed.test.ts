import { expect, test } from 'vitest'
import { openStores, targetOf, unknownAnnotation } from '../../../tests/support/stores'
import { plainNote } from '@shared/text/note-text'

function setUp() {
  const stores = openStores()
  const article = stores.addArticle({ title: 'The pump' })
  const mark = async (words: string) =>
    (await stores.annotations.highlight({ target: targetOf(article.snapshotId, article.text, words), colour: 'green' }))
      .id
  return { ...stores, article, mark }
}

test('what was removed is listed with its words, note, tags and article, latest first', async () => {
  const { annotations, articles, article, mark, clock } = setUp()
  const first = await mark('cholera')
  const second = await mark('Broad Street pump')
  await annotations.saveNote({ id: first, baseRevision: 0, body: plainNote('Which strain?') })
  await annotations.update({ ids: [first], change: { tags: ['disease'] } })
  await annotations.remove({ ids: [first] })
  clock.now += 1000
  const note = await annotations.articleNote({ articleId: article.id })
  await annotations.saveNote({ id: note.id, baseRevision: 0, body: plainNote('On the whole') })
  await annotations.remove({ ids: [second, note.id] })
  const { total, annotations: all } = await annotations.removed({ limit: 10 })
  expect(total).toBe(3)
  expect(all.slice(-1)).toEqual([
    {
      ...{ id: first, kind: 'highlight', articleId: article.id, articleTitle: 'The pump', articleRemoved: false },
      ...{ colour: 'green', words: 'cholera', note: 'Which strain?', tags: ['disease'], removedAt: clock.now - 1000 },
    },
  ])
  expect(all.slice(0, 2)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: second, words: 'Broad Street pump', note: '' }),
      expect.objectContaining({ id: note.id, kind: 'article-note', colour: null, words: '', note: 'On the whole' }),
    ]),
  )
  expect((await annotations.removed({ limit: 1 })).annotations).toHaveLength(1)
  await articles.trash({ ids: [article.id] })
  expect((await annotations.removed({ limit: 10 })).annotations.every(({ articleRemoved }) => articleRemoved)).toBe(
    true,
  )
})

test('a note that never said anything is not in Trash', async () => {
  const { annotations, article } = setUp()
  const note = await annotations.articleNote({ articleId: article.id })
  await annotations.remove({ ids: [note.id] })
  expect(await annotations.removed({ limit: 10 })).toEqual({ total: 0, annotations: [] })
})

test('only what was removed is deleted for good, with all that belonged to it', async () => {
  const { annotations, mark, db } = setUp()
  const [gone, live] = [await mark('cholera'), await mark('pump')]
  await annotations.saveNote({ id: gone, baseRevision: 0, body: plainNote('one') })
  await annotations.saveNote({ id: gone, baseRevision: 1, body: plainNote('two') })
  await annotations.remove({ ids: [gone] })
  await annotations.deleteForever({ ids: [live] })
  await annotations.deleteForever({ ids: null })
  expect(await annotations.many({ ids: [gone, live] })).toMatchObject([{ id: live }])
  for (const table of ['annotation_targets', 'note_revisions']) {
    expect(db.prepare(`SELECT count(*) FROM ${table} WHERE annotation_id = ?`).pluck().get(gone)).toBe(0)
  }
})

test('restoring says what was deleted for good since, and brings back the rest', async () => {
  const { annotations, articles, notes, topics, article, mark } = setUp()
  const [gone, kept] = [await mark('cholera'), await mark('pump')]
  await annotations.remove({ ids: [gone, kept] })
  await annotations.deleteForever({ ids: [gone] })
  await expect(async () => annotations.restore({ ids: [gone, kept] })).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('Of 2 highlights and notes, 1 was deleted for good') as unknown,
  })
  expect(await annotations.many({ ids: [gone, kept] })).toMatchObject([{ id: kept }])
  // What is back already, as by another window, is no failure.
  await annotations.restore({ ids: [kept] })
  await expect(async () => annotations.restore({ ids: [unknownAnnotation()] })).rejects.toThrow(/cannot be restored/u)

  const note = await notes.create({ topicId: null, body: plainNote('A note') })
  await notes.remove({ ids: [note.id] })
  await notes.deleteForGood({ ids: null })
  await expect(async () => notes.restore({ ids: [note.id] })).rejects.toThrow('This note was deleted for good')
  const topic = await topics.create({ title: 'City', parentId: null })
  await topics.remove({ ids: [topic.id] })
  await topics.deleteForever({ ids: [topic.id] })
  await expect(async () => topics.restore({ ids: [topic.id] })).rejects.toThrow('This topic was deleted for good')
  await articles.trash({ ids: [article.id] })
  await articles.emptyTrash(undefined)
  await expect(async () => articles.restore({ ids: [article.id] })).rejects.toThrow('This article was deleted for good')
})
