import { TOGGLE_LINK_COMMAND } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useState } from 'react'
import { isNoteLink } from '../note-normal'

/** Asks for the address of a link, in the place of the toolbar. */
export function LinkAddress({ onLeave }: { readonly onLeave: () => void }) {
  const [editor] = useLexicalComposerContext()
  const [address, setAddress] = useState('')
  const leave = () => {
    onLeave()
    editor.focus()
  }
  return (
    <form
      className="note-tools"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = address.trim()
        const url = isNoteLink(typed) ? typed : `https://${typed}`
        if (typed !== '') editor.dispatchCommand(TOGGLE_LINK_COMMAND, url)
        leave()
      }}
    >
      <input
        className="note-tools__address"
        aria-label="Address of the link"
        placeholder="https://"
        autoFocus
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          leave()
        }}
      />
    </form>
  )
}
