import type { Handlers } from '@shared/contract'
import type { Database } from '../database/database'
import { createCompleteStore } from './complete-store'
import { createFoundStore } from './found-store'
import { createMatchStore } from './match-store'
import { createNarrowStore } from './narrow-store'
import { createRelated } from './related'
import { createRelatedStore } from './related-store'
import { searchHandlers } from './search'
import { createTodoStore, type Reindex } from './todo-store'
import { createWordStore } from './word-store'

export interface CreateSearchDeps {
  readonly db: Database
  readonly now: () => number
  /** What a person calls each highlight colour. */
  readonly colourNames: () => Readonly<Record<string, string>>
  readonly reindex: Reindex
}

/** Search, and the way to bring its index up to date. */
export interface Search {
  readonly handlers: Handlers['search']
  /**
   * Indexes what an update of Lectern left, a piece at a time so that other calls are answered in between. Ends when all is done
   * or `stop` was called.
   */
  readonly catchUp: () => Promise<void>
  readonly stop: () => void
}

/** Puts search together over a library's database. */
export function createSearch({ db, now, colourNames, reindex }: CreateSearchDeps): Search {
  const matches = createMatchStore(db)
  const found = createFoundStore(db)
  const todo = createTodoStore(db)
  let stopped = false
  return {
    handlers: searchHandlers({
      matches,
      found,
      narrow: createNarrowStore(db),
      words: createWordStore(db),
      complete: createCompleteStore(db),
      alike: createRelated({ store: createRelatedStore(db), matches, found }),
      pending: todo.pending,
      meanings: () => ({ now: now(), colourNames: colourNames() }),
    }),
    async catchUp() {
      while (!stopped && todo.work(reindex)) await new Promise((resolve) => setImmediate(resolve))
    },
    stop: () => {
      stopped = true
    },
  }
}
