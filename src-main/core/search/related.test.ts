import { expect, test } from 'vitest'
import { note, openSearch } from '../../../tests/support/search'
import { targetOf } from '../../../tests/support/stores'

test('finds articles that are like a highlight with its note, and like a note, even an empty one', async () => {
  const { addArticle, handlers, annotations, notes } = openSearch()
  const first = addArticle({ text: 'Cholera spread from the Broad Street pump.' })
  const second = addArticle({ text: 'Snow, a physician, traced cholera to a pump on Broad Street.' })
  addArticle({ text: 'Flour, water and salt make a loaf.' })
  const ids = async (to: Parameters<typeof handlers.related>[0]['to']) =>
    (await handlers.related({ to, limit: 5 })).map(({ articleId }) => articleId)
  const target = targetOf(first.snapshotId, first.text, 'Broad Street pump')
  const { id } = await annotations.highlight({ target, colour: 'blue' })
  expect(await ids({ kind: 'annotation', annotationId: id })).toEqual([second.id])
  const written = await notes.create({ topicId: null, body: note('A pump on Broad Street and cholera') })
  expect(await ids({ kind: 'own-note', noteId: written.id })).toEqual(expect.arrayContaining([first.id, second.id]))
  const empty = await notes.create({ topicId: null, body: null })
  expect(await ids({ kind: 'own-note', noteId: empty.id })).toEqual([])
  const long = await notes.create({ topicId: null, body: note('word '.repeat(300)) })
  const { words } = await handlers.subject({ to: { kind: 'own-note', noteId: long.id } })
  expect(words).toMatch(/^(?:word ){20,}word…$/u)
})

test('finds articles that speak of the same thing, and says by which words', async () => {
  const { addArticle, handlers } = openSearch()
  const first = addArticle({
    title: 'Cholera in Soho',
    text: 'Cholera spread from the Broad Street pump, said the physician John Snow.',
  })
  const second = addArticle({
    title: 'John Snow',
    text: 'The physician Snow traced cholera to a pump on Broad Street.',
  })
  addArticle({ title: 'Bread', text: 'Flour, water and salt make a loaf on any street.' })
  const like = await handlers.related({ to: { kind: 'article', articleId: first.id }, limit: 5 })
  expect(like.map(({ articleId }) => articleId)).toEqual([second.id])
  expect(like[0]?.shared.length).toBeGreaterThan(2)
  const ofPassage = { kind: 'passage', articleId: first.id, start: 0, end: first.text.length } as const
  expect((await handlers.related({ to: ofPassage, limit: 5 })).map(({ articleId }) => articleId)).toEqual([second.id])
  expect(await handlers.subject({ to: ofPassage })).toEqual({
    articleId: first.id,
    title: 'Cholera in Soho',
    words: first.text,
  })
})
