import { z } from 'zod'

/** The five highlight colours, in the order of the keys 1 to 5. */
export const HighlightColour = z.enum(['yellow', 'green', 'blue', 'pink', 'purple'])
export type HighlightColour = z.infer<typeof HighlightColour>
