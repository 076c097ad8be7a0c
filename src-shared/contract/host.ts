import { z } from 'zod'
import { method } from './define'

/** What the host itself does, outside the library. Answered by the host, not by the backend. */
export const host = {
  /** Opens an address in the person's browser or mail program. Only http, https and mailto. */
  openExternal: method(
    z.object({
      url: z
        .string()
        .max(4096)
        .regex(/^(?:https?:\/\/|mailto:)/iu),
    }),
    z.void(),
  ),
}
