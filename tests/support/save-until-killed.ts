// Saves one note again and again, and says each time that it is saved: LIBRARY-FOLDER ANNOTATION-ID|note:NOTE-ID
import { writeSync } from 'node:fs'
import { AnnotationId, NoteId } from '@shared/domain/ids'
import { createAnnotationStore } from '../../src-main/core/annotations/annotation-store'
import { openDatabase } from '../../src-main/core/database/database'
import { createNoteStore } from '../../src-main/core/notes/note-store'
import { createSearchIndex } from '../../src-main/core/search/search-index'
import { plainNote as noteOf } from '@shared/text/note-text'

const [folder = '', given = ''] = process.argv.slice(3)
const db = openDatabase(folder)
const index = createSearchIndex(db)
const bodyOf = (revision: number) => noteOf(`Save ${revision} ${'words '.repeat(500)}`)

function annotationSaver(id: AnnotationId) {
  const store = createAnnotationStore(db, index)
  return {
    first: store.get(id)?.revision ?? 0,
    save: (base: number) => store.saveNote(id, base, bodyOf(base + 1), Date.now()),
  }
}

function ownNoteSaver(id: NoteId) {
  const store = createNoteStore(db, index)
  return {
    first: store.get(id)?.revision ?? 0,
    save: (base: number) => store.save(id, base, bodyOf(base + 1), Date.now()),
  }
}

const { first, save } = given.startsWith('note:')
  ? ownNoteSaver(NoteId.parse(given.slice('note:'.length)))
  : annotationSaver(AnnotationId.parse(given))
for (let revision = first; ; revision += 1) {
  const saved = save(revision)
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  writeSync(1, `${saved.revision}\n`)
}
