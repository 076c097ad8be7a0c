import type { Archive } from '@shared/contract/archives'
import { useClient } from '../../client/client'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { sizeInWords } from '../../ui/size-words'
import { showToast } from '../../ui/toasts'
import { reportError } from '../../ui/use-article-actions'
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
    <Dialog
      title="Remove this archive?"
      isOpen={archive !== null}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      role="alertdialog"
      width="sm"
      footer={
        <>
          <span className="grow" />
          <Button size="lg" autoFocus onPress={onClose}>
            Keep
          </Button>
          <Button size="lg" look="danger" onPress={remove}>
            {archive?.isCopy ? 'Delete the copy' : 'Remove from the list'}
          </Button>
        </>
      }
    >
      <p className="add-archive__words">
        {archive?.isCopy
          ? `“${archive.title}” was copied into your library’s folder. The copy (${sizeInWords(archive.bytes)}) is deleted.`
          : `“${archive?.title ?? ''}” leaves this list. Its file stays where it is.`}{' '}
        Articles that you imported from it stay.
      </p>
    </Dialog>
  )
}
