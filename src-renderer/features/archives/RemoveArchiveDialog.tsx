import type { Archive } from '@shared/contract/archives'
import { useClient } from '../../client/client'
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog'
import { sizeInWords } from '../../ui/words/size-words'
import { showToast } from '../../ui/undo/toasts'
import { reportError } from '../../ui/undo/perform'
import './AddArchiveDialog.css'

/** Asks before an archive leaves the list, and says what becomes of its file. */
export function RemoveArchiveDialog({ archive, onClose }: { archive: Archive | null; onClose: () => void }) {
  const client = useClient()
  const remove = () => {
    if (archive === null) return
    client.archives
      .remove({ id: archive.id })
      .then(() => showToast({ message: `“${archive.title}” removed` }))
      .catch(reportError)
    onClose()
  }
  return (
    <ConfirmDialog
      title="Remove this archive?"
      isOpen={archive !== null}
      action={archive?.isCopy ? 'Delete the copy' : 'Remove from the list'}
      onCancel={onClose}
      onConfirm={remove}
    >
      <p className="add-archive__words">
        {archive?.isCopy
          ? `“${archive.title}” was copied into your library’s folder. The copy (${sizeInWords(archive.bytes)}) is deleted.`
          : `“${archive?.title ?? ''}” leaves this list. Its file stays where it is.`}{' '}
        Articles that you imported from it stay.
      </p>
    </ConfirmDialog>
  )
}
