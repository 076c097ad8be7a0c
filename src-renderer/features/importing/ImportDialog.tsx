import { useEffect, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Dialog } from '../../ui/dialogs/Dialog'
import { withoutArchives } from '../../ui/files/archive-files'
import { type ImportWay, type OpenDialog, openDialog } from '../../ui/dialogs/dialogs'
import { openArticle } from '../../ui/places/route'
import { showToast } from '../../ui/undo/toasts'
import { FileWay } from './FileWay'
import { countOf, type ImportFilter, ImportFilters } from './ImportFilters'
import { ImportFoot } from './ImportFoot'
import { ImportProgress } from './ImportProgress'
import { ImportRows } from './ImportRows'
import { LinkWay } from './LinkWay'
import { outcomeWords } from './outcome-words'
import { PasteWay } from './PasteWay'
import { useImporting } from './use-importing'
import '../../ui/controls/filter.css'
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
  const { add, isRunning, own, show, shown, since, sums } = importing
  const [way, setWay] = useState<ImportWay>('files')
  const [text, setText] = useState('')
  const [chosen, setFilter] = useState<ImportFilter>('all')
  const filter = countOf(sums, chosen) > 0 ? chosen : 'all'
  const taken = useRef<ImportDialogProps['request']>(null)

  useEffect(() => {
    if (!request || taken.current === request) return
    taken.current = request
    setWay(request.way)
    setText(request.text ?? '')
    if (request.importId) show(request.importId)
    if (request.files) add(request.files.map((file) => ({ kind: 'file', file })))
  }, [request, add, show])

  // What was seen under way stays in the list when it is over, whoever began it.
  const underway = shown.filter(({ id, state }) => state !== 'done' && !since.includes(id))
  const [first] = underway
  useEffect(() => {
    if (request && first) show(first.id)
  }, [request, first, show])

  // An import that ends behind a closed dialog says so, and can be looked at.
  const isHidden = request === null
  const isOwnRunning = importing.upload !== null || own.waiting + own.working > 0
  const wasRunning = useRef(false)
  useEffect(() => {
    if (wasRunning.current && !isOwnRunning && isHidden && own.total + own.refused > 0) {
      showToast({
        message: outcomeWords(own),
        action: { label: 'Show', run: () => openDialog({ name: 'import', way: 'files' }) },
      })
    }
    wasRunning.current = isOwnRunning
  }, [isOwnRunning, isHidden, own])

  // So does a page that was added elsewhere, such as from a link, and turns out to be another version.
  const askedElsewhere = sums.asks - own.asks
  const hadAsked = useRef(askedElsewhere)
  useEffect(() => {
    if (askedElsewhere > hadAsked.current && isHidden) {
      showToast({
        message: 'Your library has another version of what was added',
        action: { label: 'Answer', run: () => openDialog({ name: 'import', way: 'files' }) },
      })
    }
    hadAsked.current = askedElsewhere
  }, [askedElsewhere, isHidden])

  const close = () => {
    if (!isRunning) {
      importing.clear()
      setFilter('all')
    }
    onClose()
  }
  const hasRows = countOf(sums, 'all') > 0

  return (
    <Dialog
      title="Add to your library"
      isOpen={request !== null}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      width="md"
      footer={(hasRows || isRunning || importing.earlier > 0) && <ImportFoot importing={importing} onClose={close} />}
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
          hasRows={hasRows}
          onFiles={(files) => add(withoutArchives(files).map((file) => ({ kind: 'file', file })))}
        />
      )}
      <ImportProgress importing={importing} />
      <ImportFilters importing={importing} filter={filter} onFilter={setFilter} />
      <ImportRows
        key={filter}
        importing={importing}
        filter={filter}
        onOpen={(id) => {
          openArticle(id)
          close()
        }}
      />
    </Dialog>
  )
}
