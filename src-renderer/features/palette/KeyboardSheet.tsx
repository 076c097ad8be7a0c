import { Search } from 'lucide-react'
import { useState } from 'react'
import { CommandTable } from '../../ui/commands/CommandTable'
import { keycaps } from '../../ui/commands/keys'
import { useCommandList } from '../../ui/commands/use-commands'
import { Dialog } from '../../ui/dialogs/Dialog'
import { TextField } from '../../ui/controls/TextField'
import { matchTitle } from './match'
import './KeyboardSheet.css'

/** Every key that does something now. */
export function KeyboardSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog
      title="Keyboard"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      width="lg"
    >
      <Keys />
    </Dialog>
  )
}

// Of its own, as it is drawn anew with every change of what can be done, which is often.
function Keys() {
  const commands = useCommandList()
  const [filter, setFilter] = useState('')
  const shown = commands.filter(
    ({ title, group, keys }) =>
      matchTitle(`${title} ${group} ${keys.map((key) => keycaps(key).join(' ')).join(' ')}`, filter) !== null,
  )
  return (
    <div className="keyboard-sheet">
      <div className="keyboard-sheet__filter">
        <TextField
          label="Filter keys"
          placeholder="Filter keys"
          type="search"
          icon={<Search aria-hidden />}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {shown.length > 0 ? (
        <CommandTable commands={shown} headings="h3" />
      ) : (
        <p>No key does anything called “{filter}”.</p>
      )}
    </div>
  )
}
