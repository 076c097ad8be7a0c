import { randomUUID } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { Import } from '@shared/contract/imports'
import { type ArchiveId, type ArticleId, ImportId } from '@shared/domain/ids'
import { NO_ITEMS } from '@shared/domain/import-state'
import { addSample, type AddSampleDeps } from './storing/add-sample'
import { createCoalescer } from './queue/coalesce'
import { collectSource, itemsOf, type Collected } from './queue/collected'
import type { FetchPage } from './fetching/fetch-page'
import type { GetSourceDeps } from './fetching/get-source'
import { createImportQueue } from './queue/import-queue'
import type { ImportQueueStore } from './queue/import-queue-store'
import { importReport } from './queue/import-report'
import type { KnownArticleStore } from './storing/known-article-store'
import type { PlanMoves } from './storing/bring-in'
import { isGone, ownerName } from './queue/lease'
import { createStaging } from './queue/staging'

export interface ImportDeps extends AddSampleDeps {
  /** The library's folder. */
  readonly folder: string
  readonly queue: ImportQueueStore
  readonly known: KnownArticleStore
  readonly planMoves?: PlanMoves
  readonly fetchPage: FetchPage
  readonly readArchive: GetSourceDeps['readArchive']
  /** A page of a ZIM archive became an article, or was one already. */
  readonly archivePageStored: (archiveId: ArchiveId, path: string, articleId: ArticleId) => void
}

/** Answers the contract's `imports`, goes on with what was under way, and ends what is. */
export interface Importing {
  readonly handlers: Handlers['imports']
  /** Imports pages of a ZIM archive, by namespace and path, as an import with an item for each. */
  importArchivePages(archiveId: ArchiveId, pages: readonly { readonly path: string; readonly name: string }[]): ImportId
  /** Fetches articles anew from their addresses, as an import with an item for each. */
  fetchArticles(items: readonly { articleId: ArticleId; title: string; url: string }[]): Import
  /** Takes over the imports of processes that are gone. Called once, by the process that is there to stay. */
  resume(): void
  close(): Promise<void>
}

/** At most so often windows hear of an import's progress, and of articles that were added. */
const PROGRESS_EVERY_MS = 150
const ARTICLES_EVERY_MS = 500
/** Finished imports that are remembered, and for how long. */
const REMEMBERED = 50
const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1000
/** How often an item may be in work when Lectern ends without notice. */
const MOST_TRIES = 2

