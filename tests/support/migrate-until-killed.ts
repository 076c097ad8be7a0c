// Brings Pocket rows in and says how many are settled, until it is killed or done: LIBRARY-FOLDER COUNT
import { writeSync } from 'node:fs'
import { createAnnotationStore } from '../../src-main/core/annotations/annotation-store'
import { openDatabase } from '../../src-main/core/database/database'
import { createAssetFiles } from '../../src-main/core/files/asset-files'
import { decode } from '../../src-main/core/imports/reading/charset'
import { openZip } from '../../src-main/core/imports/formats/zip/zip-archive'
import { createFromElsewhere } from '../../src-main/core/imports/storing/from-elsewhere'
import { createImportStore } from '../../src-main/core/imports/storing/import-store'
import { createMigrating } from '../../src-main/core/migrating/migrating'
import { createMigratingStore } from '../../src-main/core/migrating/migrating-store'
import { createSearchIndex } from '../../src-main/core/search/search-index'
import { pocketRows } from './pocket-rows'

const [folder = '', count = '0'] = process.argv.slice(3)
const db = openDatabase(folder)
const index = createSearchIndex(db)
const annotations = createAnnotationStore(db, index)
const none = () => Promise.reject(new Error('none'))
const elsewhere = createFromElsewhere({
  assets: createAssetFiles(folder),
  store: createImportStore(db, index, annotations),
  readSource: none,
  now: Date.now,
})
const { handlers, close } = createMigrating({
  decode: (bytes) => decode(bytes, null),
  openZip,
  annotations,
  pages: elsewhere,
  saved: elsewhere,
  store: createMigratingStore(db),
  keepOriginal: elsewhere.keepOriginal,
  fetchArticles: () => {
    throw new Error('none')
  },
  emit: () => undefined,
  now: Date.now,
})
const began = performance.now()
const say = (words: string): void => {
  writeSync(1, `${words} ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
}
const migrationId = await handlers.begin()
await handlers.add({ migrationId, path: 'pocket.csv', bytes: pocketRows(Number(count)) })
await handlers.look({ migrationId })
say('looked')
await handlers.start({ migrationId })
for (let last = -1; ; await new Promise((next) => setImmediate(next))) {
  const { state, done, result } = await handlers.get({ migrationId })
  if (done !== last) say(`settled ${done}`)
  last = done
  if (state !== 'done') continue
  say(JSON.stringify(result))
  break
}
await close()
db.close()
