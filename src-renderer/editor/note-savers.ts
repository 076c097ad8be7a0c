import type { NoteDocument } from '@shared/domain/note-document'
import type { NoteJournal, NoteKey } from './note-journal'
import { createNoteSaver, type NoteSaver, type SaveOutcome, type SaveState } from './note-saver'

/** A note being written: its saver, where it stands, and what its editor must show instead when another text came in. */
export interface OpenNote extends NoteSaver {
  state(): SaveState
  /** Counts the times that another text was merged in; the editor shows `unsaved()` anew when it grows. */
  merges(): number
  /** Hears that `state` or `merges` changed; returns the function that stops it. */
  subscribe(listener: () => void): () => void
}

/** All notes being written in this window, so that two editors of one note share one saver. */
export interface NoteSavers {
  open(id: NoteKey, revision: number): OpenNote
  /** The saver of a note with text that the library does not have yet. */
  unsaved(id: NoteKey): OpenNote | null
  flushAll(): void
  /** Saves what an earlier window could not. */
  recover(): void
}

export interface NoteSaversDeps {
  readonly save: (id: NoteKey, baseRevision: number, body: NoteDocument) => Promise<SaveOutcome>
  readonly journal: NoteJournal
  readonly schedule: (delay: number, run: () => void) => () => void
  readonly onMerged: () => void
  readonly onFailure: (message: string) => void
}

export function createNoteSavers(deps: NoteSaversDeps): NoteSavers {
  const notes = new Map<NoteKey, OpenNote>()

  function make(id: NoteKey, revision: number): OpenNote {
    let state: SaveState = 'saved'
    let merges = 0
    const listeners = new Set<() => void>()
    const tell = () => {
      for (const listener of listeners) listener()
    }
    const saver = createNoteSaver(revision, {
      save: (baseRevision, body) => deps.save(id, baseRevision, body),
      remember: (version) => (version === null ? deps.journal.clear(id) : deps.journal.write({ id, ...version })),
      schedule: deps.schedule,
      onState: (next) => {
        state = next
        tell()
      },
      onMerged: () => {
        merges += 1
        deps.onMerged()
        tell()
      },
      onFailure: deps.onFailure,
    })
    return {
      ...saver,
      state: () => state,
      merges: () => merges,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }
  }

  function open(id: NoteKey, revision: number): OpenNote {
    const note = notes.get(id) ?? make(id, revision)
    notes.set(id, note)
    note.rebase(revision)
    return note
  }

  return {
    open,
    unsaved: (id) => {
      const note = notes.get(id)
      return note?.unsaved() ? note : null
    },
    flushAll: () => {
      for (const note of notes.values()) note.flush()
    },
    recover: () => {
      for (const entry of deps.journal.entries()) {
        const note = open(entry.id, entry.baseRevision)
        if (note.unsaved()) continue
        note.change(entry.body)
        note.flush()
      }
    },
  }
}
