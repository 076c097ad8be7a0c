import type { AnnotationId, NoteId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'

/** Names a note that is written: the annotation it belongs to, or itself. */
export type NoteKey = AnnotationId | `note:${NoteId}`

/** A note's newest text with the revision it was based on, kept until the library has it. */
export interface JournalEntry {
  readonly id: NoteKey
  readonly baseRevision: number
  readonly body: NoteDocument
}

/** Remembers what was typed and not yet acknowledged, so that a crash of the window loses nothing. */
export interface NoteJournal {
  write(entry: JournalEntry): void
  clear(id: NoteKey): void
  entries(): JournalEntry[]
}

const PREFIX = 'lectern.unsaved-note.'

// The note itself is checked where it is saved, as every note is.
const isEntry = (value: unknown): value is JournalEntry =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'body' in value &&
  'baseRevision' in value &&
  typeof value.baseRevision === 'number'

/** A journal in the browser's storage, which is written before the call returns. */
export function createNoteJournal(storage: Storage): NoteJournal {
  return {
    write: (entry) => {
      try {
        storage.setItem(PREFIX + entry.id, JSON.stringify(entry))
      } catch {
        // A full or forbidden storage must not stop the saving itself; the text is still in memory and on its way.
      }
    },
    clear: (id) => storage.removeItem(PREFIX + id),
    entries: () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index))
        .filter((key) => key?.startsWith(PREFIX))
        .flatMap((key) => {
          try {
            const entry: unknown = JSON.parse(storage.getItem(key ?? '') ?? '')
            return isEntry(entry) ? [entry] : []
          } catch {
            return []
          }
        }),
  }
}
