import { expect, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { ArticleId, AssetId, NoteId } from '@shared/domain/ids'
import type { Inline, LinkTarget, NoteDocument } from '@shared/domain/note-document'
import { plainNote } from '@shared/text/note-text'
import { openStores, targetOf } from '../../../tests/support/stores'
import { createImportStore } from '../imports/storing/import-store'

const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const note = (...children: Inline[]): NoteDocument => ({ version: 1, blocks: [{ type: 'paragraph', children }] })
const words = (text: string): Inline => ({ type: 'text', text, marks: [] })
const link = (target: LinkTarget, title = 'then'): Inline => ({ type: 'reference', target, title })
const UNKNOWN = NoteId.parse('00000000-0000-4000-8000-000000000000')

async function codeOf(run: () => unknown): Promise<string> {
  try {
    await run()
    return 'nothing was thrown'
  } catch (error) {
    return error instanceof LecternError ? error.code : 'not a LecternError'
  }
}

test('a note is made, saved by revision, and called by its first line', async () => {
  const { notes, events } = openStores()
  const made = await notes.create({ topicId: null, body: null })
  expect(made).toMatchObject({ title: '', body: null, revision: 0, topicId: null, tags: [], removedAt: null })
  // Nothing was written: it may have been made by mistake.
  expect(await notes.list({ tag: null, inTrash: false })).toEqual([])
  await notes.save({ id: made.id, baseRevision: 0, body: plainNote('\n  The  pump \nwas the cause') })
  expect(await notes.get({ id: made.id })).toMatchObject({ title: 'The pump', revision: 1 })
  expect(await notes.list({ tag: null, inTrash: false })).toMatchObject([
    { title: 'The pump', excerpt: 'was the cause' },
  ])
  expect(await codeOf(() => notes.save({ id: made.id, baseRevision: 0, body: plainNote('other') }))).toBe(
    'note-conflict',
  )
  expect(await codeOf(() => notes.save({ id: UNKNOWN, baseRevision: 0, body: plainNote('x') }))).toBe('not-found')
  expect(events.filter(({ name }) => name === 'notes.changed')).toHaveLength(2)
})

test('a note goes to Trash with everything, comes back, and only from there goes for good', async () => {
  const { notes, db } = openStores()
  const { id } = await notes.create({ topicId: null, body: note(words('Kept '), { type: 'tag', tag: 'soho' }) })
  await notes.deleteForGood({ ids: [id] })
  await notes.remove({ ids: [id] })
  expect(await notes.list({ tag: null, inTrash: false })).toEqual([])
  expect(await notes.list({ tag: null, inTrash: true })).toMatchObject([{ id, title: 'Kept #soho' }])
  expect(db.prepare('SELECT count(*) FROM search_rows WHERE note_id = ?').pluck().get(id)).toBe(0)
  await notes.restore({ ids: [id] })
  expect(await notes.get({ id })).toMatchObject({ tags: ['soho'], removedAt: null })
  await notes.remove({ ids: [id] })
  await notes.deleteForGood({ ids: null })
  expect(await codeOf(() => notes.get({ id }))).toBe('not-found')
})

test('tags written in a note are its tags for as long as they stand there; those given by hand stay', async () => {
  const { notes } = openStores()
  const { id } = await notes.create({ topicId: null, body: note(words('on '), { type: 'tag', tag: 'Medicine' }) })
  await notes.update({ ids: [id], change: { tags: ['Medicine', 'by hand'] } })
  await notes.save({
    id,
    baseRevision: 1,
    body: note({ type: 'tag', tag: 'medicine' }, { type: 'tag', tag: 'London' }),
  })
  expect((await notes.get({ id })).tags).toEqual(['London', 'Medicine', 'by hand'])
  await notes.save({ id, baseRevision: 2, body: note(words('nothing')) })
  expect((await notes.get({ id })).tags).toEqual(['by hand'])
})

test('tags written in the note of a highlight are tags of the highlight', async () => {
  const { annotations, addArticle, annotationStore } = openStores()
  const { snapshotId, text } = addArticle()
  const { id } = await annotations.highlight({ target: targetOf(snapshotId, text, 'pump'), colour: 'pink' })
  await annotations.saveNote({ id, baseRevision: 0, body: note({ type: 'tag', tag: 'history/soho' }) })
  expect(annotationStore.get(id)?.tags).toEqual(['history/soho'])
})

test('links know what they lead to and what leads to them, whatever kind of note they stand in', async () => {
  const { notes, annotations, addArticle, clock } = openStores()
  const { id: articleId, snapshotId, text } = addArticle({ title: 'The pump' })
  const article = { kind: 'article', id: articleId } as const
  const { id } = await notes.create({
    topicId: null,
    body: note(words('Snow went to '), link(article), words(' twice')),
  })
  const own = { kind: 'note', id } as const
  const highlight = await annotations.highlight({ target: targetOf(snapshotId, text, 'pump'), colour: 'pink' })
  clock.now += 1000
  await annotations.saveNote({
    id: highlight.id,
    baseRevision: 0,
    body: note(link(article), words(' and '), link(own)),
  })

  expect(await notes.backlinks({ target: article })).toMatchObject([
    { source: { kind: 'highlight', articleId, annotationId: highlight.id }, title: 'The pump' },
    { source: { kind: 'note', noteId: id }, excerpt: 'Snow went to then twice' },
  ])
  expect(await notes.backlinks({ target: own })).toHaveLength(1)
  const gone = { kind: 'article', id: ArticleId.parse(UNKNOWN) } as const
  expect((await notes.titles({ targets: [gone, own, article] })).map(({ state }) => state)).toEqual([
    'missing',
    'here',
    'here',
  ])
  await notes.remove({ ids: [id] })
  expect((await notes.titles({ targets: [own] }))[0]?.state).toBe('in-trash')
  expect(await notes.backlinks({ target: article })).toHaveLength(1)
  await annotations.remove({ ids: [highlight.id] })
  expect(await notes.backlinks({ target: article })).toEqual([])
  await annotations.restore({ ids: [highlight.id] })
  expect(await notes.backlinks({ target: article })).toHaveLength(1)
})

test('links are suggested by the words of a title, the beginning first, whatever the accents', async () => {
  const { notes, addArticle, clock } = openStores()
  for (const title of ['A map of cholera', 'Cholera in Soho', 'Rivière cholérique', 'Bridges']) {
    addArticle({ title })
    clock.now += 1000
  }
  await notes.create({ topicId: null, body: plainNote('cholera plans') })
  const titles = async (text: string) => (await notes.suggest({ text, limit: 8 })).map(({ title }) => title)
  expect(await titles('chol')).toEqual(['cholera plans', 'Cholera in Soho', 'Rivière cholérique', 'A map of cholera'])
  expect(await titles('riviere')).toEqual(['Rivière cholérique'])
  expect((await titles(''))[0]).toBe('cholera plans')
  expect(await titles('nothing like it')).toEqual([])
})

test('a picture is kept once, by what its bytes are, and no sweep takes it while its note is there or in Trash', async () => {
  const { notes, db, index, annotationStore } = openStores()
  const imports = createImportStore(db, index, annotationStore)
  const { asset } = await notes.addImage({ bytes: PNG })
  expect(await notes.addImage({ bytes: PNG })).toEqual({ asset })
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  expect(await codeOf(() => notes.addImage({ bytes: svg }))).toBe('unsupported-format')
  const body: NoteDocument = { version: 1, blocks: [{ type: 'image', asset: AssetId.parse(asset), alt: '' }] }
  const { id } = await notes.create({ topicId: null, body })
  expect(imports.referencedAssets()).toContain(asset)
  // Taken out of the text: undo puts it back.
  await notes.save({ id, baseRevision: 1, body: plainNote('no picture') })
  await notes.remove({ ids: [id] })
  expect(imports.referencedAssets()).toContain(asset)
  await notes.deleteForGood({ ids: [id] })
  expect(imports.referencedAssets()).not.toContain(asset)
})

test('notes of a topic are listed with it and stand alone once it is deleted for good', async () => {
  const { notes, topics, db } = openStores()
  const { id: topicId } = await topics.create({ title: 'Water', parentId: null })
  const { id } = await notes.create({ topicId, body: plainNote('In a topic') })
  await notes.create({ topicId: null, body: plainNote('Alone') })
  expect((await notes.list({ topicId, tag: null, inTrash: false })).map(({ title }) => title)).toEqual(['In a topic'])
  expect((await notes.list({ topicId: null, tag: null, inTrash: false })).map(({ title }) => title)).toEqual(['Alone'])
  db.prepare('DELETE FROM topics WHERE id = ?').run(topicId)
  expect((await notes.get({ id })).topicId).toBeNull()
})

test('a note in which nothing was ever written goes by itself', async () => {
  const { notes, noteStore, clock } = openStores()
  const blank = await notes.create({ topicId: null, body: null })
  const written = await notes.create({ topicId: null, body: plainNote('words') })
  noteStore.purgeBlank(clock.now + 1)
  expect(noteStore.get(blank.id)).toBeUndefined()
  expect(noteStore.get(written.id)).toBeDefined()
})