export function createImporting(deps: ImportDeps): Importing {
  const { assets, emit, folder, known, now, queue, store } = deps
  const owner = ownerName()
  const staging = createStaging(folder)
  const collecting = new Map<ImportId, { readonly createdAt: number; readonly sources: Collected[] }>()
  const progress = createCoalescer<ImportId>((ids) => {
    for (const importId of ids) emit({ name: 'imports.changed', importId })
  }, PROGRESS_EVERY_MS)
  const articles = createCoalescer<ArticleId>(
    (ids) => emit({ name: 'articles.changed', ids: [...ids] }),
    ARTICLES_EVERY_MS,
  )
  const annotations = createCoalescer<ArticleId>(
    (ids) => emit({ name: 'annotations.changed', articleIds: [...ids], ids: [] }),
    ARTICLES_EVERY_MS,
  )

  const clearing = new Set<Promise<void>>()
  const clear = (importId: ImportId): void => {
    // What cannot be deleted now is swept later.
    const cleared: Promise<void> = staging
      .clear(importId)
      .catch(() => undefined)
      .finally(() => clearing.delete(cleared))
    clearing.add(cleared)
  }
  const clearIfSettled = (importId: ImportId): void => {
    const { counts } = queue.find(importId) ?? { counts: NO_ITEMS }
    if (counts.failed + counts.asks === 0) clear(importId)
  }
  const forget = (): void => {
    for (const importId of queue.forgettable(now() - REMEMBERED_MS, REMEMBERED)) {
      queue.remove(importId)
      clear(importId)
    }
  }
  // Housekeeping: what it cannot do now, the next start does.
  forget()
  const swept = Promise.allSettled([
    staging.sweep(new Set(queue.list().map(({ id }) => id)), now()),
    assets.sweep(store.referencedAssets(), now()),
  ])

  const work = createImportQueue({
    ...deps,
    staging,
    owner,
    changed: (importId) => progress.changed(importId),
    stored: (articleId, state, origin) => {
      if (origin.kind === 'archive' && state !== 'asks')
        deps.archivePageStored(origin.archiveId, origin.path, articleId)
      if (state === 'added' || state === 'updated' || state === 'duplicate') articles.changed(articleId)
      if (state === 'updated') annotations.changed(articleId)
    },
    done: (importId) => {
      // Who sees that an import is done looks for what it added.
      articles.flush()
      clearIfSettled(importId)
      forget()
    },
  })

  const find = (importId: ImportId): Import => {
    const open = collecting.get(importId)
    const found = open === undefined ? queue.find(importId) : describeCollecting(importId, open.createdAt)
    if (found === null) throw new LecternError('not-found', 'This import is over. What it added is in your library.')
    return found
  }
  const go = (importId: ImportId): void => {
    progress.changed(importId)
    work.wake()
  }
  const begin = (given: Omit<Parameters<ImportQueueStore['add']>[0], 'owner'>): Import => {
    queue.add({ ...given, owner })
    go(given.id)
    return find(given.id)
  }
  const cancel = (importId: ImportId): void => {
    collecting.delete(importId)
    queue.cancel(importId, now())
    work.stop(importId)
    clearIfSettled(importId)
    progress.changed(importId)
  }

  const fetchArticles: Importing['fetchArticles'] = (items) =>
    begin({
      id: ImportId.parse(randomUUID()),
      createdAt: now(),
      onKnown: 'ask',
      items: items.map(({ articleId, title, url }) => ({ name: title, origin: { kind: 'update', articleId, url } })),
    })

  const handlers: Handlers['imports'] = {
    begin: () => {
      const id = ImportId.parse(randomUUID())
      collecting.set(id, { createdAt: now(), sources: [] })
      return id
    },
    add: async ({ importId, source }) => {
      const open = collecting.get(importId)
      if (open === undefined) {
        find(importId)
        throw new LecternError('invalid-call', 'This import has been started; begin another one.')
      }
      open.sources.push(await collectSource(staging, importId, source))
    },
    start: ({ importId, onKnown }) => {
      const open = collecting.get(importId)
      if (open === undefined) return find(importId)
      collecting.delete(importId)
      const items = itemsOf(open.sources)
      if (items.length === 0) clear(importId)
      return begin({ id: importId, createdAt: open.createdAt, onKnown, items })
    },
    get: ({ importId, ...input }) => {
      const page = queue.page(importId, input)
      if (page === null) return { ...find(importId), items: [], matching: 0 }
      const items = page.items.map((item) =>
        item.state === 'working' ? { ...item, step: work.stepOf(item.id) } : item,
      )
      return { ...page, items }
    },
    list: () => [
      ...[...collecting].map(([id, { createdAt }]) => describeCollecting(id, createdAt)).reverse(),
      ...queue.list(),
    ],
    pause: ({ importId }) => {
      find(importId)
      queue.pause(importId)
      work.stop(importId)
      progress.changed(importId)
    },
    resume: ({ importId }) => {
      find(importId)
      queue.resume(importId, owner, now())
      go(importId)
    },
    cancel: ({ importId }) => {
      find(importId)
      cancel(importId)
    },
    retry: ({ importId, items }) => {
      find(importId)
      queue.retry(importId, items, owner, now())
      go(importId)
    },
    resolve: ({ importId, items, choice }) => {
      find(importId)
      queue.resolve(importId, items, choice, owner, now())
      go(importId)
    },
    discard: ({ importId }) => {
      cancel(importId)
      queue.remove(importId)
      clear(importId)
    },
    report: ({ importId, format }) => importReport(find(importId), queue.allItems(importId), format),
    updateFromWeb: ({ articleIds }) => {
      const items = known.withAddress(articleIds)
      if (items.length === 0) {
        throw new LecternError('not-found', 'No address is known from which this could be fetched anew.')
      }
      return fetchArticles(items)
    },
    addSample: () => addSample(deps),
  }

  return {
    handlers,
    fetchArticles,
    importArchivePages: (archiveId, pages) => {
      const items = pages.map(({ path, name }) => ({ name, origin: { kind: 'archive' as const, archiveId, path } }))
      return begin({ id: ImportId.parse(randomUUID()), createdAt: now(), onKnown: 'ask', items }).id
    },
    resume: () => {
      const adopted = queue.adopt(owner, now(), (of, beatAt) => isGone(of, beatAt, now()), {
        most: MOST_TRIES,
        error: {
          code: 'internal',
          message: `Lectern ended ${MOST_TRIES} times while it read this, so it was left out. Nothing of it was added; the others go on.`,
        },
      })
      for (const importId of adopted) progress.changed(importId)
      work.wake()
    },
    close: async () => {
      await work.close()
      queue.release(owner)
      progress.close()
      articles.close()
      annotations.close()
      await swept
      for (const id of collecting.keys()) clear(id)
      await Promise.all(clearing)
    },
  }
}

function describeCollecting(id: ImportId, createdAt: number): Import {
  return { id, createdAt, state: 'collecting', total: 0, counts: NO_ITEMS }
}
