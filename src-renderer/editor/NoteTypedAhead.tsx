import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { useEffect, useRef } from 'react'
import type { TypedAhead } from './typing-ahead'

interface NoteTypedAheadProps {
  readonly take: () => TypedAhead | null
  readonly onDone: () => void
}

/** Puts in what was typed before the editor was there, as if it were typed now. */
export function NoteTypedAhead({ take, onDone }: NoteTypedAheadProps) {
  const [editor] = useLexicalComposerContext()
  const latest = useRef({ take, onDone })
  latest.current = { take, onDone }

  useEffect(() => {
    const typed = latest.current.take()
    if (!typed) return
    editor.update(() => void $getRoot().selectEnd(), { discrete: true })
    for (const character of typed.text) typeInto(editor, character)
    if (typed.isDone) latest.current.onDone()
  }, [editor])

  return null
}

/** One character at a time and each at once, so that Markdown shortcuts see them as they see typing. */
function typeInto(editor: LexicalEditor, character: string): void {
  editor.update(
    () => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      if (character === '\n') selection.insertParagraph()
      else selection.insertText(character)
    },
    { discrete: true },
  )
}
