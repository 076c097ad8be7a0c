import { useState } from 'react'
import { useCheckLibrary, useMoveLibrary, usePackLibrary } from '../../client/backups'
import { useClient } from '../../client/client'
import { Button } from '../../ui/controls/Button'
import { reportError } from '../../ui/undo/perform'
import { sizeInWords } from '../../ui/words/size-words'
import { TextField } from '../../ui/controls/TextField'
import { showToast } from '../../ui/undo/toasts'

/** Where the library is and whether it is whole: into one file, to another folder, a check. */
export function LibraryPlace() {
  return (
    <>
      <section aria-labelledby="settings-pack">
        <h2 id="settings-pack">Take it with you</h2>
        <p>
          One file with everything: articles with their images, highlights, notes and settings. On another computer,
          look inside it under Backups and restore it.
        </p>
        <Pack />
      </section>
      <section aria-labelledby="settings-move">
        <h2 id="settings-move">Keep it in another folder</h2>
        <p>
          The library is copied to an empty or new folder, and opened there from now on. The present folder stays as it
          is until you delete it. If you start Lectern with <code>--library</code>, name the new folder there.
        </p>
        <Move />
      </section>
      <section aria-labelledby="settings-check">
        <h2 id="settings-check">Is everything whole?</h2>
        <Check />
      </section>
    </>
  )
}

function Pack() {
  const { mutate: pack, isPending } = usePackLibrary()
  return (
    <FolderLine
      label="Folder for the file"
      action={isPending ? 'Writing…' : 'Write the file'}
      isBusy={isPending}
      onChoose={(folder) =>
        pack(folder, {
          onSuccess: ({ path, bytes }) => void showToast({ message: `${path} is written (${sizeInWords(bytes)})` }),
          onError: ({ message }) => void showToast({ message, kind: 'error' }),
        })
      }
    />
  )
}

function Move() {
  const { mutate: move, isPending } = useMoveLibrary()
  return (
    <FolderLine
      label="New folder"
      action={isPending ? 'Copying…' : 'Move the library'}
      isBusy={isPending}
      onChoose={(folder) =>
        move(folder, {
          onSuccess: () => void showToast({ message: `The library is now in ${folder}` }),
          onError: ({ message }) => void showToast({ message, kind: 'error' }),
        })
      }
    />
  )
}

function Check() {
  const { mutate: check, isPending, data, error } = useCheckLibrary()
  return (
    <>
      <p>
        <Button isDisabled={isPending} onPress={() => check()}>
          {isPending ? 'Checking…' : 'Check the library'}
        </Button>
      </p>
      <div role="status">
        {error && <p>{error.message}</p>}
        {data && (
          <p>
            Looked at {data.articles} articles, {data.highlights} highlights, {data.notes} notes and {data.assets}{' '}
            files. {data.findings.length === 0 ? 'Everything is whole.' : 'This was found:'}
          </p>
        )}
        {data && data.findings.length > 0 && (
          <ul>
            {data.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

interface FolderLineProps {
  label: string
  action: string
  isBusy: boolean
  onChoose: (folder: string) => void
}

/** A folder of this computer, by its path or in the system's dialog on the desktop, and what to do with it. */
function FolderLine({ label, action, isBusy, onChoose }: FolderLineProps) {
  const client = useClient()
  const [folder, setFolder] = useState('')
  const choose = () =>
    client.host
      .chooseFolder({ title: label })
      .then((path) => path !== null && setFolder(path))
      .catch(reportError)
  return (
    <form
      className="backup-section__line"
      onSubmit={(event) => {
        event.preventDefault()
        if (folder.trim() !== '') onChoose(folder.trim())
      }}
    >
      <TextField label={label} labelShown value={folder} onChange={setFolder} placeholder="/home/me/Documents" />
      {window.lectern !== undefined && <Button onPress={() => void choose()}>Choose…</Button>}
      <Button type="submit" isDisabled={isBusy || folder.trim() === ''}>
        {action}
      </Button>
    </form>
  )
}
