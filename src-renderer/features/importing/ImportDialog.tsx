import { useEffect, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { type ImportWay, type OpenDialog, openDialog } from '../../ui/dialogs'
import { openArticle } from '../../ui/route'
import { showToast } from '../../ui/toasts'
import { counted } from '../../ui/article-words'
import { FileWay } from './FileWay'
import { ImportProgress } from './ImportProgress'
import { ImportRows } from './ImportRows'
import { LinkWay } from './LinkWay'
import { PasteWay } from './PasteWay'
import { useImporting } from './use-importing'
import '../../ui/filter.css'
import './ImportDialog.css'

const WAYS: readonly { way: ImportWay; label: string }[] = [
  { way: 'files', label: 'Files' },
  { way: 'link', label: 'Link' },
  { way: 'paste', label: 'Paste text or HTML' },
  { way: 'folder', label: 'Folder' },
]

interface ImportDialogProps {
  /** How it was opened; null while it is closed. It keeps its rows while an import goes on in the background. */
  request: Extract<OpenDialog, { name: 'import' }> | null
  onClose: () => void
}

/** Adds articles: four ways to give them, then a row for each with what became of it. */
export function ImportDialog({ request, onClose }: ImportDialogProps) {
  const importing = useImporting()
  const { add, isRunning, rows, refused, upload } = importing
  const [way, setWay] = useState<ImportWay>('files')
  const [text, setText] = useState('')
  const taken = useRef<ImportDialogProps['request']>(null)

  useEffect(() => {
    if (!request || taken.current === request) return
    taken.current = request
    setWay(request.way)
    setText(request.text ?? '')
    if (request.files) add(request.files.map((file) => ({ kind: 'file', file })))
  }, [request, add])

  // An import that ends behind a closed dialog says so, and can be looked at.
  const isHidden = request === null
  const wasRunning = useRef(false)
  useEffect(() => {
    if (wasRunning.current && !isRunning && isHidden) {
      const failed = rows.filter(({ state }) => state === 'failed').length + refused.length
      const added = rows.filter(({ state }) => state === 'added').length
      showToast({
        message: `${counted(added, 'article')} added${failed > 0 ? `, ${failed} failed` : ''}`,
        action: { label: 'Show', run: () => openDialog({ name: 'import', way: 'files' }) },
      })
    }
    wasRunning.current = isRunning
  }, [isRunning, isHidden, rows, refused])

  const close = () => {
    if (!isRunning) importing.clear()
    onClose()
  }

  return (
    <Dialog
      title="Add to your library"
      isOpen={request !== null}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      width="md"
      footer={
        (rows.length > 0 || isRunning) && (
          <>
            <span className="grow" />
            {isRunning && (
              <Button look="ghost" size="lg" onPress={importing.stop}>
                Stop
              </Button>
            )}
            <Button look="primary" size="lg" onPress={close}>
              {isRunning ? 'Continue in background' : 'Done'}
            </Button>
          </>
        )
      }
    >
      <ToggleButtonGroup
        className="import-dialog__ways"
        aria-label="What to add"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[way]}
        onSelectionChange={(keys) => setWay(WAYS.find((each) => keys.has(each.way))?.way ?? way)}
      >
        {WAYS.map((each) => (
          <ToggleButton key={each.way} id={each.way} className="filter">
            {each.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {way === 'link' ? (
        <LinkWay key={text} initial={text} onAdd={(url) => add([{ kind: 'url', url }])} />
      ) : way === 'paste' ? (
        <PasteWay key={text} initial={text} onAdd={(pasted, format) => add([{ kind: 'text', text: pasted, format }])} />
      ) : (
        <FileWay
          isFolder={way === 'folder'}
          hasRows={rows.length > 0}
          onFiles={(files) => add(files.map((file) => ({ kind: 'file', file })))}
        />
      )}
      <ImportProgress rows={rows} refused={refused} upload={upload} />
      <ImportRows
        rows={rows}
        refused={refused}
        onRetry={importing.retry}
        onOpen={(id) => {
          openArticle(id)
          close()
        }}
      />
    </Dialog>
  )
}
