/** The backend process: holds the open library and answers its host. The same for Electron and the web host. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LecternError } from '@shared/contract/errors'
import type { CallResult } from '@shared/contract/transport'
import { openLibrary, type Library } from '../core/library'
import { createArchivePool } from '../workers/archive-pool'
import { createImportPool } from '../workers/import-pool'
import { createBackend } from './backend'
import { findHost } from './host-channel'
import { openLogFile } from './log-file'
import type { BackendOptions } from './wire'

const SAMPLE = join(__dirname, '../../resources/sample/reading-with-a-pencil.html')
const WORKER = join(__dirname, 'import-worker.cjs')
const ARCHIVE_WORKER = join(__dirname, 'archive-worker.cjs')

const Options: z.ZodType<BackendOptions> = z.object({ folder: z.string().min(1), version: z.string() })

function main(): void {
  const { folder, version } = Options.parse(JSON.parse(process.argv[2] ?? ''))
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
  let library: Library
  try {
    library = openLibrary({
      folder,
      version,
      readSource: pool.readSource,
      archiveReader: archives,
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
    host.send({ kind: 'failed', error: known.toData() })
    void pool.close().finally(() => endSoon(1))
    return
  }

  const answer = createBackend(library.handlers, log)
  const running = new Set<Promise<CallResult>>()
  let closing = false

  const close = async (): Promise<void> => {
    if (closing) return
    closing = true
    while (running.size > 0) await Promise.all(running)
    await library.close()
    await pool.close()
    await archives.close()
    log('closed')
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
  library.resumeImports()
}

/** Leaves messages a moment to reach the host; Node offers no other sign for both kinds of host. */
function endSoon(code: number): void {
  setTimeout(() => process.exit(code), 50)
}

main()
