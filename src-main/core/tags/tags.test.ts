import { expect, test } from 'vitest'
import { Tag } from '@shared/domain/tag'
import { NoteDocument } from '@shared/domain/note-document'
import { openStores, targetOf } from '../../../tests/support/stores'

function library() {
  const stores = openStores()
  const { articles, annotations, db } = stores
  const article = async (...tags: string[]) => {
    const added = stores.addArticle()
    await articles.update({ ids: [added.id], change: { addTags: tags } })
    return added
  }
  const highlight = async (of: { snapshotId: Parameters<typeof targetOf>[0]; text: string }, ...tags: string[]) => {
    const made = await annotations.highlight({ target: targetOf(of.snapshotId, of.text, 'cholera'), colour: 'blue' })
    await annotations.update({ ids: [made.id], change: { tags } })
    return made
  }
  const note = (id: string, ...tags: string[]) => {
    db.prepare('INSERT INTO notes (id, created_at, updated_at) VALUES (?, 0, 0)').run(id)
    for (const tag of tags) db.prepare('INSERT INTO note_tags VALUES (?, ?)').run(id, tag)
  }
  const tagsOf = async (id: Parameters<typeof articles.get>[0]['id']) => (await articles.get({ id })).tags
  const noteTags = () => db.prepare('SELECT tag FROM note_tags ORDER BY tag').pluck().all()
  const names = async () => (await stores.tags.list()).map(({ tag }) => tag)
  return { ...stores, article, highlight, note, tagsOf, noteTags, names }
}

const NOTE = '11111111-1111-4111-8111-111111111111'

test('tags are listed by name with those they are nested in, and count each thing once', async () => {
  const { tags, articles, article, highlight, note } = library()
  const one = await article('History', 'history/medicine', 'maps')
  await highlight(one, 'history/medicine', 'maps')
  const two = await article('history/cities')
  note(NOTE, 'History/medicine')
  expect(await tags.list()).toEqual([
    { tag: 'History', colour: null, articles: 2, annotations: 1, notes: 1 },
    { tag: 'History/cities', colour: null, articles: 1, annotations: 0, notes: 0 },
    { tag: 'History/medicine', colour: null, articles: 1, annotations: 1, notes: 1 },
    { tag: 'maps', colour: null, articles: 1, annotations: 1, notes: 0 },
  ])
  const shown = await articles.ids({ view: { kind: 'tag', tag: 'history' }, sort: 'added', filter: '' })
  expect(new Set(shown)).toEqual(new Set([one.id, two.id]))
})

