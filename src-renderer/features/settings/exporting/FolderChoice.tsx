import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { FolderCheck } from '@shared/contract/sync'
import type { ExportFlavour } from '@shared/domain/exporting'
import { useClient } from '../../../client/client'
import { useCheckFolder } from '../../../client/sync'
import { Button } from '../../../ui/controls/Button'
import { TextField } from '../../../ui/controls/TextField'

const PROBLEMS: Record<FolderCheck['state'], string | null> = {
  ready: null,
  missing: 'There is no such folder. Write its whole path, as in /home/you/Vault or C:\\Users\\you\\Vault.',
  'not-a-folder': 'That is a file, not a folder.',
  'not-writable': 'Lectern may not write to that folder. Change its permissions, or choose another.',
  'inside-library': 'That folder is inside the library itself. Choose another.',
}

interface FolderChoiceProps {
  folder: string | null
  /** `flavour` is that of the program whose vault it looks like. */
  onChoose: (folder: string | null, flavour: ExportFlavour | null) => void
}

/** Chooses the folder: in the system's dialog on the desktop, by its path in a browser. */
export function FolderChoice({ folder, onChoose }: FolderChoiceProps) {
  const client = useClient()
  const check = useCheckFolder()
  const [text, setText] = useState(folder ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const isDesktop = window.lectern !== undefined

  async function take(path: string): Promise<void> {
    setText(path)
    const found = await check.mutateAsync(path).catch((error: unknown) => String(error))
    if (typeof found === 'string') return setProblem(found)
    setProblem(PROBLEMS[found.state])
    if (found.state !== 'ready') return
    setText(found.path)
    onChoose(found.path, found.flavour)
  }

  async function choose(): Promise<void> {
    const path = await client.host.chooseFolder({ title: 'Choose the folder for your notes' })
    if (path !== null) await take(path)
  }

  return (
    <form
      className="folder-choice"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') void take(text)
      }}
    >
      <TextField
        label="Folder on this computer"
        labelShown
        value={text}
        onChange={setText}
        placeholder="/home/you/Vault"
      />
      {isDesktop && (
        <Button onPress={() => void choose()}>
          <FolderOpen className="icon" aria-hidden />
          Choose…
        </Button>
      )}
      <Button type="submit" isDisabled={text.trim() === '' || text === folder || check.isPending}>
        Use this folder
      </Button>
      {folder !== null && (
        <Button
          look="ghost"
          onPress={() => {
            setText('')
            setProblem(null)
            onChoose(null, null)
          }}
        >
          Stop using it
        </Button>
      )}
      {problem !== null && (
        <p className="folder-choice__problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
