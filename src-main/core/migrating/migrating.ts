import { randomUUID } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { Import } from '@shared/contract/imports'
import type { Migration, MigrationResult } from '@shared/contract/migrating'
import { MigrationId, type ArticleId } from '@shared/domain/ids'
import type { Emit } from '../events'
import { createAssess } from './assess'
import { bringAll, type BringAllDeps, type Outcome } from './bring-all'
import { createKeepOriginal, type KeepOriginal } from './keep-original'
import { migrationReport } from './migration-report'
import { planOf } from './plan'
import { readFiles, type RawFile, type ReadFiles, type ReadFilesDeps } from './read-files'
import { worksOf, type Works } from './works'

export interface MigratingDeps
  extends ReadFilesDeps, Pick<BringAllDeps, 'annotations' | 'pages' | 'saved' | 'store' | 'now'> {
  readonly keepOriginal: KeepOriginal
  /** Fetches articles of the library from their addresses, as an import. */
  readonly fetchArticles: (items: readonly { articleId: ArticleId; title: string; url: string }[]) => Import
  readonly emit: Emit
}

interface Run {
  state: Migration['state']
  readonly files: RawFile[]
  read: (ReadFiles & Works) | null
  done: number
  result: MigrationResult
  readonly outcomes: Outcome[]
  running: Promise<void>
}

/** Answers the contract's `migrating`, and ends what is under way. */
export interface Migrating {
  readonly handlers: Handlers['migrating']
  close(): Promise<void>
}

export function createMigrating(deps: MigratingDeps): Migrating {
  const { emit, now, store } = deps
  const runs = new Map<MigrationId, Run>()

  const find = (id: MigrationId): Run => {
    const run = runs.get(id)
    if (run !== undefined) return run
    throw new LecternError(
      'not-found',
      'These files are not here any more; what was brought in stays. Choose them again.',
    )
  }
  const readOf = (run: Run): ReadFiles & Works => {
    if (run.read !== null) return run.read
    const read = readFiles(run.files, deps)
    run.read = { ...read, ...worksOf(read.articles) }
    return run.read
  }
  const describe = (id: MigrationId, { state, done, result, read }: Run): Migration => ({
    ...{ id, state, done, result },
    total: read?.works.length ?? 0,
  })

  const work = async (id: MigrationId, run: Run): Promise<void> => {
    const { works } = readOf(run)
    await bringAll(works, {
      ...deps,
      originOf: createKeepOriginal(run.files, deps.keepOriginal, now),
      isStopped: () => run.state === 'stopped',
      progress: (outcomes, result, changed) => {
        run.outcomes.push(...outcomes)
        run.done += outcomes.length
        run.result = result
        emit({ name: 'migrating.changed', migrationId: id })
        if (changed.length === 0) return
        emit({ name: 'articles.changed', ids: [...changed] })
        emit({ name: 'annotations.changed', articleIds: [...changed], ids: [] })
      },
    })
  }

  const handlers: Handlers['migrating'] = {
    begin: () => {
      const id = MigrationId.parse(randomUUID())
      const result = { added: 0, extended: 0, unchanged: 0, placed: 0, orphaned: 0, waiting: 0, notes: 0, failed: 0 }
      const files: RawFile[] = []
      runs.set(id, {
        state: 'collecting',
        files,
        read: null,
        done: 0,
        result,
        outcomes: [],
        running: Promise.resolve(),
      })
      return id
    },
    add: ({ migrationId, path, bytes }) => {
      const run = find(migrationId)
      if (run.state !== 'collecting')
        throw new LecternError('invalid-call', 'These files are being brought in; begin anew.')
      run.files.push({ name: path.replaceAll('\\', '/'), bytes })
      run.read = null
    },
    look: ({ migrationId }) => {
      const read = readOf(find(migrationId))
      return planOf(read, read, createAssess(store))
    },
    start: ({ migrationId }) => {
      const run = find(migrationId)
      if (run.state === 'collecting') {
        readOf(run)
        run.state = 'running'
        run.running = work(migrationId, run)
          .catch((error: unknown) => {
            const remark = error instanceof Error ? error.message : String(error)
            run.outcomes.push({ title: 'The rest', url: null, outcome: 'failed', remark })
            run.result = { ...run.result, failed: run.result.failed + (run.read?.works.length ?? 0) - run.done }
          })
          .finally(() => {
            if (run.state === 'running') run.state = 'done'
            emit({ name: 'migrating.changed', migrationId })
          })
      }
      return describe(migrationId, run)
    },
    get: ({ migrationId }) => describe(migrationId, find(migrationId)),
    stop: ({ migrationId }) => {
      const run = find(migrationId)
      if (run.state === 'running') run.state = 'stopped'
    },
    report: ({ migrationId, format }) => {
      const run = find(migrationId)
      return migrationReport(readOf(run), run.outcomes, run.result, now(), format)
    },
    discard: ({ migrationId }) => {
      const run = runs.get(migrationId)
      if (run?.state === 'running') run.state = 'stopped'
      runs.delete(migrationId)
    },
    notFetched: () => ({ count: store.countNotFetched() }),
    fetch: ({ articleIds }) => {
      const waiting = store.notFetched(articleIds)
      if (waiting.length === 0) {
        throw new LecternError(
          'not-found',
          'Every article with an address has its text already; there is nothing to fetch.',
        )
      }
      return deps.fetchArticles(inTurns(waiting))
    },
  }
  return {
    handlers,
    close: async () => {
      const under = [...runs.values()].filter(({ state }) => state === 'running')
      for (const run of under) run.state = 'stopped'
      await Promise.allSettled(under.map(({ running }) => running))
    },
  }
}

/** One article of each site, then the second of each, and so on: no site is asked twice in a row where it can be helped. */
function inTurns<T extends { readonly url: string }>(items: readonly T[]): T[] {
  const counts = new Map<string, number>()
  const turns = items.map((item) => {
    const host = URL.canParse(item.url) ? new URL(item.url).host : ''
    const turn = counts.get(host) ?? 0
    counts.set(host, turn + 1)
    return { item, turn }
  })
  return turns.sort((a, b) => a.turn - b.turn).map(({ item }) => item)
}
