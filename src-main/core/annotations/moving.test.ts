import { expect, test } from 'vitest'
import { openStores, targetOf } from '../../../tests/support/stores'
import { plainNote } from '@shared/text/note-text'
import { createSnapshotStore } from '../snapshots/snapshot-store'
import { textWork } from '../text/text-work'
import { snapshotHandlers } from '../snapshots/snapshots'

const FIRST = [
  'Cholera came to Soho in the last week of August 1854.',
  'Dr Snow drew each death on a map of the parish.',
  'The pump in Broad Street stood in the middle of them.',
  'The guardians were not convinced that water was the cause.',
  'Still they had the handle taken off on the eighth of September.',
].join('\n')

type Stores = ReturnType<typeof openStores>

async function highlighted(stores: Stores, words: readonly string[]) {
  const { id, snapshotId, text } = stores.addArticle({ text: FIRST })
  const highlights = []
  for (const each of words) {
    highlights.push(await stores.annotations.highlight({ target: targetOf(snapshotId, text, each), colour: 'blue' }))
  }
  return { id, snapshotId, text, highlights }
}

async function listed(stores: Stores, articleId: Awaited<ReturnType<typeof highlighted>>['id']) {
  return (await stores.annotations.list({ articleId })).flatMap((one) => (one.kind === 'highlight' ? [one] : []))
}

const current = (stores: Stores, id: Parameters<typeof stores.articleStore.get>[0]) =>
  stores.articleStore.get(id)?.snapshotId

test('highlights move to a newer snapshot, and stay where they were in the earlier one', async () => {
  const stores = openStores()
  const { id, snapshotId, highlights } = await highlighted(stores, ['drew each death', 'Broad Street'])
  const newer = `A new first line.\n${FIRST.replace('each death', 'each  death[12]')}`
  expect(stores.updateArticle(id, newer)).toMatchObject({ kind: 'updated', moved: 2, changed: 0, orphaned: 0 })
  const moved = await listed(stores, id)
  expect(moved.map(({ target }) => newer.slice(target.position.start, target.position.end))).toEqual([
    'drew each  death',
    'Broad Street',
  ])
  expect(moved.every(({ place, target }) => place === 'placed' && target.snapshotId === current(stores, id))).toBe(true)
  expect(moved[0]?.move).toEqual({ method: 'diff', score: 1, previousExact: null })
  const before = await stores.annotations.listIn({ snapshotId })
  expect(before.map(({ target }) => target)).toEqual(highlights.map(({ target }) => target))
})

test('an edited passage says what it was; a turned or deleted one waits as an orphan with its note, and is found', async () => {
  const stores = openStores()
  const { id, snapshotId, highlights } = await highlighted(stores, [
    'Dr Snow drew each death on a map of the parish.',
    'were not convinced that water was the cause',
    'The pump in Broad Street stood in the middle of them.',
  ])
  const [, turned, deleted] = highlights
  if (!turned || !deleted) throw new Error('no highlights')
  await stores.annotations.saveNote({ id: deleted.id, baseRevision: 0, body: plainNote('Kept for later') })
  const newer = FIRST.replace('on a map', 'on the map')
    .replace('not convinced', 'convinced')
    .replace(/The pump.*\n/u, '')
  expect(stores.updateArticle(id, newer)).toMatchObject({ kind: 'updated', moved: 0, changed: 1, orphaned: 2 })
  const [edited, ...orphans] = await listed(stores, id)
  expect(edited?.move?.previousExact).toBe('Dr Snow drew each death on a map of the parish.')
  expect(edited?.target.quote.exact).toBe('Dr Snow drew each death on the map of the parish.')
  expect(orphans.map(({ id: one, place }) => [one, place])).toEqual([
    [deleted.id, 'orphan'],
    [turned.id, 'orphan'],
  ])
  expect(orphans.every(({ target }) => target.snapshotId === snapshotId)).toBe(true)
  expect(stores.kindsFound('later')).toEqual(['note'])
  expect(stores.kindsFound('street')).toEqual(['highlight'])
  const any = { colour: null, tag: null, topicId: null, withNote: null, since: null }
  const all = { ...any, sort: 'article', offset: 0, limit: 10 } as const
  expect((await stores.annotations.listAll({ ...all, orphaned: true })).total).toBe(2)
  expect((await stores.annotations.listAll({ ...all, orphaned: false })).total).toBe(1)
  expect((await stores.articles.get({ id })).marks).toHaveLength(1)
})

