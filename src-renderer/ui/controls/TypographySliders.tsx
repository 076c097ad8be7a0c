import type { Typography } from '@shared/domain/settings'
import { SegmentedControl } from './SegmentedControl'
import { Slider } from './Slider'
import './TypographySliders.css'

interface TypographySlidersProps {
  readonly typography: Typography
  readonly onChange: (change: Partial<Typography>) => void
}

/** Size, line height, width and alignment of the reading text. */
export function TypographySliders({ typography, onChange }: TypographySlidersProps) {
  return (
    <div className="typography-sliders">
      <Slider
        label="Size"
        value={typography.size}
        min={14}
        max={30}
        step={1}
        format={(size) => `${size} px`}
        onChange={(size) => onChange({ size })}
      />
      <Slider
        label="Line height"
        value={typography.leading}
        min={1.3}
        max={2}
        step={0.05}
        format={(leading) => leading.toFixed(2)}
        onChange={(leading) => onChange({ leading: Math.round(leading * 100) / 100 })}
      />
      <Slider
        label="Width"
        value={typography.measure}
        min={45}
        max={85}
        step={1}
        format={(measure) => `${measure} ch`}
        onChange={(measure) => onChange({ measure })}
      />
      <div className="typography-sliders__align">
        <span>Align</span>
        <SegmentedControl
          label="Align"
          value={typography.justified ? 'justified' : 'ragged'}
          options={[
            { value: 'ragged', label: 'Ragged' },
            { value: 'justified', label: 'Justified' },
          ]}
          onChange={(align) => onChange({ justified: align === 'justified' })}
        />
      </div>
    </div>
  )
}
