import { Worker } from 'node:worker_threads'
import { LecternError } from '@shared/contract/errors'
import type { ArchiveReader } from '../core/archives/archive-reader'
import type { ArchiveAnswer, ArchiveRequest } from './archive-message'

const MEMORY_MB = 512
const LIMIT_MS = 20_000
/** Checking a small archive through and through, on a slow disk. */
const DESCRIBE_LIMIT_MS = 120_000

export interface ArchivePoolOptions {
  /** The bundled archive-worker. */
  readonly entry: string
  /** How long one question may take, in ms, whatever it is. */
  readonly limitMs?: number
}

/** Reads archives in a worker thread. */
export interface ArchivePool extends ArchiveReader {
  /** Ends the worker; what it was doing fails. */
  close(): Promise<void>
}

/** An answer as it arrives: its value is what the method that was asked answers, since the other end is our own worker. */
type Heard = Exclude<ArchiveAnswer, { ok: true }> | { readonly ok: true; readonly value: never }

interface Task {
  readonly request: ArchiveRequest
  readonly resolve: (value: never) => void
  readonly reject: (error: LecternError) => void
}

/**
 * Asks one worker, a question at a time: what an archive unpacks to may be made to take for ever, and a disk that is gone may
 * never answer; a thread that hangs can be ended from outside, and the next question gets a fresh one. A whole check, which may
 * take minutes, gets a worker of its own.
 */
export function createArchivePool({ entry, limitMs }: ArchivePoolOptions): ArchivePool {
  const waiting: Task[] = []
  const checking = new Set<Worker>()
  let worker: Worker | null = null
  let busy = false
  let closed = false

  const start = (): Worker => {
    const started = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
    // An idle worker does not keep the process alive.
    started.unref()
    started.on('error', () => undefined)
    return started
  }

  const run = (
    on: Worker,
    { request, resolve, reject }: Task,
    limit: number | null,
    after: (lost: boolean) => void,
  ): void => {
    const timer = limit === null ? null : setTimeout(() => give(tookTooLong(request)), limit)
    const stop = (): void => {
      if (timer !== null) clearTimeout(timer)
      on.off('message', onMessage).off('error', onError).off('exit', onError)
      on.unref()
    }
    const give = (error: LecternError): void => {
      stop()
      reject(error)
      void on.terminate().finally(() => after(true))
    }
    const onMessage = (answer: Heard): void => {
      stop()
      if (answer.ok) resolve(answer.value)
      else reject(new LecternError(answer.error.code, answer.error.message, answer.error.details))
      after(false)
    }
    const onError = (): void => give(closed ? closing() : failed(request))
    on.on('message', onMessage).on('error', onError).on('exit', onError)
    on.ref()
    on.postMessage(request)
  }

  const next = (): void => {
    if (busy || closed) return
    const task = waiting.shift()
    if (task === undefined) return
    busy = true
    worker ??= start()
    run(worker, task, limitMs ?? (task.request.method === 'describe' ? DESCRIBE_LIMIT_MS : LIMIT_MS), (lost) => {
      if (lost) worker = null
      busy = false
      next()
    })
  }

  const ask = <Answer>(request: ArchiveRequest): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      if (closed) return reject(closing())
      const task: Task = { request, resolve, reject }
      if (request.method === 'check') {
        const own = start()
        checking.add(own)
        run(own, task, null, () => {
          checking.delete(own)
          void own.terminate()
        })
        return
      }
      waiting.push(task)
      next()
    })

  return {
    describe: (input) => ask({ method: 'describe', input }),
    check: (input) => ask({ method: 'check', input }),
    titles: (input) => ask({ method: 'titles', input }),
    search: (input) => ask({ method: 'search', input }),
    entry: (input) => ask({ method: 'entry', input }),
    bytes: (input) => ask({ method: 'bytes', input }),
    page: (input) => ask({ method: 'page', input }),
    forget: (input) =>
      worker === null && waiting.length === 0 ? Promise.resolve(null) : ask({ method: 'forget', input }),
    async close() {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(closing())
      await Promise.all([...checking, ...(worker === null ? [] : [worker])].map((each) => each.terminate()))
    },
  }
}

function nameOf({ input }: ArchiveRequest): string {
  return input.file.replace(/^.*[\\/]/su, '')
}

function tookTooLong(request: ArchiveRequest): LecternError {
  return new LecternError(
    'timed-out',
    `Reading ${nameOf(request)} took too long and was stopped. Nothing was changed; is the drive it is on connected and awake?`,
  )
}

function failed(request: ArchiveRequest): LecternError {
  return new LecternError('archive-damaged', `This part of ${nameOf(request)} cannot be read. Nothing was changed.`)
}

function closing(): LecternError {
  return new LecternError('backend-lost', 'Lectern was closed before the archive answered.')
}
