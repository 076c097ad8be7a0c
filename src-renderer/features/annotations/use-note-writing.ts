import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Annotation } from '@shared/domain/annotation'
import type { NoteDocument } from '@shared/domain/note-document'
import { EMPTY_NOTE } from '../../editor/note-normal'
import { useNoteSavers } from './note-saving'

/** What an editor needs to write an annotation's note and to know how its saving goes. Leaving it sends what is left. */
export function useNoteWriting(annotation: Annotation) {
  const savers = useNoteSavers()
  const { id, revision, body } = annotation
  const note = savers.open(id, revision)
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
