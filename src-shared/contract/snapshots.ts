import { z } from 'zod'
import { SnapshotId } from '../domain/ids'
import { Snapshot } from '../domain/snapshot'
import { method } from './define'

export const snapshots = {
  /** @throws not-found */
  get: method(z.object({ id: SnapshotId }), Snapshot),
  /** The stored, sanitised fragment; hosts serve it inside a document without scripts. @throws not-found */
  html: method(
    z.object({ id: SnapshotId }),
    z.object({
      html: z.string(),
      language: z.string().nullable(),
      direction: z.enum(['ltr', 'rtl']),
      title: z.string(),
    }),
  ),
}
