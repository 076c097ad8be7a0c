import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { NoteDocument } from '@shared/domain/note-document'
import { EMPTY_NOTE } from '../note-normal'
import type { NoteKey } from '../note-journal'
import { useNoteSavers } from './note-saving'

/** A note that is written, as the library has it. */
export interface Writable {
  readonly key: NoteKey
  readonly revision: number
  readonly body: NoteDocument | null
}

/** What an editor needs to write a note and to know how its saving goes. Leaving it sends what is left. */
export function useNoteWriting({ key, revision, body }: Writable) {
  const savers = useNoteSavers()
  const note = savers.open(key, revision)
  const state = useSyncExternalStore(note.subscribe, note.state)
  const merges = useSyncExternalStore(note.subscribe, note.merges)
  const [initial] = useState<NoteDocument>(() => note.unsaved() ?? body ?? EMPTY_NOTE)
  const [replacement, setReplacement] = useState<NoteDocument | null>(null)

  const seen = useRef(merges)
  useEffect(() => {
    if (merges === seen.current) return
    seen.current = merges
    setReplacement(note.unsaved())
  }, [merges, note])

  // Saved in another window while nothing was being typed here.
  const shownRevision = useRef(revision)
  useEffect(() => {
    if (revision > shownRevision.current && revision > note.ownRevision() && note.unsaved() === null) {
      setReplacement(body ?? EMPTY_NOTE)
    }
    shownRevision.current = revision
  }, [revision, body, note])

  useEffect(() => note.flush, [note])

  return { initial, replacement, state, change: note.change, flush: note.flush }
}
