import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Theme } from '@shared/domain/settings'
import { useSettings, useUpdateSettings } from '../../client/settings'
import './ThemePicker.css'

const THEMES: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'paper', label: 'Paper' },
  { value: 'sepia', label: 'Sepia' },
  { value: 'night', label: 'Night' },
  { value: 'contrast', label: 'Contrast' },
]

/** Chooses the theme, each shown as it looks. */
export function ThemePicker() {
  const { theme } = useSettings()
  const update = useUpdateSettings()
  return (
    <RadioGroup
      className="theme-picker"
      orientation="horizontal"
      value={theme}
      onChange={(value) => {
        const chosen = THEMES.find((each) => each.value === value)
        if (chosen) update({ theme: chosen.value })
      }}
    >
      <Label className="visually-hidden">Theme</Label>
      {THEMES.map(({ value, label }) => (
        <Radio key={value} value={value} className="theme-picker__choice">
          <span
            className="theme-picker__card"
            data-theme={value === 'system' ? undefined : value}
            data-card={value}
            aria-hidden
          >
            Aa
          </span>
          {label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
