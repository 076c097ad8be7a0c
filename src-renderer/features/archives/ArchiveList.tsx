import { LibraryBig } from 'lucide-react'
import { useState } from 'react'
import type { Archive } from '@shared/contract/archives'
import { counted } from '../../ui/words/article-words'
import { useClient } from '../../client/client'
import { Button } from '../../ui/controls/Button'
import { openDialog } from '../../ui/dialogs/dialogs'
import { EmptyState } from '../../ui/layout/EmptyState'
import { PageHeader } from '../../ui/layout/PageHeader'
import { routeToHash } from '../../ui/places/route'
import { showToast } from '../../ui/undo/toasts'
import { reportError } from '../../ui/undo/perform'
import { archiveInWords } from './archive-words'
import { RemoveArchiveDialog } from './RemoveArchiveDialog'
import './ArchiveList.css'

const add = () => openDialog({ name: 'archive', file: null })

interface ArchiveListProps {
  /** null until they are known. */
  archives: readonly Archive[] | null
  onShowSidebar: (() => void) | null
}

/** The archives that the library knows, each with what it is. */
export function ArchiveList({ archives, onShowSidebar }: ArchiveListProps) {
  const [asked, setAsked] = useState<Archive | null>(null)
  return (
    <main className="pane page archive-list" aria-label="ZIM archives" data-pane>
      <PageHeader
        title="ZIM archives"
        summary={archives && archives.length > 0 ? counted(archives.length, 'archive') : ''}
        onShowSidebar={onShowSidebar}
      >
        <Button onPress={add}>Add archive…</Button>
      </PageHeader>
      {archives?.length === 0 ? (
        <EmptyState icon={<LibraryBig aria-hidden />} title="No archives yet">
          <p>
            A ZIM archive holds a whole site in one file: all of Wikipedia, a dictionary, a manual. Get one from Kiwix,
            search it here without a network, and import the articles you want to annotate.
          </p>
          <Button onPress={add}>Add archive…</Button>
        </EmptyState>
      ) : (
        <ul className="archive-list__rows" aria-label="Archives">
          {archives?.map((archive) => (
            <Row key={archive.id} archive={archive} onRemove={() => setAsked(archive)} />
          ))}
        </ul>
      )}
      <RemoveArchiveDialog archive={asked} onClose={() => setAsked(null)} />
    </main>
  )
}

function Row({ archive, onRemove }: { archive: Archive; onRemove: () => void }) {
  const client = useClient()
  const [checking, setChecking] = useState(false)
  const { id, title, description, state, icon, path } = archive
  const isMissing = state === 'missing'

  const check = () => {
    setChecking(true)
    client.archives
      .check({ id })
      .then(() => showToast({ message: `“${title}” is whole: all of it was read, and its checksum fits.` }))
      .catch(reportError)
      .finally(() => setChecking(false))
  }

  return (
    <li className="archive-list__row" data-missing={isMissing}>
      {icon && !isMissing ? (
        <img className="archive-list__icon" src={`/archives/${id}/file?path=${encodeURIComponent(icon)}`} alt="" />
      ) : (
        <span className="archive-list__icon">
          <LibraryBig className="icon" aria-hidden />
        </span>
      )}
      <div className="grow">
        <h2>
          {isMissing ? (
            title
          ) : (
            <a href={routeToHash({ page: 'archives', archiveId: id, text: '', path: null })}>{title}</a>
          )}
        </h2>
        {isMissing ? (
          <p className="archive-list__missing" role="note">
            Its file is not at {path}. Connect the drive it is on, or add it again from where it is now. What you
            imported from it is safe.
          </p>
        ) : (
          <>
            {description && <p>{description}</p>}
            <small>{archiveInWords(archive)}</small>
          </>
        )}
      </div>
      {isMissing ? (
        <Button onPress={add} aria-label={`Find ${title} again…`}>
          Find it again…
        </Button>
      ) : (
        <Button look="ghost" onPress={check} isDisabled={checking} aria-label={`Check ${title}`}>
          {checking ? 'Checking…' : 'Check'}
        </Button>
      )}
      <Button look="ghost" onPress={onRemove} aria-label={`Remove ${title}…`}>
        Remove…
      </Button>
    </li>
  )
}
