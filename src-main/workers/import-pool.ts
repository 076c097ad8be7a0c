import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { LecternError } from '@shared/contract/errors'
import type { ReadArticle, ReadSource, Source } from '../core/imports/reading/read-source'
import type { ImportAnswer } from './import-message'
import { watchTime } from './time-limit'

const MEMORY_MB = 512
/** Real pages take a tenth of it, and books half. */
const BUSY_MS = 10_000
/** On a computer that does much else. */
const TOTAL_MS = 60_000
/** A page from the web brings its images from there, each of which may take its time. */
const WEB_TOTAL_MS = 120_000

export interface ImportPoolOptions {
  /** The bundled import-worker. */
  readonly entry: string
  /** How many sources are read at once. */
  readonly size?: number
  /** How long one source may take to read, in ms of work. */
  readonly limitMs?: number
  /** How much memory one worker's heap may take, in MB. */
  readonly memoryMb?: number
}

export interface ImportPool {
  readonly readSource: ReadSource
  /** Starts a worker before there is anything to read: loading it takes a second. */
  warm(): void
  /** Ends the workers; what they were reading fails. */
  close(): Promise<void>
}

interface Task {
  readonly source: Source
  readonly signal: AbortSignal | undefined
  readonly resolve: (article: ReadArticle) => void
  readonly reject: (error: LecternError) => void
}

/**
 * Reads sources in worker threads with limits on time and memory: an article can be made to keep a parser busy for hours, and
 * a thread that is busy can only be ended from outside. A worker that was ended is replaced by the next source.
 */
export function createImportPool({ entry, size, limitMs, memoryMb = MEMORY_MB }: ImportPoolOptions): ImportPool {
  const most = size ?? (availableParallelism() > 2 ? 2 : 1)
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const waiting: Task[] = []
  let closed = false

  const start = (): Worker => {
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    // Idle workers do not keep the process alive.
    worker.unref()
    worker.on('exit', () => forget(worker))
    worker.on('error', () => forget(worker))
    all.add(worker)
    return worker
  }

  const forget = (worker: Worker): void => {
    all.delete(worker)
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
  }

  const next = (): void => {
    while (!closed && waiting.length > 0 && (idle.length > 0 || all.size < most)) {
      const task = waiting.shift()
      if (task?.signal?.aborted === true) task.reject(cancelled(task.source))
      else if (task !== undefined) run(idle.pop() ?? start(), task)
    }
  }

  const run = (worker: Worker, { source, signal, resolve, reject }: Task): void => {
    const limits = { busyMs: limitMs ?? BUSY_MS, totalMs: source.via === 'web' ? WEB_TOTAL_MS : TOTAL_MS }
    const unwatch = watchTime(worker, limits, (limit) => end(timedOut(source, limit)))
    const cancel = (): void => end(cancelled(source))
    const stop = (): void => {
      unwatch()
      signal?.removeEventListener('abort', cancel)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
    }
    /** Gives this worker up, whatever it is doing. */
    const end = (error: LecternError): void => {
      stop()
      forget(worker)
      reject(error)
      void worker.terminate().finally(next)
    }
    const onMessage = (answer: ImportAnswer): void => {
      stop()
      idle.push(worker)
      if (answer.ok) resolve(answer.article)
      else reject(new LecternError(answer.error.code, answer.error.message, answer.error.details))
      next()
    }
    const onError = (error: Error): void => end(crashed(source, error))
    const onExit = (): void => end(closed ? closing(source) : crashed(source, null))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    signal?.addEventListener('abort', cancel)
    worker.ref()
    worker.postMessage(source)
  }

  return {
    readSource: (source, signal) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(closing(source))
        if (signal?.aborted === true) return reject(cancelled(source))
        waiting.push({ source, signal, resolve, reject })
        next()
      }),
    warm() {
      if (!closed && all.size === 0) idle.push(start())
    },
    async close() {
      closed = true
      for (const { source, reject } of waiting.splice(0)) reject(closing(source))
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

function nameOf({ name }: Source): string {
  return name || 'the pasted text'
}

function timedOut(source: Source, limit: number): LecternError {
  const seconds = Math.max(1, Math.round(limit / 1000))
  return new LecternError(
    'timed-out',
    `Reading ${nameOf(source)} took longer than ${seconds} seconds and was stopped. Nothing was added.`,
  )
}

function crashed(source: Source, error: Error | null): LecternError {
  const isMemory = error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory
    ? new LecternError(
        'too-large',
        `Reading ${nameOf(source)} takes more memory than Lectern allows. Nothing was added.`,
      )
    : new LecternError(
        'internal',
        `Reading ${nameOf(source)} failed inside Lectern. Nothing was added; the rest goes on.`,
      )
}

function cancelled(source: Source): LecternError {
  return new LecternError('timed-out', `Reading ${nameOf(source)} was stopped. Nothing was added.`)
}

function closing(source: Source): LecternError {
  return new LecternError('backend-lost', `Lectern was closed before ${nameOf(source)} was read. Nothing was added.`)
}
