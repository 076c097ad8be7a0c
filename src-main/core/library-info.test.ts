import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainNote as noteOf } from '@shared/text/note-text'
import { openStores, targetOf } from '../../tests/support/stores'
import { createAssetFiles } from './files/asset-files'
import { libraryHandlers } from './library-info'

test('the library says where it is, how much it holds and how big it is', async () => {
  const stores = openStores()
  const assets = createAssetFiles(stores.folder)
  await assets.put(new Uint8Array(1234))
  const { id, snapshotId, text } = stores.addArticle()
  const trashed = stores.addArticle()
  await stores.annotations.highlight({ target: targetOf(snapshotId, text, 'pump'), colour: 'pink' })
  await stores.annotations.highlight({ target: targetOf(trashed.snapshotId, text, 'pump'), colour: 'pink' })
  const note = await stores.annotations.articleNote({ articleId: id })
  await stores.annotations.saveNote({ id: note.id, baseRevision: 0, body: noteOf('Words') })
  await stores.articles.trash({ ids: [trashed.id] })
  const files = ['library.db', 'library.db-wal'].map((name) => statSync(join(stores.folder, name)).size)
  const { folder, articleStore: articles, annotationStore: annotations } = stores
  expect(await libraryHandlers({ folder, articles, annotations, assets, version: '1.2.3' }).info()).toEqual({
    folder,
    articles: 1,
    annotations: 2,
    bytes: files.reduce((sum, size) => sum + size, 1234),
    version: '1.2.3',
  })
})
