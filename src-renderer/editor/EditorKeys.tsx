import { $isListItemNode } from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $findMatchingParent, mergeRegister } from '@lexical/utils'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  INDENT_CONTENT_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical'
import { useEffect, useRef } from 'react'
import { finishTag } from './completion/TagsInText'

/** Escape and Mod+Enter leave the editor; Tab nests list items and otherwise moves on, so that no focus is trapped. */
export function EditorKeys({ onDone }: { readonly onDone: () => void }) {
  const [editor] = useLexicalComposerContext()
  const done = useRef(onDone)
  done.current = onDone

  useEffect(() => {
    const leave = () => {
      // After the key's own update.
      queueMicrotask(() => {
        finishTag(editor)
        done.current()
      })
    }
    return mergeRegister(
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          event.preventDefault()
          event.stopPropagation()
          leave()
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!event || !(event.ctrlKey || event.metaKey)) return false
          event.preventDefault()
          event.stopPropagation()
          leave()
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          const selection = $getSelection()
          if (!$isRangeSelection(selection)) return false
          if (!$findMatchingParent(selection.anchor.getNode(), $isListItemNode)) return false
          event.preventDefault()
          return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined)
        },
        COMMAND_PRIORITY_HIGH,
      ),
    )
  }, [editor])
  return null
}
