import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { SnapshotStore } from './snapshot-store'
import type { TextTasks } from '../text/text-tasks'

export interface SnapshotDeps {
  readonly store: SnapshotStore
  readonly tasks: Pick<TextTasks, 'compare'>
}

/** Answers the contract's `snapshots`. */
export function snapshotHandlers({ store, tasks }: SnapshotDeps): Handlers['snapshots'] {
  return {
    list: ({ articleId }) => store.list(articleId),
    compare: ({ from, to }) => tasks.compare(store.text(from) ?? missing(), store.text(to) ?? missing()),
    text: ({ id, start, end }) => (store.text(id) ?? missing()).slice(start, end),
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
