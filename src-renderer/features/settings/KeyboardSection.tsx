import { useSettings, useUpdateSettings } from '../../client/settings'
import { CommandTable } from '../../ui/commands/CommandTable'
import { useCommandList } from '../../ui/commands/use-commands'
import { Switch } from '../../ui/controls/Switch'

/** Whether single keys act, and every command with a key. */
export function KeyboardSection() {
  const { singleKeys } = useSettings()
  const update = useUpdateSettings()
  const commands = useCommandList()
  return (
    <div>
      <section aria-labelledby="settings-single">
        <h2 id="settings-single">Single keys</h2>
        <div className="settings-row">
          <Switch isSelected={singleKeys} onChange={(on) => update({ singleKeys: on })}>
            Keys without Ctrl, Alt or ⌘ act
            <span className="settings-row__help">
              E archives, H goes to the next highlight. They never act while you write.
            </span>
          </Switch>
        </div>
      </section>
      <section aria-label="Keys">
        <CommandTable commands={commands} headings="h2" />
        <p className="settings-row__help">
          Keys of the list and the reader are listed while an article is shown: press ? there.
        </p>
      </section>
    </div>
  )
}
