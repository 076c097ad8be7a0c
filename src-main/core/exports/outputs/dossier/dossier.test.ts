import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Answer } from '@shared/contract/ask'
import { ConversationId, QuestionId } from '@shared/domain/ids'
import { openOutputs } from '../../../../../tests/support/outputs'

async function openTopic() {
  const stores = openOutputs()
  const { topics, mark, annotations } = stores
  const topic = await topics.create({ title: 'Cholera', parentId: null })
  const nested = await topics.create({ title: 'Maps', parentId: topic.id })
  const licence = {
    statement: 'Free text',
    name: 'CC BY-SA 4.0',
    url: 'https://example.org/l',
    authorsUrl: null,
    changes: null,
  }
  const one = stores.addArticle({ title: 'The pump', byline: 'John Snow', publishedAt: '1854', licence, addedAt: 1 })
  const two = stores.addArticle({ title: 'The map', addedAt: 2, facts: [{ label: 'Scale', value: '30 inches', group: null, links: [], quantity: null }] }) // prettier-ignore
  await topics.addArticles({ id: topic.id, articleIds: [one.id], before: null })
  await topics.addArticles({ id: nested.id, articleIds: [two.id, one.id], before: null })
  const first = await mark(one, 'Broad Street pump')
  await mark(two, 'Dr Snow')
  await annotations.update({ ids: [first.id], change: { tags: ['cause'] } })
  return { ...stores, scope: { kind: 'topic' as const, id: topic.id } }
}

test('a topic becomes one document with what is nested in it, its sources and licences', async () => {
  const { made, scope } = await openTopic()
  const text = await made({ kind: 'markdown', scope, style: 'apa', by: 'article' })
  const order = ['# Cholera', '2 articles, 2 highlights', '### The pump', '> Broad Street pump', '## Maps', '### The map', '**Scale**: 30 inches', '> Dr Snow', '## Sources', 'Snow, J. (1854). *The pump*.', '## Licences', 'CC BY-SA 4.0'] // prettier-ignore
  const places = order.map((words) => text.indexOf(words))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(text.match(/^### The pump$/gmu)).toHaveLength(1)
})

test('highlights stand by tag where that is asked for, also as HTML', async () => {
  const { made, scope } = await openTopic()
  const text = await made({ kind: 'html', scope, style: 'mla', by: 'tag' })
  expect(text.indexOf('<h3>cause</h3>')).toBeGreaterThan(text.indexOf('Highlights by tag'))
  expect(text.indexOf('<h3>Without a tag</h3>')).toBeGreaterThan(text.indexOf('<h3>cause</h3>'))
  expect(text).not.toMatch(/<script|src="http/u)
})

test('a topic’s own note, and what was asked of it, stand in its dossier with the passages that answer', async () => {
  const { made, scope, notes, conversations, questions, articleStore, db } = await openTopic()
  const said = [
    { type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'What I think of ', marks: [] }, { type: 'text' as const, text: 'it', marks: ['bold' as const] }] },
    { type: 'list' as const, ordered: false, start: 1, items: [{ children: [{ type: 'text' as const, text: 'read Snow', marks: [] }], nested: null, checked: true }] },
  ] // prettier-ignore
  await notes.create({ topicId: scope.id, body: { version: 1, blocks: said } })
  const article = articleStore.many(articleStore.annotatedIds()).find(({ title }) => title === 'The pump')
  if (article === undefined) throw new Error('The article is not there.')
  const text = String(db.prepare('SELECT text FROM snapshots WHERE id = ?').pluck().get(article.snapshotId))
  const quote = 'the Broad Street pump was the cause'
  const start = text.indexOf(quote)
  const citation = {
    ...{ articleId: article.id, snapshotId: article.snapshotId, title: article.title, section: 'Causes', quote, score: 0.9 },
    ...{ start, end: start + quote.length, focus: { start: 0, end: quote.length } },
  } // prettier-ignore
  const answerOf = (given: object) =>
    Answer.parse({
      ...{ state: 'answer', short: { text: 'the Broad Street pump', start: 0, end: 21 }, citations: [citation], unknown: [] },
      ...{ confidence: 0.9, searched: { articles: 2, passages: 4 }, engine: 'embedded' },
      ...given,
    }) // prettier-ignore
  const conversationId = ConversationId.parse(randomUUID())
  conversations.add(conversationId, { kind: 'topic', topicId: scope.id }, 1)
  const ask = (asked: string, answer: Answer, askedAt: number, written: Parameters<typeof questions.add>[0]['written'] = null) =>
    questions.add({ id: QuestionId.parse(randomUUID()), conversationId, scope: { kind: 'topic', topicId: scope.id }, selected: null, text: asked, askedAt, answer, written }) // prettier-ignore
  ask('What was the cause?', answerOf({}), 1)
  ask('Who was # the mayor?', answerOf({ state: 'nothing', short: null, citations: [] }), 2)
  ask('Was it the air?', answerOf({ state: 'closest', short: null }), 3)

  const markdown = await made({ kind: 'markdown', scope, style: 'apa', by: 'article' })
  const order = ['# Cholera', '2 articles, 2 highlights, 3 questions', 'What I think of **it**', '- [x] read Snow', '### The pump', '## Questions and answers', '### What was the cause?', '**the Broad Street pump**', `> ${quote}`, '### Who was # the mayor?', 'Not found.', '### Was it the air?', 'Nothing answers this for certain', '## Sources', '## Licences'] // prettier-ignore
  const places = order.map((words) => markdown.indexOf(words))
  expect(order.filter((_, at) => places[at] === -1)).toEqual([])
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(markdown).toContain(`[The pump, Causes](lectern://open/${article.id}?at=${start}-${start + quote.length})`)
  const html = await made({ kind: 'html', scope, style: 'vancouver', by: 'tag' })
  for (const words of ['<strong>it</strong>', '<h3>What was the cause?</h3>', 'Not found.', quote]) expect(html).toContain(words) // prettier-ignore
  expect(html).not.toMatch(/<script|src="http/u)
})
