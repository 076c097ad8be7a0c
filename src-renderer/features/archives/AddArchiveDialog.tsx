import { useEffect, useRef, useState } from 'react'
import { FileTrigger, ProgressBar } from 'react-aria-components'
import { Button } from '../../ui/controls/Button'
import { Dialog } from '../../ui/dialogs/Dialog'
import type { OpenDialog } from '../../ui/dialogs/dialogs'
import { navigate } from '../../ui/places/route'
import { sizeInWords } from '../../ui/words/size-words'
import { TextField } from '../../ui/controls/TextField'
import { showToast } from '../../ui/undo/toasts'
import { type Adding, useAddArchive } from './use-add-archive'
import './AddArchiveDialog.css'

interface AddArchiveDialogProps {
  /** How it was opened; null while it is closed. Copying goes on behind it. */
  request: Extract<OpenDialog, { name: 'archive' }> | null
  onClose: () => void
}

/** Adds a ZIM archive: where it is on this computer, or as a copy where only a browser knows the file. */
export function AddArchiveDialog({ request, onClose }: AddArchiveDialogProps) {
  const isOpen = request !== null
  const [path, setPath] = useState('')
  const { adding, addPath, addFile, stop, reset } = useAddArchive((archive) => {
    setPath('')
    const show = () => navigate({ page: 'archives', archiveId: archive.id, text: '', path: null })
    if (isOpen) {
      onClose()
      show()
    } else showToast({ message: `“${archive.title}” added`, action: { label: 'Show', run: show } })
  })
  const isBusy = adding.kind === 'opening' || adding.kind === 'copying'
  const isDesktop = window.lectern !== undefined

  const taken = useRef<AddArchiveDialogProps['request']>(null)
  useEffect(() => {
    if (!request || taken.current === request) return
    taken.current = request
    if (request.file) addFile(request.file)
  }, [request, addFile])

  return (
    <Dialog
      title="Add a ZIM archive"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (open) return
        if (!isBusy) reset()
        onClose()
      }}
      width="md"
    >
      <div className="add-archive">
        <p>
          Archives come from Kiwix and others, and can hold all of Wikipedia in one file. An archive is browsed and
          searched here; the articles you import from it become part of your library.
        </p>
        <form
          className="add-archive__line"
          onSubmit={(event) => {
            event.preventDefault()
            // A button that was just pressed keeps its focus, so it is not disabled while it works.
            if (!isBusy && path.trim() !== '') addPath(path.trim())
          }}
        >
          <TextField
            label="Path on this computer"
            labelShown
            placeholder="/media/disk/wikipedia_en_all.zim"
            value={path}
            onChange={setPath}
            autoFocus={!isDesktop}
          />
          <Button size="lg" look={isDesktop ? 'plain' : 'primary'} type="submit" isDisabled={path.trim() === ''}>
            Add
          </Button>
        </form>
        <p className="add-archive__hint">The file is read where it is and never changed. Nothing is copied.</p>
        <div className="add-archive__line">
          <FileTrigger
            acceptedFileTypes={['.zim', '.zimaa']}
            onSelect={(files) => {
              const file = files?.[0]
              if (file && !isBusy) addFile(file)
            }}
          >
            <Button size="lg" look={isDesktop ? 'primary' : 'plain'}>
              {isDesktop ? 'Choose a file…' : 'Copy a file into the library…'}
            </Button>
          </FileTrigger>
          {!isDesktop && (
            <span className="add-archive__hint grow">
              A browser does not tell where a file is, so this copies it into your library’s folder.
            </span>
          )}
        </div>
        <Progress adding={adding} onStop={stop} />
      </div>
    </Dialog>
  )
}

function Progress({ adding, onStop }: { adding: Adding; onStop: () => void }) {
  switch (adding.kind) {
    case 'idle':
      return null
    case 'failed':
      return (
        <p className="add-archive__problem" role="alert">
          {adding.reason}
        </p>
      )
    case 'opening':
      return <p role="status">Opening {adding.name} and checking it…</p>
    case 'copying': {
      const { name, bytes, share } = adding
      return (
        <div className="add-archive__copying">
          <ProgressBar className="grow" aria-label={`Copying ${name}`} value={share * 100}>
            <span>
              {share < 1
                ? `Copying ${name}: ${sizeInWords(bytes * share)} of ${sizeInWords(bytes)}`
                : `Checking ${name}…`}
            </span>
            <span className="add-archive__bar">
              <span style={{ inlineSize: `${share * 100}%` }} />
            </span>
          </ProgressBar>
          <Button onPress={onStop} isDisabled={share >= 1}>
            Stop
          </Button>
        </div>
      )
    }
  }
}
