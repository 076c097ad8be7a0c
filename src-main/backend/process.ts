/** The backend process: holds the open library and answers its host. The same for Electron and the web host. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { CallResult } from '@shared/contract/transport'
import { damagedBackups } from '../core/backups/backups'
import { DATABASE_FILE } from '../core/database/database'
import { openLibrary, type Library } from '../core/library'
import { createArchivePool } from '../workers/archive-pool'
import { createBackupPool } from '../workers/backup-pool'
import { createTextPool } from '../workers/text-pool'
import { createImportPool } from '../workers/import-pool'
import { createBackend } from './backend'
import { findHost } from './host-channel'
import { openLogFile } from './log-file'
import type { BackendOptions } from './wire'

const SAMPLE = join(__dirname, '../../resources/sample/reading-with-a-pencil.html')
const CSL = join(__dirname, '../../resources/csl')
const WORKER = join(__dirname, 'import-worker.cjs')
const ARCHIVE_WORKER = join(__dirname, 'archive-worker.cjs')
const BACKUP_WORKER = join(__dirname, 'backup-worker.cjs')
const TEXT_WORKER = join(__dirname, 'text-worker.cjs')

const Options: z.ZodType<BackendOptions> = z.object({
  folder: z.string().min(1),
  version: z.string(),
  mustExist: z.boolean(),
})

function main(): void {
  const { folder, version, mustExist } = Options.parse(JSON.parse(process.argv[2] ?? ''))
  const host = findHost()
  const log = openLogFile(folder, 'backend')
  process.on('uncaughtException', (error) => {
    log(`ended by ${error.stack ?? error.message}`)
    process.exit(1)
  })
  // Ctrl+C in a terminal reaches the host and this process alike; the host decides, and asks to close.
  process.on('SIGINT', () => undefined)

  const pool = createImportPool({ entry: WORKER })
  const archives = createArchivePool({ entry: ARCHIVE_WORKER })
  const backups = createBackupPool(BACKUP_WORKER)
  const texts = createTextPool({ entry: TEXT_WORKER })
  /** What is left to do between closing and being started again. */
  let beforeRestart: (() => Promise<string>) | null = null
  const restart = (to: string, whenClosed: () => Promise<void> = () => Promise.resolve()): void => {
    host.send({ kind: 'hold' })
    beforeRestart = () =>
      whenClosed().then(
        () => to,
        (error: unknown) => {
          log(`stays in ${folder}: ${String(error)}`)
          return folder
        },
      )
    closeOrDie()
  }
  let library: Library | null = null
  let damage: LecternError | null = null
  try {
    if (mustExist) refuseMissing(folder)
    library = openLibrary({
      folder,
      version,
      readSource: pool.readSource,
      archiveReader: archives,
      backupTasks: backups,
      textTasks: texts,
      restart,
      cslFolder: CSL,
      sample: async () => new Uint8Array(await readFile(SAMPLE)),
      emit: (event) => host.send({ kind: 'event', event }),
      now: Date.now,
    })
  } catch (error) {
    log(`could not open the library: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    const known =
      error instanceof LecternError
        ? error
        : new LecternError(
            'internal',
            `The library in ${folder} could not be opened. Its log says why: logs/lectern.log.`,
          )
    if (known.code !== 'library-damaged') {
      host.send({ kind: 'failed', error: known.toData() })
      void pool.close().finally(() => endSoon(1))
      return
    }
    damage = known
  }

  // A damaged library is still open to what puts it right.
  const handlers: Partial<Handlers> =
    library?.handlers ??
    (damage === null ? {} : { backups: damagedBackups({ folder, tasks: backups, now: Date.now, restart }, damage) })
  const answer = createBackend(handlers, log, damage ?? undefined)
  const running = new Set<Promise<CallResult>>()
  let closing = false

  const close = async (): Promise<void> => {
    if (closing) return
    closing = true
    while (running.size > 0) await Promise.all(running)
    await library?.close()
    if (beforeRestart !== null) host.send({ kind: 'restart', folder: await beforeRestart() })
    await backups.close()
    await texts.close()
    await pool.close()
    await archives.close()
    log(beforeRestart === null ? 'closed' : 'closed, to be opened again')
    endSoon(0)
  }
  const closeOrDie = (): void => {
    close().catch((error: unknown) => {
      log(`could not close: ${String(error)}`)
      process.exit(1)
    })
  }

  host.onMessage((message) => {
    if (message.kind === 'close') return closeOrDie()
    const { id, name, input } = message
    const result = answer(name, input)
    running.add(result)
    void result.then((value) => {
      running.delete(result)
      host.send({ kind: 'result', id, result: value })
    })
  })
  host.onLost(closeOrDie)
  pool.warm()
  log(`opened ${folder} (Lectern ${version}, Node ${process.versions.node})`)
  host.send({ kind: 'ready' })
  if (library === null) return
  library.resumeImports()
  library.startSync()
  library.startBackups()
  library.startPurging()
  void library.finishIndexing().catch((error: unknown) => log(`could not index: ${String(error)}`))
}

/** @throws library-not-writable */
function refuseMissing(folder: string): void {
  if (existsSync(join(folder, DATABASE_FILE))) return
  throw new LecternError(
    'library-not-writable',
    `Your library was moved to ${folder}, and is not there. Connect the drive that holds it, or start Lectern with --library and the folder where it is.`,
  )
}

/** Leaves messages a moment to reach the host; Node offers no other sign for both kinds of host. */
function endSoon(code: number): void {
  setTimeout(() => process.exit(code), 50)
}

main()