test('a passage that comes back is found again, with what a person said of the orphan meanwhile undone', async () => {
  const stores = openStores()
  const { id, highlights } = await highlighted(stores, ['The pump in Broad Street stood in the middle of them.'])
  const ids = highlights.map((one) => one.id)
  stores.updateArticle(id, FIRST.replace(/The pump.*\n/u, ''))
  await stores.annotations.keep({ ids, kept: true })
  expect((await listed(stores, id)).map(({ place }) => place)).toEqual(['kept'])
  stores.updateArticle(id, FIRST.replace(/The pump.*\n/u, 'Nobody knows.\n'))
  expect((await listed(stores, id)).map(({ place }) => place)).toEqual(['orphan'])
  stores.updateArticle(id, `${FIRST}\nThe end.`)
  expect((await listed(stores, id)).map(({ place, move }) => [place, move?.previousExact])).toEqual([['placed', null]])
})

test('an orphan is put on other words by hand, which can be undone, and goes on from there', async () => {
  const stores = openStores()
  const { id, highlights } = await highlighted(stores, ['The pump in Broad Street stood in the middle of them.'])
  const [{ id: highlightId, target: first } = { id: undefined, target: undefined }] = highlights
  if (!highlightId) throw new Error('no highlight')
  const newer = FIRST.replace(/The pump.*\n/u, 'A well was there.\n')
  stores.updateArticle(id, newer)
  const snapshotId = current(stores, id)
  if (!snapshotId) throw new Error('no snapshot')
  const target = targetOf(snapshotId, newer, 'A well was there.')
  expect(await stores.annotations.attach({ id: highlightId, target })).toMatchObject({
    place: 'placed',
    target,
    move: null,
  })
  expect(await stores.annotations.detach({ id: highlightId })).toMatchObject({ place: 'orphan', target: first })
  expect(await stores.annotations.detach({ id: highlightId })).toMatchObject({ place: 'orphan' })
  await stores.annotations.attach({ id: highlightId, target })
  stores.updateArticle(id, `Once more.\n${newer}`)
  expect((await listed(stores, id)).map((one) => one.target.quote.exact)).toEqual(['A well was there.'])
  stores.updateArticle(id, FIRST)
  const [last] = await listed(stores, id)
  expect([last?.place, last?.target.quote.exact]).toEqual(['orphan', 'A well was there.'])
  const late = stores.annotations.attach
  await expect(async () => late({ id: highlightId, target })).rejects.toMatchObject({ code: 'not-found' })
})

test('a highlight that was made on the version before is brought to the newest one', async () => {
  const stores = openStores()
  const { id, snapshotId, text } = stores.addArticle({ text: FIRST })
  stores.updateArticle(id, `A new first line.\n${FIRST}`)
  const made = await stores.annotations.highlight({
    target: targetOf(snapshotId, text, 'Broad Street'),
    colour: 'pink',
  })
  expect(made).toMatchObject({ place: 'placed', target: { snapshotId: current(stores, id) } })
})

test('removed highlights move too, so that they can be taken back; deleting for good takes all versions', async () => {
  const stores = openStores()
  const { id, highlights } = await highlighted(stores, ['Broad Street'])
  const ids = highlights.map((one) => one.id)
  await stores.annotations.remove({ ids })
  expect(stores.updateArticle(id, `Before.\n${FIRST}`)).toMatchObject({ moved: 0, orphaned: 0 })
  await stores.annotations.restore({ ids })
  expect((await listed(stores, id)).map(({ place }) => place)).toEqual(['placed'])
  await stores.articles.trash({ ids: [id] })
  await stores.articles.deleteForever({ ids: [id] })
  expect(stores.db.prepare('SELECT count(*) FROM annotation_targets').pluck().get()).toBe(0)
  expect(stores.db.pragma('foreign_key_check')).toEqual([])
})

test('the place of reading moves along, versions are listed, and two of them compared', async () => {
  const stores = openStores()
  const { id, snapshotId } = await highlighted(stores, ['Broad Street'])
  const offset = FIRST.indexOf('The pump')
  await stores.articles.saveProgress({ id, snapshotId, progress: { offset, fraction: 0.5 } })
  const newer = `A new first line.\n${FIRST.replace('map of the parish', 'map of London')}`
  stores.clock.now += 1000
  stores.updateArticle(id, newer)
  const article = await stores.articles.get({ id })
  expect(newer.slice(article.progress.offset)).toMatch(/^The pump/u)
  const snapshots = snapshotHandlers({ store: createSnapshotStore(stores.db), tasks: textWork })
  const versions = await snapshots.list({ articleId: id })
  expect(versions.map((one) => [one.id, one.isCurrent, one.highlights])).toEqual([
    [article.snapshotId, true, 1],
    [snapshotId, false, 1],
  ])
  const parts = await snapshots.compare({ from: snapshotId, to: article.snapshotId })
  expect(parts.map(({ kind }) => kind)).toEqual(['added', 'unchanged', 'changed', 'unchanged'])
})

test('the same page again is no new version', async () => {
  const stores = openStores()
  const { id } = stores.addArticle({ text: FIRST })
  expect(stores.updateArticle(id, FIRST)).toEqual({ kind: 'unchanged' })
  expect(stores.db.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(1)
})