test('a tag is renamed on articles, highlights and notes alike, with those nested in it; undo puts all back', async () => {
  const { tags, annotations, article, highlight, note, tagsOf, noteTags, names } = library()
  const one = await article('maps', 'maps/old')
  await highlight(one, 'maps')
  note(NOTE, 'maps/old')
  const before = await tags.list()
  const change = await tags.rename({ tag: 'Maps', to: 'cartography' })
  expect(change.items).toBe(3)
  expect(await tagsOf(one.id)).toEqual(['cartography', 'cartography/old'])
  expect((await annotations.list({ articleId: one.id }))[0]?.tags).toEqual(['cartography'])
  expect(noteTags()).toEqual(['cartography/old'])
  expect(await names()).toEqual(['cartography', 'cartography/old'])
  await tags.undo({ id: change.id })
  expect(await tags.list()).toEqual(before)
  expect(() => tags.undo({ id: change.id })).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test('renaming to a tag in use merges them; undo parts them again, with what carried both', async () => {
  const { tags, article, tagsOf } = library()
  const [one, both, two] = [await article('disease'), await article('disease', 'illness'), await article('illness')]
  const change = await tags.rename({ tag: 'disease', to: 'Illness' })
  for (const { id } of [one, both, two]) expect(await tagsOf(id)).toEqual(['illness'])
  const later = await article('illness')
  await tags.undo({ id: change.id })
  expect(await tagsOf(one.id)).toEqual(['disease'])
  expect(await tagsOf(both.id)).toEqual(['disease', 'illness'])
  expect(await tagsOf(two.id)).toEqual(['illness'])
  expect(await tagsOf(later.id)).toEqual(['illness'])
})

test('case alone can be changed; a tag can be nested in another, in itself, and taken out', async () => {
  const { tags, article, tagsOf } = library()
  const { id } = await article('snow', 'snow/b')
  await tags.rename({ tag: 'snow', to: 'Snow' })
  expect(await tagsOf(id)).toEqual(['Snow', 'Snow/b'])
  await tags.rename({ tag: 'Snow', to: 'Snow/b' })
  expect(await tagsOf(id)).toEqual(['Snow/b', 'Snow/b/b'])
  await tags.rename({ tag: 'Snow/b', to: 'Snow' })
  expect(await tagsOf(id)).toEqual(['Snow', 'Snow/b'])
  await tags.rename({ tag: 'Snow', to: 'people/Snow' })
  expect(await tagsOf(id)).toEqual(['people/Snow', 'people/Snow/b'])
})

test('a tag is removed with those nested in it, stays in the list of removals, and comes back', async () => {
  const { tags, article, tagsOf, clock, tagStore } = library()
  const { id } = await article('a', 'a/b', 'ab')
  await tags.setColour({ tag: 'a', colour: 'green' })
  const { id: change } = await tags.remove({ tag: 'A' })
  expect(await tagsOf(id)).toEqual(['ab'])
  expect(await tags.removed()).toEqual([{ id: change, tag: 'A', items: 1, removedAt: clock.now }])
  await tags.undo({ id: change })
  expect(await tagsOf(id)).toEqual(['a', 'a/b', 'ab'])
  expect((await tags.list())[0]).toMatchObject({ tag: 'a', colour: 'green' })
  await tags.remove({ tag: 'ab' })
  tagStore.purgeChanges(clock.now + 1)
  expect(await tags.removed()).toEqual([])
})

test('a colour goes with its tag, gives way to one that is there, and comes back', async () => {
  const { tags, article } = library()
  await article('a', 'b')
  await tags.setColour({ tag: 'A', colour: 'pink' })
  const colours = async () => (await tags.list()).map(({ tag, colour }) => [tag, colour])
  const { id } = await tags.rename({ tag: 'a', to: 'c' })
  expect(await colours()).toEqual([
    ['b', null],
    ['c', 'pink'],
  ])
  await tags.setColour({ tag: 'b', colour: 'blue' })
  await tags.rename({ tag: 'c', to: 'b' })
  expect(await colours()).toEqual([['b', 'blue']])
  await tags.undo({ id })
  await tags.setColour({ tag: 'b', colour: null })
  expect(await colours()).toEqual([['b', null]])
})

test('the text of notes follows: a renamed tag is renamed in it, a removed one stays as a word', async () => {
  const { tags, annotations, article } = library()
  const { id: articleId } = await article('x')
  const { id } = await annotations.articleNote({ articleId })
  const body = NoteDocument.parse({
    version: 1,
    blocks: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'see ', marks: [] },
          { type: 'tag', tag: 'maps/old' },
        ],
      },
    ],
  })
  await annotations.saveNote({ id, baseRevision: 0, body })
  await annotations.update({ ids: [id], change: { tags: ['maps/old'] } })
  const read = async () => (await annotations.list({ articleId }))[0]
  const renamed = await tags.rename({ tag: 'maps', to: 'charts' })
  expect((await read())?.body?.blocks[0]).toMatchObject({ children: [{}, { type: 'tag', tag: 'charts/old' }] })
  await tags.undo({ id: renamed.id })
  expect((await read())?.body).toEqual(body)
  const removed = await tags.remove({ tag: 'maps' })
  expect((await read())?.body?.blocks[0]).toMatchObject({ children: [{}, { type: 'text', text: 'maps/old' }] })
  expect((await read())?.revision).toBe(4)
  // What a person wrote since is kept.
  const own = NoteDocument.parse({ version: 1, blocks: [{ type: 'paragraph', children: [] }] })
  await annotations.saveNote({
    id,
    baseRevision: 4,
    body: { ...own, blocks: [{ type: 'quote', children: [{ type: 'text', text: 'mine', marks: [] }] }] },
  })
  await tags.undo({ id: removed.id })
  expect((await read())?.body?.blocks[0]).toMatchObject({ type: 'quote' })
  expect((await read())?.tags).toEqual(['maps/old'])
})

test('a tag that nothing carries is not found', () => {
  const { tags, events } = library()
  for (const run of [() => tags.rename({ tag: 'a', to: 'b' }), () => tags.remove({ tag: 'a' })])
    expect(run).toThrow(expect.objectContaining({ code: 'not-found' }))
  expect(events).toEqual([])
})

test('new tags are spelled as those they are nested in', async () => {
  const { article, tagsOf } = library()
  await article('History')
  const { id } = await article('history/Medicine', 'HISTORY/medicine/old', Tag.parse(' #history / '))
  expect(await tagsOf(id)).toEqual(['History', 'History/Medicine', 'History/Medicine/old'])
})
