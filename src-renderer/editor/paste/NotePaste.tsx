import { TOGGLE_LINK_COMMAND } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { mergeRegister, objectKlassEquals } from '@lexical/utils'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  DRAGOVER_COMMAND,
  DROP_COMMAND,
  KEY_DOWN_COMMAND,
  PASTE_COMMAND,
} from 'lexical'
import { useEffect, useRef } from 'react'
import { isNoteLink } from '../note-normal'
import { $insertNote } from './insert-note'
import { imageFiles, readTransfer } from './read-clipboard'

interface NotePasteProps {
  /** Keeps pictures and puts them into the note at the caret. */
  readonly addImages: (files: readonly Blob[]) => void
}

/** Whatever is pasted or dropped becomes what a note can hold, and nothing else. Pictures are kept in the library. */
export function NotePaste({ addImages }: NotePasteProps) {
  const [editor] = useLexicalComposerContext()
  const add = useRef(addImages)
  add.current = addImages
  const isPlain = useRef(false)

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          KEY_DOWN_COMMAND,
          (event) => {
            isPlain.current = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyV'
            return false
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            if (!objectKlassEquals(event, ClipboardEvent)) return false
            const { clipboardData } = event
            if (clipboardData === null) return false
            event.preventDefault()
            event.stopPropagation()
            const images = imageFiles(clipboardData)
            // What is copied in a browser comes as a picture and as HTML that shows it; office programs add a picture of text.
            if (images.length > 0 && clipboardData.getData('text/plain').trim() === '') {
              add.current(images)
              return true
            }
            const text = clipboardData.getData('text/plain')
            const selection = $getSelection()
            const isAddress = isNoteLink(text.trim()) && !/\s/u.test(text.trim())
            if (isAddress && $isRangeSelection(selection) && !selection.isCollapsed())
              return editor.dispatchCommand(TOGGLE_LINK_COMMAND, text.trim())
            $insertNote(readTransfer(clipboardData, isPlain.current), text)
            return true
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DRAGOVER_COMMAND,
          (event) => {
            if (!event.dataTransfer?.types.includes('Files')) return false
            event.preventDefault()
            return true
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => {
            const images = event.dataTransfer ? imageFiles(event.dataTransfer) : []
            if (images.length === 0) return false
            // Whoever else takes files that are dropped hears that this one is taken.
            event.preventDefault()
            add.current(images)
            return true
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor],
  )
  return null
}
