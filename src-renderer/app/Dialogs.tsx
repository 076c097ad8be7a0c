import { AddArchiveDialog } from '../features/archives/AddArchiveDialog'
import { ExportDialog } from '../features/exporting/ExportDialog'
import { ImportDialog } from '../features/importing/ImportDialog'
import { MigrateDialog } from '../features/migrating/MigrateDialog'
import { CommandPalette } from '../features/palette/CommandPalette'
import { KeyboardSheet } from '../features/palette/KeyboardSheet'
import { RenameTagDialog } from '../features/tags/RenameTagDialog'
import { MoveTopicDialog } from '../features/topics/MoveTopicDialog'
import { TopicDialog } from '../features/topics/TopicDialog'
import { TopicsOfArticles } from '../features/topics/TopicsOfArticles'
import { VersionsDialog } from '../features/versions/VersionsDialog'
import { openDialog, useOpenDialog } from '../ui/dialogs/dialogs'

const close = () => openDialog(null)

/** The dialogs of the window; at most one is open. */
export function Dialogs() {
  const dialog = useOpenDialog()
  return (
    <>
      <ImportDialog request={dialog?.name === 'import' ? dialog : null} onClose={close} />
      <AddArchiveDialog request={dialog?.name === 'archive' ? dialog : null} onClose={close} />
      <ExportDialog request={dialog?.name === 'export' ? dialog : null} onClose={close} />
      <VersionsDialog request={dialog?.name === 'version' ? dialog : null} onClose={close} />
      <TopicDialog request={dialog?.name === 'topic' ? dialog : null} onClose={close} />
      <MoveTopicDialog topic={dialog?.name === 'move-topic' ? dialog.topic : null} onClose={close} />
      <TopicsOfArticles articleIds={dialog?.name === 'topics' ? dialog.articleIds : null} onClose={close} />
      <RenameTagDialog tag={dialog?.name === 'rename-tag' ? dialog.tag : null} onClose={close} />
      <MigrateDialog isOpen={dialog?.name === 'migrate'} onClose={close} />
      <CommandPalette isOpen={dialog?.name === 'palette'} onClose={close} />
      <KeyboardSheet isOpen={dialog?.name === 'keyboard'} onClose={close} />
    </>
  )
}
