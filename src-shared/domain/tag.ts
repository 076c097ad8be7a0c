import { z } from 'zod'

/** A tag as a person typed it, without `#`: trimmed, in Unicode NFC, inner white space folded to one space. */
export const Tag = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/^#+/u, '').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(100))
export type Tag = z.infer<typeof Tag>
