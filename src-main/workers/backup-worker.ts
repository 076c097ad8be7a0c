/** Entry of a worker thread that does one task on a library's files and ends. */
import { parentPort } from 'node:worker_threads'
import { LecternError } from '@shared/contract/errors'
import type { BackupAnswer, BackupOrder } from './backup-message'
import { backupWork } from './backup-work'

async function answer(order: BackupOrder): Promise<BackupAnswer> {
  try {
    return { ok: true, value: await obey(order) }
  } catch (error) {
    if (error instanceof LecternError) return { ok: false, error: error.toData() }
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { ok: false, code, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function obey(order: BackupOrder): Promise<unknown> {
  switch (order.name) {
    case 'make':
      return backupWork.make(...order.input)
    case 'look':
      return backupWork.look(...order.input)
    case 'stage':
      return backupWork.stage(...order.input)
    case 'pack':
      return backupWork.pack(...order.input)
    case 'prepareMove':
      return backupWork.prepareMove(...order.input)
    case 'finishMove':
      return backupWork.finishMove(...order.input)
    case 'check':
      return backupWork.check(...order.input)
    case 'repair':
      return backupWork.repair(...order.input)
  }
}

// The other end is our own pool, so what it sends is an order.
parentPort?.once('message', (order: BackupOrder) => {
  void answer(order).then((message) => parentPort?.postMessage(message))
})
