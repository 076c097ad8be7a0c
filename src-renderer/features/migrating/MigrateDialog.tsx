import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { MigrationPlan } from '@shared/contract/migrating'
import type { MigrationId } from '@shared/domain/ids'
import { useClient } from '../../client/client'
import { useLookAtFiles, useMigration } from '../../client/migrating'
import { Button } from '../../ui/controls/Button'
import { Dialog } from '../../ui/dialogs/Dialog'
import { chosenFiles } from '../../ui/files/dropped-files'
import { reportError } from '../../ui/undo/perform'
import { saveDownload } from '../../ui/files/save-download'
import { FetchArticles } from './FetchArticles'
import { PlanView } from './PlanView'
import { ResultView } from './ResultView'
import './MigrateDialog.css'

interface MigrateDialogProps {
  isOpen: boolean
  onClose: () => void
}

/** Brings in what another reader kept: choose files, see what would come, bring it in, see what became of it. */
export function MigrateDialog({ isOpen, onClose }: MigrateDialogProps) {
  const client = useClient()
  const look = useLookAtFiles()
  const [looked, setLooked] = useState<{ migrationId: MigrationId; plan: MigrationPlan } | null>(null)
  const { data: migration } = useMigration(looked?.migrationId ?? null)
  const isRunning = migration?.state === 'running'
  const isOver = migration?.state === 'done' || migration?.state === 'stopped'

  const choose = (files: FileList | null): void => {
    const chosen = chosenFiles(files)
    if (chosen.length > 0) look.mutate(chosen, { onSuccess: setLooked })
  }
  const forget = (): void => {
    if (looked !== null) client.migrating.discard({ migrationId: looked.migrationId }).catch(reportError)
    setLooked(null)
    look.reset()
  }
  const start = (migrationId: MigrationId): void => void client.migrating.start({ migrationId }).catch(reportError)
  const saveReport = (migrationId: MigrationId): void =>
    void client.migrating
      .report({ migrationId, format: 'markdown' })
      .then(({ text, ...file }) => saveDownload({ ...file, bytes: new TextEncoder().encode(text) }))
      .catch(reportError)

  return (
    <Dialog
      title="Bring in from another reader"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (open) return
        if (!isRunning) forget()
        onClose()
      }}
      width="md"
      footer={
        looked !== null && (
          <>
            <span className="migrate-dialog__gap" />
            {isOver ? (
              <>
                <Button look="ghost" onPress={forget}>
                  Bring in more
                </Button>
                <Button onPress={() => saveReport(looked.migrationId)}>Save the report</Button>
                <Button
                  look="primary"
                  onPress={() => {
                    forget()
                    onClose()
                  }}
                >
                  Done
                </Button>
              </>
            ) : isRunning ? (
              <Button
                onPress={() => void client.migrating.stop({ migrationId: looked.migrationId }).catch(reportError)}
              >
                Stop
              </Button>
            ) : (
              <>
                <Button look="ghost" onPress={forget}>
                  Other files
                </Button>
                <Button
                  look="primary"
                  isDisabled={looked.plan.files.length === 0}
                  onPress={() => start(looked.migrationId)}
                >
                  Bring it in
                </Button>
              </>
            )}
          </>
        )
      }
    >
      <div className="migrate-dialog">
        {looked === null ? (
          <>
            <p>
              Choose what you exported from Pocket, Instapaper, Omnivore, Readwise, Reader, Raindrop, Matter, Wallabag,
              Hypothesis, Zotero, a Kindle, Obsidian’s clipper or a browser. You see first what would come.
            </p>
            <div className="migrate-dialog__choose">
              <FileTrigger allowsMultiple onSelect={choose}>
                <Button look="primary" isDisabled={look.isPending}>
                  {look.isPending ? 'Reading…' : 'Choose files…'}
                </Button>
              </FileTrigger>
              <FileTrigger acceptDirectory onSelect={choose}>
                <Button isDisabled={look.isPending}>Choose a folder…</Button>
              </FileTrigger>
            </div>
            {look.error && (
              <p className="migrate-dialog__problem" role="alert">
                {look.error.message}
              </p>
            )}
            <FetchArticles onFetch={onClose} />
          </>
        ) : isRunning || isOver ? (
          <ResultView migration={migration} onFetch={onClose} />
        ) : (
          <PlanView plan={looked.plan} />
        )}
      </div>
    </Dialog>
  )
}
