import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import { comparePassages } from '@shared/text/comparing/compare-passages'
import type { SnapshotStore } from './snapshot-store'

/** Answers the contract's `snapshots`. */
export function snapshotHandlers({ store }: { readonly store: SnapshotStore }): Handlers['snapshots'] {
  return {
    list: ({ articleId }) => store.list(articleId),
    compare: ({ from, to }) => comparePassages(store.text(from) ?? missing(), store.text(to) ?? missing()),
    get: ({ id }) => store.get(id) ?? missing(),
    html: ({ id }) => store.html(id) ?? missing(),
  }
}

function missing(): never {
  throw new LecternError(
    'not-found',
    'This version of the article is not in the library any more. Nothing was changed.',
  )
}
