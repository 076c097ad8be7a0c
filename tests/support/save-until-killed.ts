// Saves one note again and again, and says each time that it is saved: LIBRARY-FOLDER ANNOTATION-ID
import { writeSync } from 'node:fs'
import { AnnotationId } from '@shared/domain/ids'
import { createAnnotationStore } from '../../src-main/core/annotations/annotation-store'
import { openDatabase } from '../../src-main/core/database/database'
import { createSearchIndex } from '../../src-main/core/search/search-index'
import { plainNote as noteOf } from '@shared/text/note-text'

const [folder = '', given = ''] = process.argv.slice(3)
const db = openDatabase(folder)
const store = createAnnotationStore(db, createSearchIndex(db))
const id = AnnotationId.parse(given)
for (let revision = store.get(id)?.revision ?? 0; ; revision += 1) {
  const saved = store.saveNote(id, revision, noteOf(`Save ${revision + 1} ${'words '.repeat(500)}`), Date.now())
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  writeSync(1, `${saved.revision}\n`)
}
