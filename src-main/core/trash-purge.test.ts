import { expect, test } from 'vitest'
import { plainNote } from '@shared/text/note-text'
import { addText, openTestLibrary } from '../../tests/support/library'

const DAY = 24 * 60 * 60 * 1000
const TEXT = 'Water was carried from the river to every house of the upper town, by hand and in the open. '.repeat(6)

/** A library in which one of everything was deleted now. */
async function deleted() {
  const library = openTestLibrary()
  const { client } = library
  const article = await addText(library, `The river\n\n${TEXT}`)
  const other = await addText(library, `The well\n\n${TEXT.toUpperCase()}`)
  const target = async () => {
    const words = 'Water'
    const all = await client.ask.answer({ text: 'water river', scope: { kind: 'article', articleId: article.id } })
    const at = all.citations[0]
    if (!at) throw new Error('Nothing was found')
    const offset = at.start + at.quote.indexOf(words)
    return {
      snapshotId: article.snapshotId,
      position: { start: offset, end: offset + words.length },
      quote: { exact: words, prefix: '', suffix: '' },
    }
  }
  const highlight = await client.annotations.highlight({ target: await target(), colour: 'blue' })
  await client.annotations.saveNote({ id: highlight.id, baseRevision: 0, body: plainNote('Said of it') })
  await client.annotations.remove({ ids: [highlight.id] })
  const note = await client.notes.create({ body: plainNote('On its own') })
  await client.notes.remove({ ids: [note.id] })
  const topic = await client.topics.create({ title: 'City' })
  await client.topics.remove({ ids: [topic.id] })
  await client.articles.update({ ids: [article.id], change: { addTags: ['water'] } })
  await client.tags.remove({ tag: 'water' })
  const search = await client.savedSearches.create({ name: 'Water', text: 'water' })
  await client.savedSearches.remove({ id: search.id })
  const place = { kind: 'article', articleId: article.id } as const
  const ask = (conversationId: null | Awaited<ReturnType<typeof client.ask.question>>['conversationId']) =>
    client.ask.question({ conversationId, place, scope: place, text: 'Who carried the water?' })
  const removed = await ask(null)
  await client.conversations.remove({ id: removed.conversationId })
  const asked = await ask(null)
  const second = await ask(asked.conversationId)
  await client.ask.remove({ id: second.id })
  await client.articles.trash({ ids: [other.id] })
  return { ...library, ids: { highlight, note, topic, search, conversation: removed, question: second, other } }
}

/** How many of each kind lie in Trash. */
async function inTrash({ client }: Pick<ReturnType<typeof openTestLibrary>, 'client'>) {
  const view = { kind: 'trash' } as const
  return {
    articles: (await client.articles.ids({ view, sort: 'added', filter: '' })).length,
    annotations: (await client.annotations.removed({})).total,
    notes: (await client.notes.list({ inTrash: true })).length,
    topics: (await client.topics.removed()).length,
    tags: (await client.tags.removed()).length,
    searches: (await client.savedSearches.removed()).length,
    conversations: (await client.conversations.trashed()).length,
    questions: (await client.ask.removed()).length,
  }
}

const kinds = ['articles', 'annotations', 'notes', 'topics', 'tags', 'searches', 'conversations', 'questions']
const all = (count: number) => Object.fromEntries(kinds.map((kind) => [kind, count]))

test('all that is deleted is in Trash for 30 days, and gone after them', async () => {
  const { folder, clock, close, ...library } = await deleted()
  expect(await inTrash(library)).toEqual(all(1))
  await close()
  const later = openTestLibrary({ folder, clock: { now: clock.now + 30 * DAY - 1000 } })
  expect(await inTrash(later)).toEqual(all(1))
  await later.close()
  const after = openTestLibrary({ folder, clock: { now: clock.now + 30 * DAY + 1000 } })
  expect(await inTrash(after)).toEqual(all(0))
})

test('all that is deleted comes back whole', async () => {
  const { ids, ...library } = await deleted()
  const { client } = library
  await client.annotations.restore({ ids: [ids.highlight.id] })
  await client.notes.restore({ ids: [ids.note.id] })
  await client.topics.restore({ ids: [ids.topic.id] })
  for (const { id } of await client.tags.removed()) await client.tags.undo({ id })
  await client.savedSearches.restore({ id: ids.search.id })
  await client.conversations.restore({ id: ids.conversation.conversationId })
  await client.ask.restore({ id: ids.question.id })
  await client.articles.restore({ ids: [ids.other.id] })
  expect(await inTrash(library)).toEqual(all(0))
  expect(await client.annotations.many({ ids: [ids.highlight.id] })).toMatchObject([
    { revision: 1, body: plainNote('Said of it') },
  ])
  expect(await client.savedSearches.list()).toMatchObject([{ name: 'Water' }])
  expect((await client.tags.list()).map(({ tag }) => tag)).toEqual(['water'])
})

test('all that is deleted can be deleted for good at once, and says so when it is to come back', async () => {
  const { ids, ...library } = await deleted()
  const { client } = library
  await client.articles.emptyTrash()
  await client.annotations.deleteForever({ ids: null })
  await client.notes.deleteForGood({ ids: null })
  await client.conversations.deleteForever({ ids: null })
  await client.ask.deleteForever({ ids: null })
  await client.savedSearches.deleteForever({ ids: null })
  await client.topics.deleteForever({ ids: [ids.topic.id] })
  const tags = (await client.tags.removed()).map(({ id }) => id)
  await client.tags.forget({ ids: tags })
  expect(await inTrash(library)).toEqual(all(0))
  const back = [
    () => client.annotations.restore({ ids: [ids.highlight.id] }),
    () => client.notes.restore({ ids: [ids.note.id] }),
    () => client.topics.restore({ ids: [ids.topic.id] }),
    ...tags.map((id) => () => client.tags.undo({ id })),
    () => client.savedSearches.restore({ id: ids.search.id }),
    () => client.conversations.restore({ id: ids.conversation.conversationId }),
    () => client.ask.restore({ id: ids.question.id }),
    () => client.articles.restore({ ids: [ids.other.id] }),
  ]
  for (const restore of back) await expect(restore()).rejects.toMatchObject({ code: 'not-found' })
})
