import { useState } from 'react'
import type { HighlightColour } from '@shared/domain/colour'
import { HIGHLIGHT_COLOURS } from '../../anchoring/colours'
import { useSettings, useUpdateSettings } from '../../client/settings'
import { Kbd } from '../../ui/controls/Kbd'
import { Swatch } from '../../ui/controls/Swatch'
import { Switch } from '../../ui/controls/Switch'
import { TextField } from '../../ui/controls/TextField'
import './HighlightsSection.css'
import { ReviewSettings } from './ReviewSettings'

/** What each colour means, and whether highlights are told apart by line too. */
export function HighlightsSection() {
  const { underlineHighlights } = useSettings()
  const update = useUpdateSettings()
  return (
    <div>
      <section aria-labelledby="settings-colours">
        <h2 id="settings-colours">What the colours mean</h2>
        <ul className="highlights-section__colours">
          {HIGHLIGHT_COLOURS.map((colour, index) => (
            <li key={colour} className="highlights-section__colour">
              <Kbd keys={String(index + 1)} />
              <Swatch colour={colour} size={18} />
              <ColourName colour={colour} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="settings-lines">
        <h2 id="settings-lines">Lines</h2>
        <div className="settings-row">
          <Switch isSelected={underlineHighlights} onChange={(on) => update({ underlineHighlights: on })}>
            Underline highlights
            <span className="settings-row__help">
              Each colour gets a line of its own: solid, double, dotted, wavy, dashed
            </span>
          </Switch>
        </div>
        <p className="highlights-section__lines" aria-hidden>
          {HIGHLIGHT_COLOURS.map((colour) => (
            <span key={colour} data-colour={colour} data-lined={underlineHighlights}>
              the epidemic waned
            </span>
          ))}
        </p>
      </section>
      <ReviewSettings />
    </div>
  )
}

function ColourName({ colour }: { colour: HighlightColour }) {
  const { colourNames } = useSettings()
  const update = useUpdateSettings()
  const [text, setText] = useState(colourNames[colour])
  const save = () => {
    const name = text.trim().slice(0, 40)
    if (name === '') setText(colourNames[colour])
    else if (name !== colourNames[colour]) update({ colourNames: { [colour]: name } })
  }
  return (
    <TextField
      label={`Meaning of ${colour}`}
      value={text}
      onChange={setText}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') setText(colourNames[colour])
      }}
    />
  )
}
