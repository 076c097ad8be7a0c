import type { HighlightColour } from '@shared/domain/colour'

/** The highlight colours in the order of the keys 1 to 5. */
export const HIGHLIGHT_COLOURS = [
  'yellow',
  'green',
  'blue',
  'pink',
  'purple',
] as const satisfies readonly HighlightColour[]
