import { ClipboardPaste, FileText, FolderOpen, Link, PanelLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Theme } from '@shared/domain/settings'
import { useClient } from '../../client/client'
import { useSettings, useUpdateSettings } from '../../client/settings'
import { Button } from '../../ui/controls/Button'
import { type ImportWay, openDialog } from '../../ui/dialogs/dialogs'
import { IconButton } from '../../ui/controls/IconButton'
import { Kbd } from '../../ui/controls/Kbd'
import { openArticle } from '../../ui/places/route'
import { SegmentedControl } from '../../ui/controls/SegmentedControl'
import { reportError } from '../../ui/undo/perform'
import { LecternDrawing } from './LecternDrawing'
import './FirstRun.css'

const WAYS: readonly { way: ImportWay; icon: ReactNode; title: string; text: string }[] = [
  { way: 'files', icon: <FileText aria-hidden />, title: 'Choose files', text: 'or drop them in this window' },
  { way: 'link', icon: <Link aria-hidden />, title: 'Paste a link', text: 'a web page or a Wikipedia article' },
  { way: 'paste', icon: <ClipboardPaste aria-hidden />, title: 'Paste text', text: 'plain text, Markdown or HTML' },
  { way: 'folder', icon: <FolderOpen aria-hidden />, title: 'Add a folder', text: 'saved pages, notes, texts' },
]

const THEMES: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'Match system' },
  { value: 'paper', label: 'Paper' },
  { value: 'sepia', label: 'Sepia' },
  { value: 'night', label: 'Night' },
  { value: 'contrast', label: 'High contrast' },
]

/** What an empty library shows: ways to add, a sample to try, and a choice of theme. */
export function FirstRun({ onShowSidebar }: { onShowSidebar: (() => void) | null }) {
  const client = useClient()
  const { theme } = useSettings()
  const update = useUpdateSettings()
  const readSample = () => {
    client.imports
      .addSample()
      .then((id) => openArticle(id))
      .catch(reportError)
  }

  return (
    <main className="first-run" aria-label="Welcome" data-pane>
      <div className="first-run__bar">
        {onShowSidebar && (
          <IconButton label="Show sidebar" icon={<PanelLeft aria-hidden />} keys="B" onPress={onShowSidebar} />
        )}
      </div>
      <div className="first-run__middle">
        <LecternDrawing />
        <h1 className="first-run__title">The desk is clear</h1>
        <p className="first-run__lede">
          Add something worth reading. Lectern keeps the whole article on this computer, so it opens without a
          connection and stays as you found it.
        </p>
        <div className="first-run__ways" role="group" aria-label="Ways to add">
          {WAYS.map(({ way, icon, title, text }) => (
            <AriaButton key={way} className="first-run__way" onPress={() => openDialog({ name: 'import', way })}>
              {icon}
              <b>{title}</b>
              <small>{text}</small>
            </AriaButton>
          ))}
        </div>
        <div className="first-run__sample">
          <div className="grow">
            <h2>Reading with a pencil</h2>
            <p>Four minutes to try highlights and notes on.</p>
          </div>
          <Button look="primary" size="lg" onPress={readSample}>
            Read the sample
          </Button>
        </div>
      </div>
      <div className="first-run__foot">
        <span>Theme</span>
        <SegmentedControl label="Theme" value={theme} options={THEMES} onChange={(value) => update({ theme: value })} />
        <span className="grow" />
        <span className="first-run__key">
          <Kbd keys="Mod+K" /> finds any command
        </span>
        <span className="first-run__key">
          <Kbd keys="?" /> shows the keyboard
        </span>
      </div>
    </main>
  )
}
