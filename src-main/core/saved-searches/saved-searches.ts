import { randomUUID } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import { SavedSearchId } from '@shared/domain/ids'
import type { Emit } from '../events'
import { checkRestored } from '../restored'
import type { SavedSearchStore } from './saved-search-store'

export interface SavedSearchDeps {
  readonly store: SavedSearchStore
  readonly emit: Emit
  readonly now: () => number
}

/** Answers the calls of saved searches. */
export function savedSearchHandlers({ store, emit, now }: SavedSearchDeps): Handlers['savedSearches'] {
  const changed = (known: boolean) => {
    if (!known) {
      throw new LecternError(
        'not-found',
        'That saved search is gone. Nothing was changed; type the search again and save it.',
      )
    }
    emit({ name: 'savedSearches.changed' })
  }
  return {
    list: () => store.list(),
    create({ name, text }) {
      const saved = store.add({ id: SavedSearchId.parse(randomUUID()), name, text, createdAt: now() })
      emit({ name: 'savedSearches.changed' })
      return saved
    },
    update: ({ id, name, text }) => changed(store.update({ id, name: name ?? null, text: text ?? null })),
    move: ({ id, before }) => changed(store.move(id, before)),
    remove: ({ id }) => changed(store.remove(id, now())),
    restore: ({ id }) => {
      const there = store.restore(id) ? 1 : 0
      checkRestored({ one: 'saved search', many: 'saved searches', wanted: 1, there })
      changed(true)
    },
    removed: () => store.removed(),
    deleteForever: ({ ids }) => {
      store.deleteForever(ids)
      changed(true)
    },
  }
}
