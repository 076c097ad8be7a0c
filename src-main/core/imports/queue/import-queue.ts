import { LecternError } from '@shared/contract/errors'
import type { ImportItem } from '@shared/contract/imports'
import type { ArticleId, ImportId, ImportItemId } from '@shared/domain/ids'
import type { AssetFiles } from '../../files/asset-files'
import { keepFiles, mustAsk, place, plan, type BringInDeps, type Reading } from '../storing/bring-in'
import { getSource, type GetSourceDeps } from '../fetching/get-source'
import type { Origin, Settled, TakenItem } from './import-job'
import type { ImportQueueStore } from './import-queue-store'
import { keepReading, keptReading } from './kept-reading'
import { failureOf } from './outcome-words'
import type { ReadSource } from '../reading/read-source'

/** As many as the import pool reads at once. */
const AT_ONCE = 2
/** How often this process says that it lives, in ms; it also looks then for what another process put back. */
const BEAT_MS = 10_000

export interface ImportQueueDeps extends BringInDeps, GetSourceDeps {
  readonly queue: ImportQueueStore
  readonly assets: AssetFiles
  readonly readSource: ReadSource
  /** The name this process works under. */
  readonly owner: string
  /** Some item of an import is another now. */
  readonly changed: (importId: ImportId) => void
  /** An item became an article or a snapshot, or brought one back from Trash. */
  readonly stored: (articleId: ArticleId, state: Settled['state'], origin: Origin) => void
  /** No item of an import is waiting or working any more. */
  readonly done: (importId: ImportId) => void
}

/** Works through the waiting items of the library's imports, a few at a time. What waits is in the library, not in memory. */
export interface ImportQueue {
  /** There may be something to do. */
  wake(): void
  /** What is being done to an item now; null when nothing is. */
  stepOf(itemId: ImportItemId): ImportItem['step']
  /** Ends what is being read of an import; its rows are the caller's. */
  stop(importId: ImportId): void
  /** Ends what is being read, and waits for what is just being stored; nothing new begins. */
  close(): Promise<void>
}

interface Work {
  readonly importId: ImportId
  step: ImportItem['step']
  readonly stop: AbortController
}

export function createImportQueue(deps: ImportQueueDeps): ImportQueue {
  const { assets, changed, done, now, owner, queue, readSource, staging, stored } = deps
  const working = new Map<ImportItemId, Work>()
  const saving = new Set<Promise<unknown>>()
  let alone = false
  let closed = false
  let beating: NodeJS.Timeout | null = null

  const next = (): void => {
    while (!closed && !alone && working.size < AT_ONCE) {
      const item = queue.take(owner, working.size === 0)
      if (item === null) break
      alone = item.isSuspect
      const stop = new AbortController()
      working.set(item.id, { importId: item.importId, step: null, stop })
      void run(item, stop.signal).finally(() => {
        working.delete(item.id)
        alone = false
        next()
      })
    }
    beat()
  }

  const beat = (): void => {
    if (working.size === 0 && beating !== null) {
      clearInterval(beating)
      beating = null
    } else if (working.size > 0 && beating === null) {
      queue.beat(owner, now())
      beating = setInterval(() => {
        queue.beat(owner, now())
        next()
      }, BEAT_MS)
      beating.unref()
    }
  }

  const run = async (item: TakenItem, signal: AbortSignal): Promise<void> => {
    const began = performance.now()
    const settle = (work: () => Settled): void => {
      const settled = queue.settle(item, Math.round(performance.now() - began), now(), work)
      if (settled === null) return
      if (settled.articleId !== null) stored(settled.articleId, settled.state, item.origin)
      changed(item.importId)
      if (queue.find(item.importId)?.state === 'done') done(item.importId)
    }
    try {
      const reading = await read(item, signal)
      if (reading === null) return
      setStep(item, 'saving')
      const save = store(item, reading, signal, settle)
      saving.add(save)
      await save.finally(() => saving.delete(save))
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof LecternError)) reportBug(item.name, error)
      const failed = failureOf(error, item.name)
      try {
        settle(() => ({ state: 'failed', articleId: null, title: null, remark: null, error: failed, known: null }))
      } catch (second) {
        // The library itself cannot be written to: the item stays as it is, and is tried again with the next start.
        reportBug(item.name, second)
      }
    }
  }

  const setStep = (item: TakenItem, step: ImportItem['step']): void => {
    const work = working.get(item.id)
    if (work === undefined || work.step === step) return
    work.step = step
    changed(item.importId)
  }

  /** Null once `signal` came. */
  const read = async (item: TakenItem, signal: AbortSignal): Promise<Reading | null> => {
    const kept = item.onKnown === 'ask' ? null : await keptReading(item, staging)
    if (kept !== null) return signal.aborted ? null : kept
    const isWeb = item.origin.kind === 'url' || item.origin.kind === 'update'
    setStep(item, isWeb ? 'fetching' : 'reading')
    const source = await getSource(item.origin, deps, signal)
    if (signal.aborted) return null
    setStep(item, 'reading')
    const article = await untilAborted(readSource(source, signal), signal)
    return article === null ? null : { source, article }
  }

  const store = async (
    item: TakenItem,
    reading: Reading,
    signal: AbortSignal,
    settle: (work: () => Settled) => void,
  ): Promise<void> => {
    const original = await keepFiles(reading, assets)
    if (mustAsk(item, reading, deps)) await keepReading(item, reading, staging)
    else await plan(item, reading, deps)
    if (signal.aborted) return
    let ended: Settled['state'] | null = null
    settle(() => {
      const settled = place(item, reading, original, deps)
      ended = settled.state
      return settled
    })
    if (ended !== null && ended !== 'asks') await dropSource(item)
  }

  const dropSource = async ({ importId, id, origin }: TakenItem): Promise<void> => {
    if ('staged' in origin) await staging.drop(origin.staged)
    await staging.dropRead(importId, id)
  }

  return {
    wake: next,
    stepOf: (itemId) => working.get(itemId)?.step ?? null,
    stop(importId) {
      for (const work of working.values()) if (work.importId === importId) work.stop.abort()
    },
    async close() {
      closed = true
      if (beating !== null) clearInterval(beating)
      for (const { stop } of working.values()) stop.abort()
      await Promise.allSettled(saving)
    },
  }
}

/** What a promise gives, or null as soon as `signal` comes, whatever becomes of the promise then. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null)
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** The person is told that something went wrong; what it was is for whoever mends it. */
function reportBug(name: string, error: unknown): void {
  process.stderr.write(
    `importing ${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
}
