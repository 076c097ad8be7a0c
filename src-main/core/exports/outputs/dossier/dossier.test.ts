import { expect, test } from 'vitest'
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
