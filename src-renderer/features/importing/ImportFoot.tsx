import { Ellipsis } from 'lucide-react'
import { useClient } from '../../client/client'
import { Button } from '../../ui/controls/Button'
import { IconButton } from '../../ui/controls/IconButton'
import { Menu, type MenuAction } from '../../ui/controls/Menu'
import { saveDownload } from '../../ui/files/save-download'
import { reportError } from '../../ui/undo/perform'
import type { Importing } from './use-importing'

/** What can be done to the whole import. */
export function ImportFoot({ importing, onClose }: { importing: Importing; onClose: () => void }) {
  const client = useClient()
  const { shown, isRunning, isPaused, upload, earlier } = importing
  const isOver = !isRunning && !isPaused

  async function saveReports(format: 'markdown' | 'csv'): Promise<void> {
    for (const { id: importId, total } of shown) {
      if (total === 0) continue
      const { name, mediaType, text } = await client.imports.report({ importId, format })
      saveDownload({ name, mediaType, bytes: new TextEncoder().encode(text) })
    }
  }
  const save = (format: 'markdown' | 'csv') => void saveReports(format).catch(reportError)

  const actions: MenuAction[] = [
    { id: 'markdown', label: 'Save report…', run: () => save('markdown'), isDisabled: shown.length === 0 },
    { id: 'csv', label: 'Save report as CSV…', run: () => save('csv'), isDisabled: shown.length === 0 },
    {
      id: 'earlier',
      label: earlier === 1 ? 'Show an earlier import' : `Show ${earlier} earlier imports`,
      run: importing.showEarlier,
      isDisabled: earlier === 0,
      separated: true,
    },
    {
      id: 'discard',
      label: 'Remove finished imports from this list',
      run: () => {
        importing.clear()
        importing.discardDone()
      },
      isDisabled: !shown.some(({ state }) => state === 'done') && importing.refused.length === 0,
    },
  ]

  return (
    <>
      <Menu label="Import" actions={actions}>
        <IconButton label="Report and earlier imports" icon={<Ellipsis aria-hidden />} />
      </Menu>
      <span className="grow" />
      {!isOver && (
        <Button look="ghost" size="lg" onPress={importing.stop}>
          Stop
        </Button>
      )}
      {isRunning && !upload && (
        <Button size="lg" onPress={importing.pause}>
          Pause
        </Button>
      )}
      {isPaused && !isRunning && (
        <Button size="lg" onPress={importing.resume}>
          Resume
        </Button>
      )}
      <Button look="primary" size="lg" onPress={onClose}>
        {isRunning ? 'Continue in background' : 'Done'}
      </Button>
    </>
  )
}
