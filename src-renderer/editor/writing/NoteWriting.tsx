import type { ReactNode } from 'react'
import { NoteEditor } from '../NoteEditor'
import type { SaveState } from '../note-saver'
import type { TypedAhead } from '../typing-ahead'
import { NoteTools } from './NoteTools'
import './NoteWriting.css'
import { useNoteWriting, type Writable } from './use-note-writing'

const STATES: Readonly<Record<SaveState, string>> = { saved: 'Saved', saving: 'Saving…', 'not-saved': 'Not saved' }

interface NoteWritingProps {
  readonly note: Writable
  readonly label: string
  readonly placeholder: string
  readonly takesFocus?: boolean
  readonly onDone: () => void
  readonly onTag: (() => void) | null
  /** Gives what was typed before the editor was there. */
  readonly takeTyped: () => TypedAhead | null
  /** Shown under the text, before the state of the saving. */
  readonly children?: ReactNode
}

/** A note while it is written: the text, whether it is saved, and the tools. */
export function NoteWriting(props: NoteWritingProps) {
  const { note, label, placeholder, onDone, onTag, takeTyped, children } = props
  const { initial, replacement, state, change, flush } = useNoteWriting(note)
  return (
    <NoteEditor
      initial={initial}
      replacement={replacement}
      label={label}
      placeholder={placeholder}
      onChange={change}
      onBlur={flush}
      takeTyped={takeTyped}
      takesFocus={props.takesFocus ?? true}
      onDone={() => {
        flush()
        onDone()
      }}
    >
      <div className="note-writing__foot">
        {children}
        <span className="note-writing__state" data-state={state} role="status">
          {STATES[state]}
        </span>
      </div>
      <NoteTools onTag={onTag} />
    </NoteEditor>
  )
}
