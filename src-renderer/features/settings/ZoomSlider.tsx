import { useState } from 'react'
import { useSettings, useUpdateSettings } from '../../client/settings'
import { Slider } from '../../ui/controls/Slider'

/** Size of the whole interface. It changes when the slider is let go, so that the slider does not move away meanwhile. */
export function ZoomSlider() {
  const { zoom } = useSettings()
  const update = useUpdateSettings()
  const [held, setHeld] = useState<number | null>(null)
  return (
    <Slider
      label="Zoom"
      value={held ?? zoom}
      min={80}
      max={200}
      step={10}
      format={(value) => `${value}%`}
      onChange={setHeld}
      onChangeEnd={(value) => {
        setHeld(null)
        update({ zoom: value })
      }}
    />
  )
}
