import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { Backup, BackupContents, CheckReport, RepairReport } from '@shared/contract/backups'
import { LecternError } from '@shared/contract/errors'
import type { BackupTasks } from '../core/backups/tasks'
import type { BackupAnswer, BackupOrder } from './backup-message'

export interface BackupPool extends BackupTasks {
  /** Ends what is under way; nothing half-written counts. */
  close(): Promise<void>
}

/**
 * Does each task in a worker thread of its own, because it takes as long as reading the whole library.
 * @param entry the bundled backup-worker
 */
export function createBackupPool(entry: string): BackupPool {
  const running = new Set<Worker>()

  const obey = async <Shape extends z.ZodType>(order: BackupOrder, shape: Shape): Promise<z.output<Shape>> => {
    const worker = new Worker(entry)
    running.add(worker)
    worker.postMessage(order)
    try {
      const answer = await new Promise<BackupAnswer>((resolve, reject) => {
        worker.once('message', resolve).once('error', reject)
        worker.once('exit', () => reject(closed()))
      })
      if (answer.ok) return shape.parse(answer.value)
      if ('error' in answer) throw new LecternError(answer.error.code, answer.error.message, answer.error.details)
      throw Object.assign(new Error(answer.message), { code: answer.code })
    } finally {
      running.delete(worker)
      await worker.terminate()
    }
  }

  return {
    make: (...input) => obey({ name: 'make', input }, Backup),
    look: (...input) => obey({ name: 'look', input }, BackupContents),
    stage: (...input) => obey({ name: 'stage', input }, z.void()),
    pack: (...input) => obey({ name: 'pack', input }, z.object({ path: z.string(), bytes: z.int() })),
    prepareMove: (...input) => obey({ name: 'prepareMove', input }, z.void()),
    finishMove: (...input) => obey({ name: 'finishMove', input }, z.void()),
    check: (...input) => obey({ name: 'check', input }, CheckReport),
    repair: (...input) => obey({ name: 'repair', input }, RepairReport),
    close: async () => {
      await Promise.all([...running].map((worker) => worker.terminate()))
    },
  }
}

function closed(): LecternError {
  return new LecternError('backend-lost', 'Lectern was closed before this was done. Nothing half-written was kept.')
}
