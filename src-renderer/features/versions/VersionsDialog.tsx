import { useState } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import type { ArticleId, SnapshotId } from '@shared/domain/ids'
import { useArticle } from '../../client/articles'
import { useVersions } from '../../client/snapshots'
import { Button } from '../../ui/controls/Button'
import { dayAndTime } from './version-words'
import { Comparison } from './Comparison'
import { EarlierVersion } from './EarlierVersion'
import './VersionsDialog.css'

interface VersionsDialogProps {
  /** Which version of which article, at which passage; null while the dialog is closed. */
  readonly request: VersionRequest | null
  readonly onClose: () => void
}

interface VersionRequest {
  readonly articleId: ArticleId
  readonly snapshotId: SnapshotId
  readonly at: number | null
  readonly show: 'page' | 'changes'
}

/** An earlier version of an article over the whole window: read only, or compared with the newest. Esc goes back. */
export function VersionsDialog({ request, onClose }: VersionsDialogProps) {
  return (
    <ModalOverlay
      className="versions-scrim"
      isOpen={request !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      <Modal className="versions-modal">
        <AriaDialog className="versions" aria-label="Earlier version">
          {request ? <Versions key={request.snapshotId} request={request} onClose={onClose} /> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function Versions({ request, onClose }: { readonly request: VersionRequest; readonly onClose: () => void }) {
  const { data: article } = useArticle(request.articleId)
  const { data: versions } = useVersions(request.articleId)
  const [show, setShow] = useState(request.show)
  const shown = versions?.find(({ id }) => id === request.snapshotId)
  if (!article || !shown) return <div className="versions__bar" aria-busy />
  const when = dayAndTime(shown.createdAt)
  return (
    <>
      <header className="versions__bar">
        <p className="versions__which" role="status">
          <span>
            {show === 'page' ? 'You are reading the version of ' : 'What changed since the version of '}
            <strong>{when}</strong>
          </span>
          <span className="versions__title" dir="auto">
            {article.title}
          </span>
        </p>
        <Button onPress={() => setShow(show === 'page' ? 'changes' : 'page')}>
          {show === 'page' ? 'Compare' : 'Read this version'}
        </Button>
        <Button look="primary" onPress={onClose} autoFocus>
          Back to the newest
        </Button>
      </header>
      {show === 'page' ? (
        <EarlierVersion article={article} snapshotId={shown.id} at={request.at} />
      ) : (
        <Comparison article={article} from={shown.id} />
      )}
    </>
  )
}
