import { z } from 'zod'
import { method } from './define'

export const LibraryInfo = z.object({
  /** The folder that holds the library on this computer. */
  folder: z.string(),
  articles: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  /** Database and assets, in bytes. */
  bytes: z.int().nonnegative(),
  /** Lectern's version. */
  version: z.string(),
})
export type LibraryInfo = z.infer<typeof LibraryInfo>

export const library = {
  info: method(z.void(), LibraryInfo),
}
