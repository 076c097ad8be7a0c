import { Label, Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import './Slider.css'

export interface SliderProps {
  label: string
  value: number
  min: number
  max: number
  step: number
  /** The value in words: `18 px`. */
  format: (value: number) => string
  onChange: (value: number) => void
  /** Called once the person lets go. */
  onChangeEnd?: (value: number) => void
}

/** Chooses a number by pointer or arrow keys. */
export function Slider({ label, value, min, max, step, format, onChange, onChangeEnd }: SliderProps) {
  return (
    <AriaSlider
      className="slider"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={onChange}
      {...(onChangeEnd ? { onChangeEnd } : {})}
    >
      <Label className="slider__label">{label}</Label>
      <SliderTrack className="slider__track">
        {({ state }) => (
          <>
            <span className="slider__fill" style={{ '--v': `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className="slider__thumb" />
          </>
        )}
      </SliderTrack>
      <SliderOutput className="slider__value num">{format(value)}</SliderOutput>
    </AriaSlider>
  )
}
