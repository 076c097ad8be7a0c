import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Transport } from '@shared/contract/transport'
import { createBackend } from '../../src-main/backend/backend'
import { superviseBackend } from '../../src-main/backend/supervisor'
import { loadImage } from '../../src-main/core/imports/fetching/load-image'
import { createReadBytes } from '../../src-main/core/imports/reading/read-bytes'
import { openLibrary } from '../../src-main/core/library'
import { backupWork } from '../../src-main/workers/backup-work'
import { textWork } from '../../src-main/core/text/text-work'
import { inThisThread } from './archive-reader'
import { spawnBackend } from '../../src-main/hosts/web/spawn-backend'
import { connectHttp } from './http-transport'

export const root = resolve(import.meta.dirname, '../..')

/** A library that answers, however it is reached. */
export interface RunningBackend extends Transport {
  close(): Promise<void>
}

/** The core in this process. */
export async function inProcess(folder: string): Promise<RunningBackend> {
  const listeners = new Set<(event: unknown) => void>()
  const library = openLibrary({
    folder,
    version: '0.0.0',
    readSource: createReadBytes({ loadImage }),
    archiveReader: inThisThread(),
    backupTasks: backupWork,
    textTasks: textWork,
    restart: () => undefined,
    cslFolder: join(root, 'resources/csl'),
    sample: async () => new Uint8Array(await readFile(join(root, 'resources/sample/reading-with-a-pencil.html'))),
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    now: Date.now,
  })
  return {
    call: createBackend(library.handlers, () => undefined),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => library.close(),
  }
}

/** The built backend process, as the web host forks it. */
export async function forked(folder: string): Promise<RunningBackend> {
  const backend = superviseBackend({
    folder,
    spawn: (at) => spawnBackend(join(root, 'out/main/backend.cjs'), { folder: at, version: '0.0.0', mustExist: false }),
    onMoved: () => undefined,
    log: () => undefined,
    now: () => performance.now(),
  })
  await backend.ready
  return backend
}

const Served = z.object({ address: z.string() })

/** The built web host as a process of its own, reached over HTTP as the renderer does it. */
export async function overHttp(folder: string): Promise<RunningBackend> {
  const { address, stop } = await startWebHost(folder)
  const transport = await connectHttp(address)
  return {
    ...transport,
    close: async () => {
      transport.disconnect()
      await stop()
    },
  }
}

/**
 * Starts the built web host on a free port.
 * @returns its address with the token, and the function that ends it as Ctrl+C would
 */
export async function startWebHost(folder: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const args = [join(root, 'out/main/web.cjs'), '--library', folder, '--port', '0', '--no-open', '--json']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  for await (const line of createInterface({ input: child.stdout })) {
    const { address } = Served.parse(JSON.parse(line))
    return {
      address,
      stop: async () => {
        child.kill('SIGINT')
        await ended
      },
    }
  }
  throw new Error('The web host ended before it printed its address.')
}
