import { randomUUID } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { ImportSource } from '@shared/contract/imports'
import { ImportId } from '@shared/domain/ids'
import { addSample, type AddSampleDeps } from './add-sample'
import { createCoalescer } from './coalesce'
import { fetchPage } from './fetch-page'
import { describeJob, isSettled, newItem, waitAgain, type Job, type JobItem, type Origin } from './import-job'
import { createImportQueue } from './import-queue'
import { sortFiles } from './sort-files'
import { createStaging, type Staging } from './staging'

export interface ImportDeps extends AddSampleDeps {
  /** The library's folder. */
  readonly folder: string
}

/** At most so many events a second tell of one import's progress. */
const EVENT_EVERY_MS = 100
/** Finished imports of a session that are remembered. */
const REMEMBERED = 50
const NAME_CHARACTERS = 60

/** Answers the contract's `imports`, and ends what is under way. Imports live as long as the session. */
export function importHandlers(deps: ImportDeps): { handlers: Handlers['imports']; close(): Promise<void> } {
  const { assets, emit, now, store } = deps
  const jobs = new Map<ImportId, Job>()
  const staging = createStaging(deps.folder)
  const events = createCoalescer<ImportId>((importId) => emit({ name: 'imports.changed', importId }), EVENT_EVERY_MS)
  // A sweep is housekeeping: what it cannot do now, the next one does.
  const swept = Promise.allSettled([staging.sweep(now()), assets.sweep(store.referencedAssets(), now())])

  const queue = createImportQueue({
    ...deps,
    staging,
    fetchPage,
    changed: (job) => events.changed(job.id),
    added: (item) => {
      if (item.row.articleId !== null) emit({ name: 'articles.changed', ids: [item.row.articleId] })
      void dropSource(staging, item)
    },
    done: (job) => {
      if (job.items.every(({ row }) => row.state !== 'failed')) void staging.clear(job.id)
      forgetOldest(jobs, staging)
    },
  })

  const find = (id: ImportId): Job => {
    const job = jobs.get(id)
    if (job === undefined) throw new LecternError('not-found', 'This import is over. What it added is in your library.')
    return job
  }

  const handlers: Handlers['imports'] = {
    begin: () => {
      const id = ImportId.parse(randomUUID())
      jobs.set(id, { id, createdAt: now(), started: false, origins: [], items: [] })
      return id
    },
    add: async ({ importId, source }) => {
      const job = find(importId)
      if (job.started) throw new LecternError('invalid-call', 'This import has been started; begin another one.')
      job.origins.push(await stage(staging, importId, source))
    },
    start: ({ importId }) => {
      const job = find(importId)
      if (!job.started) {
        job.started = true
        job.items = itemsOf(job.origins)
        if (job.items.length === 0) void staging.clear(job.id)
        queue.push(job, ...job.items)
        events.changed(job.id)
      }
      return describeJob(job)
    },
    get: ({ importId }) => describeJob(find(importId)),
    list: () => [...jobs.values()].reverse().map(describeJob),
    cancel: ({ importId }) => {
      const job = find(importId)
      job.started = true
      queue.cancel(job)
    },
    retry: ({ importId }) => {
      const job = find(importId)
      for (const item of job.items) {
        if (item.row.state !== 'failed') continue
        waitAgain(item)
        queue.push(job, item)
      }
      events.changed(job.id)
    },
    addSample: () => addSample(deps),
  }

  return {
    handlers,
    close: async () => {
      await queue.close()
      events.close()
      await swept
      await Promise.all([...jobs.keys()].map((id) => staging.clear(id)))
    },
  }
}

async function stage(staging: Staging, importId: ImportId, source: ImportSource): Promise<Origin> {
  switch (source.kind) {
    case 'file':
      return { kind: 'file', path: source.path, staged: await staging.put(importId, source.path, source.bytes) }
    case 'url':
      return source
    case 'text': {
      const staged = await staging.put(importId, 'pasted', new TextEncoder().encode(source.text))
      return { kind: 'text', staged, format: source.format, name: firstWords(source.text) }
    }
  }
}

function itemsOf(origins: readonly Origin[]): JobItem[] {
  const files = origins.flatMap((origin) => (origin.kind === 'file' ? [origin.path] : []))
  const roles = sortFiles(files)
  let at = 0
  return origins.flatMap((origin) => {
    if (origin.kind === 'file') return roles[at++] === 'item' ? [newItem(origin, origin.path)] : []
    return [newItem(origin, origin.kind === 'url' ? origin.url : origin.name)]
  })
}

function firstWords(text: string): string {
  const words = text
    .slice(0, 500)
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  if (words.length <= NAME_CHARACTERS) return words === '' ? 'Pasted text' : words
  return `${words.slice(0, NAME_CHARACTERS).replace(/\s\S*$/u, '')}…`
}

async function dropSource(staging: Staging, { origin }: JobItem): Promise<void> {
  if (origin.kind !== 'url') await staging.drop(origin.staged)
}

function forgetOldest(jobs: Map<ImportId, Job>, staging: Staging): void {
  const finished = [...jobs.values()].filter((job) => job.started && job.items.every(isSettled))
  for (const { id } of finished.slice(0, -REMEMBERED)) {
    jobs.delete(id)
    void staging.clear(id)
  }
}
