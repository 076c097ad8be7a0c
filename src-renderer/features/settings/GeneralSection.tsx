import { useSettings, useUpdateSettings } from '../../client/settings'
import { SegmentedControl } from '../../ui/controls/SegmentedControl'
import { ThemePicker } from './ThemePicker'
import { ZoomSlider } from './ZoomSlider'

/** Theme, density and size of the interface. */
export function GeneralSection() {
  const { density } = useSettings()
  const update = useUpdateSettings()
  return (
    <div>
      <section aria-labelledby="settings-theme">
        <h2 id="settings-theme">Theme</h2>
        <ThemePicker />
      </section>
      <section aria-labelledby="settings-window">
        <h2 id="settings-window">Window</h2>
        <div className="settings-row">
          Density
          <SegmentedControl
            label="Density"
            value={density}
            options={[
              { value: 'comfortable', label: 'Comfortable' },
              { value: 'compact', label: 'Compact' },
            ]}
            onChange={(value) => update({ density: value })}
          />
        </div>
        <ZoomSlider />
      </section>
    </div>
  )
}
