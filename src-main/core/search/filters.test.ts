import { expect, test } from 'vitest'
import { note, openSearch, titles } from '../../../tests/support/search'
import { targetOf } from '../../../tests/support/stores'

test('narrows by tag, topic, site, author, language, date, state and colour, and each can be turned round', async () => {
  const { addArticle, annotations, articles, topics, clock, find } = openSearch()
  const old = new Date(2020, 4, 1).getTime()
  const snow = addArticle({
    title: 'Snow',
    byline: 'John Snow',
    sourceUrl: 'https://en.example.org/blog/snow',
    addedAt: old,
  })
  const other = addArticle({
    title: 'Other',
    siteName: 'The Daily',
    sourceUrl: 'https://notexample.org/x',
    addedAt: clock.now,
  })
  await articles.update({ ids: [snow.id], change: { addTags: ['Old maps'], favourite: true, status: 'reading' } })
  const topic = await topics.create({ title: 'Öffentliche Gesundheit', parentId: null })
  await topics.addArticles({ id: topic.id, articleIds: [snow.id], before: null })
  const target = targetOf(snow.snapshotId, snow.text, 'Broad Street')
  const highlight = await annotations.highlight({ target, colour: 'yellow' })
  await annotations.saveNote({ id: highlight.id, baseRevision: 0, body: note('A pump note') })
  const snowOnly = ['tag:"old maps"', 'tag:"#Old maps"', 'topic:gesundheit', 'site:example.org', 'site:example.org/blog', 'author:snow', 'by:SNOW', 'before:2021', 'is:favourite', 'is:starred', 'is:reading', 'has:notes', '-after:2021', '-is:inbox', '-site:daily'] // prettier-ignore
  for (const filter of snowOnly) {
    expect([filter, titles(await find(`${filter} pump`))]).toEqual([filter, ['Snow']])
    expect([filter, titles(await find(filter))]).toEqual([filter, ['Snow']])
  }
  for (const filter of [
    '-tag:"old maps"',
    '-topic:gesundheit',
    'site:daily',
    'after:2021',
    'after:1d',
    '-is:favourite',
    'is:inbox',
    '-has:highlights',
  ]) {
    expect([filter, titles(await find(`${filter} pump`))]).toEqual([filter, ['Other']])
  }
  for (const all of [
    'lang:en pump',
    'lang:English pump',
    'is:unread pump',
    'in:articles pump',
    'before: pump',
    'is:nonsense pump',
    'after:never pump',
  ]) {
    expect([all, titles(await find(all)).length]).toEqual([all, 2])
  }
  expect(titles(await find('tag:none pump'))).toEqual([])
  expect((await find('lang:de pump')).articles.total).toBe(0)
  const yellow = await find('colour:yellow')
  expect([yellow.articles.total, yellow.highlights.total, yellow.notes.total]).toEqual([0, 1, 1])
  expect((await find('color:"key claim" street')).highlights.total).toBe(1)
  expect((await find('colour:blue street')).highlights.total).toBe(0)
  const notes = await find('in:notes pump')
  expect([notes.articles.total, notes.highlights.total, notes.notes.total]).toEqual([0, 0, 1])
  expect((await find('in:notes in:highlights street')).highlights.total).toBe(1)
  expect((await find('street tag:old')).highlights.total).toBe(1)
  expect(other.id).toBeDefined()
})

test('completes filters from what the library has', async () => {
  const { addArticle, articles, handlers } = openSearch()
  const { id } = addArticle({ byline: 'Ada Lovelace', sourceUrl: 'https://www.example.org/a' })
  await articles.update({ ids: [id], change: { addTags: ['history', 'old history'] } })
  const complete = async (operator: 'tag' | 'author' | 'site' | 'is' | 'lang', value: string) =>
    (await handlers.complete({ operator, value, limit: 8 })).map((each) => each.value)
  expect(await complete('tag', '#his')).toEqual(['history', 'old history'])
  expect(await complete('author', 'love')).toEqual(['Ada Lovelace'])
  expect(await complete('site', 'ex')).toEqual(['example.org'])
  expect(await complete('is', 'un')).toEqual(['unread'])
  expect(await complete('lang', '')).toEqual(['en'])
})
