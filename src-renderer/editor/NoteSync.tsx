import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useEffect, useRef } from 'react'
import type { NoteDocument } from '@shared/domain/note-document'
import { lexicalToNote } from './lexical-to-note'
import { sameNote } from './note-normal'
import { noteToLexical } from './note-to-lexical'

interface NoteSyncProps {
  readonly replacement: NoteDocument | null
  readonly takesFocus: boolean
  readonly onChange: (note: NoteDocument) => void
}

/** Reports each change of the text, and shows another text when one comes in. */
export function NoteSync({ replacement, takesFocus, onChange }: NoteSyncProps) {
  const [editor] = useLexicalComposerContext()
  const report = useRef(onChange)
  report.current = onChange
  const mayFocus = useRef(takesFocus)

  useEffect(() => {
    const stopFocusing = editor.registerRootListener((root) => {
      if (!mayFocus.current) return
      // The focus may be in the reading frame, from where Lexical's own focus does not fetch it.
      root?.focus({ preventScroll: true })
      editor.focus(undefined, { defaultSelection: 'rootEnd' })
    })
    let known = lexicalToNote(editor.getEditorState().toJSON())
    const stopHearing = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      const note = lexicalToNote(editorState.toJSON())
      if (sameNote(note, known)) return
      known = note
      report.current(note)
    })
    return () => {
      stopFocusing()
      stopHearing()
    }
  }, [editor])

  useEffect(() => {
    if (!replacement || sameNote(replacement, lexicalToNote(editor.getEditorState().toJSON()))) return
    editor.setEditorState(editor.parseEditorState(noteToLexical(replacement)))
  }, [editor, replacement])

  return null
}
