import { Check } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Typeface, Typography } from '@shared/domain/settings'
import { useSettings, useUpdateSettings } from '../../client/settings'
import { TypographySliders } from '../../ui/controls/TypographySliders'
import { ThemePicker } from './ThemePicker'
import './ReadingSection.css'

const TYPEFACES: readonly { value: Typeface; name: string; about: string; font: string }[] = [
  { value: 'literata', name: 'Literata', about: 'Made for long reading', font: 'var(--font-reading)' },
  { value: 'source-serif', name: 'Source Serif', about: 'Crisp and compact', font: 'var(--font-reading-alt)' },
  { value: 'inter', name: 'Inter', about: 'Plain sans', font: 'var(--font-reading-sans)' },
  {
    value: 'atkinson',
    name: 'Atkinson Hyperlegible',
    about: 'Letters that are hard to confuse',
    font: 'var(--font-legible)',
  },
  { value: 'system', name: 'System', about: 'The typeface of this computer', font: 'system-ui, sans-serif' },
]

/** Theme and how articles are set; the preview beside it follows. */
export function ReadingSection() {
  const { typography } = useSettings()
  const update = useUpdateSettings()
  const set = (change: Partial<Typography>) => update({ typography: change })
  return (
    <div className="reading-section">
      <section aria-labelledby="settings-theme">
        <h2 id="settings-theme">Theme</h2>
        <ThemePicker />
      </section>
      <section>
        <RadioGroup
          className="reading-section__faces"
          value={typography.typeface}
          onChange={(value) => {
            const face = TYPEFACES.find((each) => each.value === value)
            if (face) set({ typeface: face.value })
          }}
        >
          <Label className="reading-section__label">Typeface</Label>
          {TYPEFACES.map(({ value, name, about, font }) => (
            <Radio key={value} value={value} className="reading-section__face">
              <span style={{ fontFamily: font }}>{name}</span>
              <small>{about}</small>
              <Check className="icon" aria-hidden />
            </Radio>
          ))}
        </RadioGroup>
      </section>
      <section aria-labelledby="settings-text">
        <h2 id="settings-text">Text</h2>
        <TypographySliders typography={typography} onChange={set} />
        <p className="settings-row__help">Justified text is hyphenated by the language of each article.</p>
      </section>
    </div>
  )
}
