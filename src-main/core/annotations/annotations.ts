import { randomUUID } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import { AnnotationId, type ArticleId } from '@shared/domain/ids'
import type { Emit } from '../events'
import { conflict, missing } from '../note-errors'
import { checkRestored } from '../restored'
import type { AnnotationStore } from './annotation-store'
import { checkTarget } from './check-target'

export interface AnnotationDeps {
  readonly store: AnnotationStore
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Answers the contract's `annotations`. */
export function annotationHandlers({ store, emit, now }: AnnotationDeps): Handlers['annotations'] {
  const newId = () => AnnotationId.parse(randomUUID())
  const changed = (ids: AnnotationId[], articleIds: ArticleId[]) => {
    if (ids.length > 0) emit({ name: 'annotations.changed', articleIds, ids })
  }
  /** Lists show an article's marks and count, so they change with it. */
  const marksChanged = (ids: AnnotationId[]) => {
    const articleIds = store.articlesOf(ids)
    changed(ids, articleIds)
    if (articleIds.length > 0) emit({ name: 'articles.changed', ids: articleIds })
  }

  const placed = (id: AnnotationId, isDone: boolean) => {
    const highlight = isDone ? store.get(id) : undefined
    if (highlight?.kind !== 'highlight') throw missing('This highlight, or the version of the article it was for,')
    marksChanged([id])
    return highlight
  }

  return {
    list: ({ articleId, ids }) =>
      ids === undefined ? store.list(articleId) : store.many(ids).filter((one) => one.articleId === articleId),
    many: ({ ids }) => store.many(ids),
    listAll: (query) => store.listAll(query),
    listIn: ({ snapshotId }) => store.listIn(snapshotId),
    attach: ({ id, target }) => {
      const snapshot = store.snapshotText(target.snapshotId)
      if (snapshot === undefined) throw missing('The article of this highlight')
      checkTarget(snapshot.text, target)
      return placed(id, store.attach(id, target, now()))
    },
    detach: ({ id }) => placed(id, store.detach(id, now())),
    keep: ({ ids, kept }) => marksChanged(store.keep(ids, kept)),
    highlight: ({ target, colour }) => {
      const snapshot = store.snapshotText(target.snapshotId)
      if (snapshot === undefined) throw missing('The article of this highlight')
      checkTarget(snapshot.text, target)
      const id = newId()
      store.insertHighlight(id, snapshot.articleId, target, colour, now())
      const highlight = store.get(id)
      if (highlight?.kind !== 'highlight') throw missing('The highlight')
      marksChanged([id])
      return highlight
    },
    articleNote: ({ articleId }) => {
      const made = newId()
      const id = store.articleNote(articleId, made, now())
      const note = id === undefined ? undefined : store.get(id)
      if (note?.kind !== 'article-note') throw missing('The article of this note')
      if (id === made) changed([made], [articleId])
      return note
    },
    update: ({ ids, change }) => {
      if (!store.update(ids, change, now())) throw missing('This highlight')
      marksChanged(ids)
    },
    saveNote: ({ id, baseRevision, body }) => {
      const saved = store.saveNote(id, baseRevision, body, now())
      if (saved.kind === 'missing') throw missing('This note')
      if (saved.kind === 'conflict') throw conflict(saved)
      const { articleId, revision, updatedAt } = saved
      if (saved.changed) changed([id], [articleId])
      if (saved.appeared) emit({ name: 'articles.changed', ids: [articleId] })
      return { revision, updatedAt }
    },
    remove: ({ ids }) => marksChanged(store.remove(ids, now())),
    restore: ({ ids }) => {
      const wanted = new Set(ids).size
      const there = store.countThere(ids)
      marksChanged(store.restore(ids, now()))
      checkRestored({ one: 'highlight or note', many: 'highlights and notes', wanted, there })
    },
    removed: ({ limit }) => store.removed(limit),
    deleteForever: ({ ids }) => {
      // Afterwards nobody knows whose they were.
      const articleIds = ids === null ? [] : store.articlesOf(ids)
      changed(store.deleteForever(ids), articleIds)
    },
  }
}
