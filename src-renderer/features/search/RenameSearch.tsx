import { useEffect, useRef, useState } from 'react'
import { TextField } from '../../ui/controls/TextField'

/** A field in place of a saved search's name: Enter keeps what is typed, Esc what was. */
export function RenameSearch({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const [text, setText] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => field.current?.select(), [])
  const done = (kept: string | null) => {
    // Focus leaves the field as it goes.
    if (isDone.current) return
    isDone.current = true
    onDone(kept)
  }
  const typed = text.trim().slice(0, 100)
  return (
    <TextField
      ref={field}
      label="Name of the saved search"
      value={text}
      onChange={setText}
      autoFocus
      onBlur={() => done(typed === '' ? null : typed)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        done(event.key === 'Escape' || typed === '' ? null : typed)
      }}
    />
  )
}
