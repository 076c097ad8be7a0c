import type { HighlightColour } from '@shared/domain/colour'
import './Swatch.css'

/** A dot of a highlight colour. Decoration: the colour's name stands beside it or on its control. */
export function Swatch({ colour, size = 12 }: { colour: HighlightColour; size?: number }) {
  return <span className="swatch" data-colour={colour} style={{ width: size, height: size }} aria-hidden />
}
