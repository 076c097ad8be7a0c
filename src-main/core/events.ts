import type { z } from 'zod'
import type { LecternEvent } from '@shared/contract/events'

/** Tells every window what changed. Called after the transaction that changed it. */
export type Emit = (event: z.input<typeof LecternEvent>) => void
