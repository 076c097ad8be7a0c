import { z } from 'zod'
import { cleanTag } from '../text/clean-tag'

/** A tag as a person typed it, without `#` and in Unicode NFC; `a/b` is nested in `a`. */
export const Tag = z.string().transform(cleanTag).pipe(z.string().min(1).max(100))
export type Tag = z.infer<typeof Tag>
