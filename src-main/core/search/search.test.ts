import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ConversationId, NoteId, QuestionId } from '@shared/domain/ids'
import { marked, note, openSearch, titles } from '../../../tests/support/search'
import { targetOf } from '../../../tests/support/stores'
import { createArticleIndexing } from '../articles/article-indexing-store'

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

test('finds notes that stand alone and answers, and forgets them', async () => {
  const { index, topics, db, find } = openSearch()
  const topic = await topics.create({ title: 'Water', parentId: null })
  const noteId = NoteId.parse(randomUUID())
  const questionId = QuestionId.parse(randomUUID())
  const conversationId = ConversationId.parse(randomUUID())
  const own = {
    noteId,
    topicId: topic.id,
    title: 'Wells',
    text: 'A deep aquifer below.',
    tags: ['geology'],
    writtenAt: 5,
  }
  const answer = { questionId, conversationId, articleId: null, topicId: topic.id, question: 'Who dug it?', answer: 'Miners dug the aquifer.', writtenAt: 6 } // prettier-ignore
  db.transaction(() => {
    index.putNote(own)
    index.putNote(own)
    index.putAnswer(answer)
  })()
  const results = await find('aquifer')
  expect(results.notes).toMatchObject({
    total: 1,
    hits: [{ kind: 'own-note', noteId, topicId: topic.id, title: { text: 'Wells' } }],
  })
  expect(results.answers).toMatchObject({ total: 1, hits: [{ kind: 'answer', questionId, conversationId }] })
  expect((await find('topic:water in:answers')).answers.total).toBe(1)
  expect((await find('site:example.org aquifer')).notes.total).toBe(0)
  db.transaction(() => {
    index.removeNote(noteId)
    index.removeAnswer(questionId)
  })()
  expect((await find('aquifer')).notes.total).toBe(0)
  expect(db.prepare('SELECT count(*) FROM search_index_own_docsize').pluck().get()).toBe(0)
})

test.each([
  ['cholrea', 'cholera'],
  ['Colera ', 'cholera'],
  ['epidmeiology maps ', 'epidemiology maps'],
  ['hepidemiology ', 'epidemiology'],
  ['brodstreet ', null],
  ['broadpump ', 'broad pump'],
  ['lodz', null],
  ['epidemi', null],
])('offers words of the library for %s', async (typed, meant) => {
  const { addArticle, find } = openSearch()
  addArticle({ text: 'Cholera and epidemiology: the maps of a broad pump in Łódź.' })
  const { didYouMean, articles } = await find(typed)
  expect(didYouMean?.text.trim() ?? null).toBe(meant)
  if (meant !== null) expect([didYouMean?.shown, articles.total]).toEqual([true, 1])
})

test('offers the word as the library spells it, and leaves filters as they are', async () => {
  const { addArticle, articles, find } = openSearch()
  const { id } = addArticle({ text: 'La théorie des épidémies.' })
  await articles.update({ ids: [id], change: { addTags: ['a b'] } })
  expect((await find('tag:"a b" epdiemies ')).didYouMean).toEqual({ text: 'tag:"a b" épidémies ', shown: true })
})

test.each([
  ['de', 'Die Regierungen der Länder sprachen über Häuser.', ['regierung', 'Land', 'haus', 'hauses']],
  ['fr', 'Les nationales ont publié des journaux.', ['national', 'publier', 'journal']],
  ['es', 'Las ciudades crecieron con las revoluciones.', ['ciudad', 'revolución', 'revolucion']],
  ['ru', 'Новые города росли быстро.', ['город', 'городов', 'новый']],
])('finds other forms of words of %s', async (language, text, queries) => {
  const { addArticle, db, index, find } = openSearch()
  const { id } = addArticle({ text })
  db.prepare('UPDATE articles SET language = ?').run(language)
  createArticleIndexing(db, index)([id])
  for (const query of queries) expect([query, (await find(`${query} `)).articles.total]).toEqual([query, 1])
  const [hit] = (await find(`${queries[0] ?? ''} `)).articles.hits
  expect(hit?.excerpt.marks).toHaveLength(1)
})

test('finds any substring of scripts without spaces', async () => {
  const { addArticle, find } = openSearch()
  const texts = [
    '中国人民在1949年站起来了',
    '東京タワーは高い',
    'ภาษาไทยเขียนติดกัน',
    'ພາສາລາວ',
    'ភាសាខ្មែរ',
    'မြန်မာဘာသာ',
    '서울특별시청',
  ]
  for (const text of texts) {
    const { id } = addArticle({ text, title: text.slice(0, 0) || 'T' })
    const graphemes = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)
    for (let from = 0; from < graphemes.length; from += 1) {
      for (const length of [1, 2, 3, 5]) {
        const part = graphemes.slice(from, from + length).join('')
        // A number is a word, which is found from its beginning; a vowel sign stands on a letter.
        if (/^\p{M}/u.test(part) || (/\d/u.test(part) && !part.includes('1949'))) continue
        const found = (await find(part)).articles.hits
        expect([part, found.some((hit) => hit.kind === 'article' && hit.articleId === id)]).toEqual([part, true])
      }
    }
  }
})

test('never fails, whatever is typed', async () => {
  const { addArticle, find } = openSearch()
  addArticle()
  const pieces = fc.constantFrom('tag:', 'topic:', '-', '"', 'in:notes', 'colour:', 'is:', 'before:', '2024-02-31', ' ', 'pump', '国', '(', '*', ':', '\u0000', '“', '\ud800') // prettier-ignore
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 10 }).map((all) => all.join('')),
  )
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      const { articles } = await find(typed.slice(0, 1000))
      expect(articles.total).toBeGreaterThanOrEqual(articles.hits.length)
    }),
    { numRuns: 60 },
  )
}, 90_000)
