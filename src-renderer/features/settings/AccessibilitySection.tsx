import { useSettings, useUpdateSettings } from '../../client/settings'
import { Switch } from '../../ui/controls/Switch'
import { ZoomSlider } from './ZoomSlider'

/** Size, motion, contrast and what does not depend on colour. */
export function AccessibilitySection() {
  const { motion, theme, underlineHighlights, singleKeys } = useSettings()
  const update = useUpdateSettings()
  return (
    <div>
      <section aria-labelledby="settings-see">
        <h2 id="settings-see">Seeing</h2>
        <ZoomSlider />
        <div className="settings-row">
          <Switch isSelected={theme === 'contrast'} onChange={(on) => update({ theme: on ? 'contrast' : 'system' })}>
            High contrast
            <span className="settings-row__help">Black on white, thicker focus rings, highlights underlined</span>
          </Switch>
        </div>
        <div className="settings-row">
          <Switch isSelected={underlineHighlights} onChange={(on) => update({ underlineHighlights: on })}>
            Underline highlights
            <span className="settings-row__help">Tells them apart by line style as well as by colour</span>
          </Switch>
        </div>
        <div className="settings-row">
          <Switch isSelected={motion === 'reduced'} onChange={(on) => update({ motion: on ? 'reduced' : 'system' })}>
            Reduce motion
            <span className="settings-row__help">Off follows the setting of this computer</span>
          </Switch>
        </div>
      </section>
      <section aria-labelledby="settings-press">
        <h2 id="settings-press">Keyboard</h2>
        <div className="settings-row">
          <Switch isSelected={singleKeys} onChange={(on) => update({ singleKeys: on })}>
            Keys without Ctrl, Alt or ⌘ act
            <span className="settings-row__help">Switch them off where they get in the way of speech input</span>
          </Switch>
        </div>
      </section>
    </div>
  )
}
