import { z } from 'zod'

/**
 * Where a passage stands in a snapshot's text: UTF-16 code units from the content root, `start` inclusive, `end`
 * exclusive. (W3C Web Annotation, 4.2.5 TextPositionSelector, counts code points; exports convert.)
 */
export const TextPosition = z
  .object({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine((range) => range.start < range.end, { error: 'A text position must not be empty.' })
export type TextPosition = z.infer<typeof TextPosition>

/** The words of a passage and a little of what stands around them (W3C Web Annotation, 4.2.4 TextQuoteSelector). */
export const TextQuote = z.object({
  /** The passage, exactly `text.slice(start, end)`. */
  exact: z.string().min(1),
  /** Up to 64 UTF-16 units before the passage. */
  prefix: z.string().max(64),
  /** Up to 64 UTF-16 units after the passage. */
  suffix: z.string().max(64),
})
export type TextQuote = z.infer<typeof TextQuote>
