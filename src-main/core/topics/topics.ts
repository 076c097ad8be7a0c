import { randomUUID } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import { TopicId } from '@shared/domain/ids'
import type { Emit } from '../events'
import { checkRestored } from '../restored'
import type { TopicStore } from './topic-store'

export interface TopicDeps {
  readonly store: TopicStore
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Answers the contract's `topics`. */
export function topicHandlers({ store, emit, now }: TopicDeps): Handlers['topics'] {
  const changed = (ids: TopicId[]) => {
    if (ids.length > 0) emit({ name: 'topics.changed', ids })
  }
  const get = (id: TopicId) => present(store.get(id))

  return {
    list: () => store.list(),
    get: ({ id }) => get(id),
    create: ({ title, parentId }) => {
      const id = TopicId.parse(randomUUID())
      if (!store.create(id, parentId, title, now())) throw missing()
      changed([id])
      return get(id)
    },
    rename: ({ id, title }) => {
      if (!store.rename(id, title, now())) throw missing()
      changed([id])
    },
    move: ({ id, parentId, before }) => {
      const done = store.move(id, parentId, before, now())
      if (done === 'missing') throw missing()
      if (done === 'in-itself') {
        throw new LecternError(
          'nested-in-itself',
          'A topic cannot be nested in itself or in a topic of its own. It was left where it is.',
        )
      }
      changed([id])
    },
    remove: ({ ids }) => changed(store.remove(ids, now())),
    restore: ({ ids }) => {
      changed(store.restore(ids, now()))
      checkRestored({ one: 'topic', many: 'topics', wanted: new Set(ids).size, there: store.countThere(ids) })
    },
    removed: () => store.removed(),
    deleteForever: ({ ids }) => changed(store.deleteForever(ids)),
    articleIds: ({ id }) => {
      get(id)
      return store.articleIds(id)
    },
    addArticles: ({ id, articleIds, before }) => {
      const added = present(store.addArticles(id, articleIds, before, now()))
      if (added.length > 0) changed([id])
      return added
    },
    removeArticles: ({ id, articleIds }) => {
      const removed = present(store.removeArticles(id, articleIds))
      if (removed.length > 0) changed([id])
      return removed
    },
    moveArticles: ({ id, articleIds, before }) => {
      if (!store.moveArticles(id, articleIds, before)) throw missing()
      changed([id])
    },
    orderArticles: ({ id, articleIds }) => {
      if (!store.orderArticles(id, articleIds)) throw missing()
      changed([id])
    },
    holding: ({ articleIds }) => store.holding(articleIds),
  }
}

function present<T>(found: T | undefined): T {
  if (found === undefined) throw missing()
  return found
}

function missing(): LecternError {
  return new LecternError('not-found', 'This topic, or an article of it, is not there any more. Nothing was changed.')
}
