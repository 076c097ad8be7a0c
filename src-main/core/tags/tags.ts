import { randomUUID } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import { TagChangeId } from '@shared/domain/ids'
import type { Emit } from '../events'
import type { TagStore } from './tag-store'

export interface TagDeps {
  readonly store: TagStore
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Answers the contract's `tags`. */
export function tagHandlers({ store, emit, now }: TagDeps): Handlers['tags'] {
  const newId = () => TagChangeId.parse(randomUUID())
  const changed = <T>(done: T | undefined, tag: string): T => {
    if (done === undefined) throw missing(`Nothing is tagged ${tag} any more.`)
    emit({ name: 'tags.changed' })
    return done
  }
  return {
    list: () => store.list(),
    rename: ({ tag, to }) => changed(store.rename(newId(), tag, to, now()), tag),
    remove: ({ tag }) => changed(store.remove(newId(), tag, now()), tag),
    undo: ({ id }) => {
      if (!store.undo(id)) throw missing('This change of a tag was undone already, or was more than 30 days ago.')
      emit({ name: 'tags.changed' })
    },
    removed: () => store.removed(),
    forget: ({ ids }) => {
      store.forget(ids)
      emit({ name: 'tags.changed' })
    },
    setColour: ({ tag, colour }) => {
      store.setColour(tag, colour)
      emit({ name: 'tags.changed' })
    },
  }
}

function missing(what: string): LecternError {
  return new LecternError('not-found', `${what} Nothing was changed.`)
}
