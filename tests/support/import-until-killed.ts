// Imports Markdown files and says how many are settled, until it is killed or done: LIBRARY-FOLDER COUNT
// With COUNT 0 it goes on with what is there. A file whose name has "poison" ends the process while it is read.
import { writeSync } from 'node:fs'
import { createReadBytes } from '../../src-main/core/imports/reading/read-bytes'
import { createAnnotationStore } from '../../src-main/core/annotations/annotation-store'
import { openDatabase } from '../../src-main/core/database/database'
import { createAssetFiles } from '../../src-main/core/files/asset-files'
import { createImportQueueStore } from '../../src-main/core/imports/queue/import-queue-store'
import { createImportStore } from '../../src-main/core/imports/storing/import-store'
import { createImporting } from '../../src-main/core/imports/imports'
import { createKnownArticleStore } from '../../src-main/core/imports/storing/known-article-store'
import { createSearchIndex } from '../../src-main/core/search/search-index'

const [folder = '', count = '0'] = process.argv.slice(3)
const read = createReadBytes({ loadImage: () => Promise.resolve(null) })
const db = openDatabase(folder)
const index = createSearchIndex(db)
const queue = createImportQueueStore(db)
const say = (): void => {
  const [current] = queue.list()
  if (current === undefined) return
  writeSync(1, `${current.state} ${current.total - current.counts.waiting - current.counts.working}\n`)
}
const none = () => Promise.reject(new Error('none'))
const importing = createImporting({
  folder,
  assets: createAssetFiles(folder),
  store: createImportStore(db, index, createAnnotationStore(db, index)),
  queue,
  known: createKnownArticleStore(db),
  fetchPage: none,
  readArchive: none,
  archivePageStored: () => undefined,
  readSource: (source) => {
    if (source.name.includes('poison')) process.kill(process.pid, 'SIGKILL')
    return read(source)
  },
  sample: none,
  emit: ({ name }) => {
    if (name === 'imports.changed') say()
  },
  now: Date.now,
})
if (count === '0') {
  importing.resume()
  say()
} else {
  const imports = importing.handlers
  const importId = await imports.begin()
  for (let at = 0; at < Number(count); at++) {
    const path = at === 2 && process.argv.includes('poison') ? 'poison.md' : `${at}.md`
    const text = `# Article ${at}\n\nThere is enough of a text in this file for it to be taken for one. It has the number ${at}.`
    await imports.add({ importId, source: { kind: 'file', path, bytes: new Uint8Array(Buffer.from(text)) } })
  }
  await imports.start({ importId, onKnown: 'ask' })
}
// Nothing else keeps this process up between two items.
setInterval(() => undefined, 1000)
