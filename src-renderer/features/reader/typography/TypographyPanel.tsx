import { Radio, RadioGroup } from 'react-aria-components'
import { DEFAULT_TYPOGRAPHY } from './default-typography'
import type { Settings, SettingsChange, Theme, Typeface, Typography } from '@shared/domain/settings'
import { Button } from '../../../ui/controls/Button'
import { TypographySliders } from '../../../ui/controls/TypographySliders'
import './TypographyPanel.css'

const FACES: readonly { value: Typeface; label: string; family: string }[] = [
  { value: 'literata', label: 'Literata', family: 'var(--font-reading)' },
  { value: 'source-serif', label: 'Source', family: 'var(--font-reading-alt)' },
  { value: 'inter', label: 'Inter', family: 'var(--font-ui)' },
  { value: 'atkinson', label: 'Atkinson', family: 'var(--font-legible)' },
]

const THEMES: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'Match system' },
  { value: 'paper', label: 'Paper' },
  { value: 'sepia', label: 'Sepia' },
  { value: 'night', label: 'Night' },
  { value: 'contrast', label: 'High contrast' },
]

interface TypographyPanelProps {
  readonly settings: Settings
  readonly onChange: (change: SettingsChange) => void
}

/** How articles are set, and the theme; every change shows at once. */
export function TypographyPanel({ settings, onChange }: TypographyPanelProps) {
  const { typography, theme } = settings
  const set = (change: Partial<Typography>) => onChange({ typography: change })
  return (
    <div className="typography-panel">
      <RadioGroup
        className="typography-panel__faces"
        aria-label="Typeface"
        value={typography.typeface}
        onChange={(typeface) => set({ typeface: FACES.find((face) => face.value === typeface)?.value ?? 'literata' })}
      >
        {FACES.map((face) => (
          <Radio
            key={face.value}
            value={face.value}
            className="typography-panel__face"
            style={{ fontFamily: face.family }}
            aria-label={face.label}
          >
            Ag<small>{face.label}</small>
          </Radio>
        ))}
      </RadioGroup>
      <TypographySliders typography={typography} onChange={set} />
      <RadioGroup
        className="typography-panel__themes"
        aria-label="Theme"
        value={theme}
        onChange={(value) => onChange({ theme: THEMES.find((each) => each.value === value)?.value ?? 'system' })}
      >
        {THEMES.map(({ value, label }) => (
          <Radio
            key={value}
            value={value}
            aria-label={label}
            className={`typography-panel__theme typography-panel__theme--${value}`}
            {...(value === 'system' ? {} : { 'data-theme': value })}
          >
            <span aria-hidden>{value === 'system' ? '' : 'A'}</span>
          </Radio>
        ))}
      </RadioGroup>
      <div className="typography-panel__foot">
        <Button look="link" onPress={() => onChange({ typography: DEFAULT_TYPOGRAPHY })}>
          Reset
        </Button>
      </div>
    </div>
  )
}
