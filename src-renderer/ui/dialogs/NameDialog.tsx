import { type ReactNode, useState } from 'react'
import { Button } from '../controls/Button'
import { Dialog } from './Dialog'
import { TextField } from '../controls/TextField'
import './NameDialog.css'

interface NameDialogProps {
  title: string
  /** What the name is of. */
  label: string
  value: string
  /** Names what happens, for the name that is written now. */
  action: (text: string) => string
  /** Said under the field about what is written now. */
  hint?: (text: string) => ReactNode
  /** The name as it will be stored; an empty one cannot be given. */
  clean: (text: string) => string
  onDone: (name: string) => void
  onCancel: () => void
}

/** Asks for a name. Mounted while it is open. */
export function NameDialog({ title, label, value, action, hint, clean, onDone, onCancel }: NameDialogProps) {
  const [text, setText] = useState(value)
  const name = clean(text)
  const done = () => {
    if (name !== '') onDone(name)
  }
  return (
    <Dialog
      title={title}
      isOpen
      onOpenChange={(open) => {
        if (!open) onCancel()
      }}
      width="sm"
      footer={
        <>
          <span className="grow" />
          <Button size="lg" onPress={onCancel}>
            Cancel
          </Button>
          <Button size="lg" look="primary" isDisabled={name === ''} onPress={done}>
            {action(name)}
          </Button>
        </>
      }
    >
      <div className="name-dialog">
        <TextField
          label={label}
          value={text}
          onChange={setText}
          autoFocus
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            done()
          }}
          ref={(input) => {
            // What is there is replaced by what is typed.
            if (input && document.activeElement !== input) input.select()
          }}
        />
        {hint?.(name)}
      </div>
    </Dialog>
  )
}
