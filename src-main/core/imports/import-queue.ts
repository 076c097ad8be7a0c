import { LecternError } from '@shared/contract/errors'
import { isSettled, type Job, type JobItem } from './import-job'
import { failureOf, getSource, keep, outcome, type BringInDeps } from './bring-in'

/** As many as the import pool reads at once. */
const AT_ONCE = 2

export interface ImportQueueDeps extends BringInDeps {
  /** An item's row is another now. */
  readonly changed: (job: Job) => void
  /** An item became an article, or brought one back from Trash. */
  readonly added: (item: JobItem) => void
  /** No item of a job is waiting or working any more. */
  readonly done: (job: Job) => void
}

/** Works through the items of imports in their order, a few at a time. */
export interface ImportQueue {
  /** Takes up a job's items. */
  push(job: Job, ...items: readonly JobItem[]): void
  /** Settles what is not stored yet as cancelled. */
  cancel(job: Job): void
  /** Waits for what is just being stored; nothing new begins. */
  close(): Promise<void>
}

export function createImportQueue(deps: ImportQueueDeps): ImportQueue {
  let waiting: { readonly job: Job; readonly item: JobItem }[] = []
  let closed = false
  const working = new Set<AbortController>()
  const saving = new Set<Promise<unknown>>()

  const next = (): void => {
    while (working.size < AT_ONCE && !closed) {
      const task = waiting.shift()
      if (task === undefined) return
      const { stop } = task.item
      working.add(stop)
      void run(task.job, task.item, stop.signal).finally(() => {
        working.delete(stop)
        next()
      })
    }
  }

  const set = (job: Job, item: JobItem, change: Partial<JobItem['row']>): void => {
    item.row = { ...item.row, ...change }
    if (isSettled(item) && job.items.every(isSettled)) deps.done(job)
    deps.changed(job)
  }

  const run = async (job: Job, item: JobItem, signal: AbortSignal): Promise<void> => {
    try {
      set(job, item, { state: 'working', step: item.origin.kind === 'url' ? 'fetching' : 'reading' })
      const source = await getSource(item.origin, deps, signal)
      if (signal.aborted) return
      set(job, item, { step: 'reading' })
      const article = await deps.readSource(source)
      if (signal.aborted) return
      set(job, item, { step: 'saving' })
      const keeping = keep(article, source, deps, signal)
      saving.add(keeping)
      const added = await keeping.finally(() => saving.delete(keeping))
      if (added === null) return
      set(job, item, { ...outcome({ article, added }), step: null })
      deps.added(item)
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof LecternError)) reportBug(item.row.name, error)
      set(job, item, { state: 'failed', step: null, error: failureOf(error, item.row.name) })
    }
  }

  return {
    push(job, ...items) {
      for (const item of items) waiting.push({ job, item })
      next()
    },
    cancel(job) {
      waiting = waiting.filter((task) => task.job !== job)
      for (const item of job.items) {
        if (isSettled(item)) continue
        item.stop.abort()
        item.row = { ...item.row, state: 'cancelled', step: null }
      }
      deps.done(job)
      deps.changed(job)
    },
    async close() {
      closed = true
      waiting = []
      for (const stop of working) stop.abort()
      await Promise.allSettled(saving)
    },
  }
}

/** The person is told that something went wrong; what it was is for whoever mends it. */
function reportBug(name: string, error: unknown): void {
  process.stderr.write(
    `importing ${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
}
