import { AddArchiveDialog } from '../features/archives/AddArchiveDialog'
import { ExportDialog } from '../features/exporting/ExportDialog'
import { ImportDialog } from '../features/importing/ImportDialog'
import { CommandPalette } from '../features/palette/CommandPalette'
import { KeyboardSheet } from '../features/palette/KeyboardSheet'
import { VersionsDialog } from '../features/versions/VersionsDialog'
import { openDialog, useOpenDialog } from '../ui/dialogs'

const close = () => openDialog(null)

/** The dialogs of the window; at most one is open. */
export function Dialogs() {
  const dialog = useOpenDialog()
  return (
    <>
      <ImportDialog request={dialog?.name === 'import' ? dialog : null} onClose={close} />
      <AddArchiveDialog request={dialog?.name === 'archive' ? dialog : null} onClose={close} />
      <ExportDialog articleIds={dialog?.name === 'export' ? dialog.articleIds : null} onClose={close} />
      <VersionsDialog request={dialog?.name === 'version' ? dialog : null} onClose={close} />
      <CommandPalette isOpen={dialog?.name === 'palette'} onClose={close} />
      <KeyboardSheet isOpen={dialog?.name === 'keyboard'} onClose={close} />
    </>
  )
}
