import type { ExportFlavour, ExportSettings } from '@shared/domain/exporting'
import { useSettings, useUpdateSettings } from '../../../client/settings'
import { Button } from '../../../ui/controls/Button'
import { openDialog } from '../../../ui/dialogs/dialogs'
import { SegmentedControl } from '../../../ui/controls/SegmentedControl'
import { Switch } from '../../../ui/controls/Switch'
import { CitingSettings } from './CitingSettings'
import { FolderChoice } from './FolderChoice'
import { SyncNow } from './SyncNow'
import { TemplateEditor } from './TemplateEditor'
import './ExportingSection.css'

const FLAVOURS: readonly { value: ExportFlavour; label: string; help: string }[] = [
  { value: 'markdown', label: 'Markdown', help: 'CommonMark with GitHub’s tables and check lists, for any program.' },
  { value: 'obsidian', label: 'Obsidian', help: 'Callouts, properties, [[links]] and ^block ids.' },
  { value: 'logseq', label: 'Logseq', help: 'Bullets with id:: and page properties, in the pages folder.' },
]

/** The folder that highlights and notes are kept in as files, and how they are written. */
export function ExportingSection() {
  const { exporting } = useSettings()
  const update = useUpdateSettings()
  const change = (part: Partial<ExportSettings>): void => update({ exporting: part })
  return (
    <div className="exporting-section">
      <section aria-labelledby="settings-migrating">
        <h2 id="settings-migrating">From another reader</h2>
        <div className="settings-row">
          <span>
            Articles, highlights and notes from Pocket, Readwise, Kindle and others
            <span className="settings-row__help">You see first what would come; again adds nothing twice</span>
          </span>
          <Button onPress={() => openDialog({ name: 'migrate' })}>Bring in from another reader…</Button>
        </div>
      </section>
      <section aria-labelledby="settings-sync">
        <h2 id="settings-sync">Notes folder</h2>
        <p>
          One Markdown file for each article with highlights or notes, each topic and each note. Write into the files as
          you like: syncing again changes what changed in Lectern, and keeps every word of yours.
        </p>
        <FolderChoice
          folder={exporting.folder}
          onChoose={(folder, flavour) => change({ folder, ...(flavour === null ? {} : { flavour }) })}
        />
        <div className="settings-row">
          <span>Written for</span>
          <SegmentedControl
            label="Written for"
            value={exporting.flavour}
            options={FLAVOURS}
            onChange={(flavour) => change({ flavour })}
          />
        </div>
        <p className="exporting-section__help">{FLAVOURS.find(({ value }) => value === exporting.flavour)?.help}</p>
        {exporting.folder !== null && (
          <>
            <div className="settings-row">
              <Switch isSelected={exporting.automatic} onChange={(automatic) => change({ automatic })}>
                Keep it up to date
                <span className="settings-row__help">Shortly after each change, while Lectern is open</span>
              </Switch>
            </div>
            <SyncNow />
          </>
        )}
      </section>
      <CitingSettings />
      <section aria-labelledby="settings-templates">
        <h2 id="settings-templates">Templates</h2>
        <TemplateEditor
          key={exporting.flavour}
          flavour={exporting.flavour}
          own={exporting.templates[exporting.flavour] ?? {}}
          onChange={(own) => change({ templates: { [exporting.flavour]: own } })}
        />
      </section>
    </div>
  )
}
