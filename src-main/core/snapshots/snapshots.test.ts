import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Snapshot } from '@shared/domain/snapshot'
import { SnapshotId } from '@shared/domain/ids'
import { openStores } from '../../../tests/support/stores'
import { textWork } from '../text/text-work'
import { createSnapshotStore } from './snapshot-store'
import { snapshotHandlers } from './snapshots'

test('a snapshot is read as the contract describes it', async () => {
  const stores = openStores()
  const { id, snapshotId, text } = stores.addArticle({ title: 'The pump' })
  const handlers = snapshotHandlers({ store: createSnapshotStore(stores.db), tasks: textWork })
  const snapshot = await handlers.get({ id: snapshotId })
  expect(Snapshot.parse(snapshot)).toEqual(snapshot)
  expect(snapshot).toMatchObject({
    id: snapshotId,
    articleId: id,
    textLength: text.length,
    truncated: false,
    licence: null,
  })
  expect(await handlers.html({ id: snapshotId })).toEqual({
    html: `<p>${text}</p>`,
    language: 'en',
    direction: 'ltr',
    title: 'The pump',
  })
})

test('a snapshot that is not there is said to be so', () => {
  const handlers = snapshotHandlers({ store: createSnapshotStore(openStores().db), tasks: textWork })
  const id = SnapshotId.parse(randomUUID())
  for (const ask of [handlers.get, handlers.html]) {
    expect(() => ask({ id })).toThrow(expect.objectContaining({ code: 'not-found' }))
  }
})
