import type { QueryClient } from '@tanstack/react-query'
import type { Client } from '@shared/contract'
import type { LecternEvent } from '@shared/contract/events'
import type { Annotation } from '@shared/domain/annotation'
import type { AnnotationId, ArticleId } from '@shared/domain/ids'
import { listKey, withChanged } from './annotation-lists'

type Changed = Extract<LecternEvent, { name: 'annotations.changed' }>

/** From so many on, the whole list is read anew. */
const MANY = 200
/** The first change is shown at once; those that follow it are read together, so often, in ms. */
const PAUSE = 250

/**
 * Brings the lists of articles up to date after annotations changed, and reads only what did: one more highlight costs the same
 * among a thousand as the first. An event that names none says that all of its articles' may have.
 */
export function createChangedAnnotations(queries: QueryClient, client: Client): (event: Changed) => Promise<void> {
  /** What changed and was not read yet; null for all of an article's. */
  const waiting = new Map<ArticleId, Set<AnnotationId> | null>()
  let reading: Promise<void> | null = null

  async function bring(articleId: ArticleId, ids: Changed['ids']): Promise<void> {
    const queryKey = listKey(articleId)
    const query = queries.getQueryCache().find({ queryKey })
    if (!query) return
    const readAll = () => queries.invalidateQueries({ queryKey })
    const isSettled = query.isActive() && query.state.status === 'success' && query.state.fetchStatus === 'idle'
    if (ids.length === 0 || ids.length > MANY || !isSettled || query.state.isInvalidated) return readAll()
    let known: number
    let now: Annotation[] | null
    do {
      known = query.state.dataUpdateCount
      now = await client.annotations.list({ articleId, ids }).catch(() => null)
      // Changed here meanwhile: what was read may be from before.
    } while (now !== null && query.state.dataUpdateCount !== known && query.state.fetchStatus === 'idle')
    // Meanwhile the whole list began to be read, perhaps from before.
    if (now === null || query.state.fetchStatus !== 'idle') return readAll()
    queries.setQueryData<Annotation[]>(queryKey, (list) => list && withChanged(list, ids, now))
  }

  /** One after the other, so that what was read later wins. */
  async function readWaiting(): Promise<void> {
    while (waiting.size > 0) {
      const taken = [...waiting]
      waiting.clear()
      for (const [articleId, ids] of taken) await bring(articleId, [...(ids ?? [])])
      await new Promise((done) => setTimeout(done, PAUSE))
    }
    reading = null
  }

  return ({ articleIds, ids }) => {
    for (const articleId of articleIds) {
      const known = waiting.get(articleId)
      const isAll = ids.length === 0 || known === null
      waiting.set(articleId, isAll ? null : new Set([...(known ?? []), ...ids]))
    }
    return (reading ??= readWaiting())
  }
}
