import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import type { Reading } from '../storing/bring-in'
import type { TakenItem } from './import-job'
import type { Staging } from './staging'

/** Raised when what is read of a source takes another shape: what an older Lectern kept is then read anew. */
const SHAPE = 1

// We wrote the file ourselves; the number tells whether this Lectern's shape is in it.
const Kept = z.object({ shape: z.literal(SHAPE), reading: z.custom<Reading>() })

/** What was read and waits for an answer, on disk: the web is not asked again, and nothing of it stays in memory. */
export async function keepReading({ importId, id }: TakenItem, reading: Reading, staging: Staging): Promise<void> {
  await staging.putRead(importId, id, serialize({ shape: SHAPE, reading }))
}

/** What was kept for an item; null when there is nothing, or nothing that can be used. */
export async function keptReading({ importId, id }: TakenItem, staging: Staging): Promise<Reading | null> {
  const bytes = await staging.readRead(importId, id)
  if (bytes === null) return null
  try {
    return Kept.parse(deserialize(bytes)).reading
  } catch {
    return null
  }
}
