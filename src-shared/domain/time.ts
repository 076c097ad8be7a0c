import { z } from 'zod'

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export const EpochMs = z.int().nonnegative()
export type EpochMs = z.infer<typeof EpochMs>
