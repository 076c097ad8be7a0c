import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { ArticleId } from '@shared/domain/ids'
import { urlKey } from '@shared/text/url-key'
import type { Emit } from '../events'
import { checkRestored } from '../restored'
import type { ArticleStore } from './article-store'

export interface ArticleDeps {
  readonly store: ArticleStore
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Answers the contract's `articles`. */
export function articleHandlers({ store, emit, now }: ArticleDeps): Handlers['articles'] {
  const changed = (ids: ArticleId[]) => {
    if (ids.length > 0) emit({ name: 'articles.changed', ids })
  }
  return {
    list: ({ offset, limit, ...query }) => {
      const { total, ids } = store.list(query, offset, offset + limit)
      return { total, articles: store.many(ids) }
    },
    ids: (query) => store.list(query, 0, Infinity).ids,
    get: ({ id }) => {
      const article = store.get(id)
      if (article === undefined) throw notFound()
      return article
    },
    many: ({ ids }) => store.many(ids),
    counts: () => store.counts(),
    update: ({ ids, change }) => {
      if (!store.update(ids, change)) throw notFound()
      changed(ids)
    },
    opened: ({ id }) => {
      if (!store.opened(id, now())) throw notFound()
      changed([id])
    },
    saveProgress: ({ id, snapshotId, progress }) => {
      if (store.saveProgress(id, snapshotId, progress)) changed([id])
    },
    trash: ({ ids }) => changed(store.trash(ids, now())),
    restore: ({ ids }) => {
      changed(store.restore(ids))
      checkRestored({ one: 'article', many: 'articles', wanted: new Set(ids).size, there: store.countThere(ids) })
    },
    deleteForever: ({ ids }) => changed(store.deleteTrashed(ids, Number.MAX_SAFE_INTEGER)),
    emptyTrash: () => changed(store.deleteTrashed(null, Number.MAX_SAFE_INTEGER)),
    findByUrl: ({ url }) => {
      const key = urlKey(url)
      return key === null ? null : store.findByUrlKey(key)
    },
  }
}

function notFound(): LecternError {
  return new LecternError('not-found', 'This article is not in the library any more. Nothing was changed.')
}
