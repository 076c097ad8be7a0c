import { $isCodeNode } from '@lexical/code'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $findMatchingParent } from '@lexical/utils'
import { $getSelection, $isRangeSelection } from 'lexical'
import { useId } from 'react'

const COMMON =
  'bash c c++ css go html java javascript json julia latex markdown php python r ruby rust sql swift typescript xml yaml'.split(
    ' ',
  )

/** Names the language of the code block that the caret is in. */
export function CodeLanguage({ language }: { readonly language: string }) {
  const [editor] = useLexicalComposerContext()
  const list = useId()
  const set = (value: string) =>
    editor.update(() => {
      const selection = $getSelection()
      const code = $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isCodeNode) : null
      code?.setLanguage(value.trim().slice(0, 40))
    })
  return (
    <>
      <input
        className="note-tools__language"
        aria-label="Language of the code"
        placeholder="Language"
        list={list}
        value={language}
        onChange={(event) => set(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return
          event.preventDefault()
          event.stopPropagation()
          editor.focus()
        }}
      />
      <datalist id={list}>
        {COMMON.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
