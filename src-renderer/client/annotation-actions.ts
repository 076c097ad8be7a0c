import type { QueryClient } from '@tanstack/react-query'
import type { Client } from '@shared/contract'
import type { Annotation, ArticleNote, Highlight, TextTarget } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import type { AnnotationId, ArticleId } from '@shared/domain/ids'
import { listKey, withChanged } from './annotation-lists'

/** What can be done to an article's annotations. Each shows at once and is put right if it fails. */
export interface AnnotationActions {
  highlight(target: TextTarget, colour: HighlightColour): Promise<Highlight>
  /** The article's note, made now if there is none. */
  articleNote(): Promise<ArticleNote>
  recolour(id: AnnotationId, colour: HighlightColour): Promise<void>
  setTags(id: AnnotationId, tags: string[]): Promise<void>
  remove(ids: AnnotationId[]): Promise<void>
  restore(ids: AnnotationId[]): Promise<void>
  /** Puts a highlight on other words; `detach` undoes it. */
  attach(id: AnnotationId, target: TextTarget): Promise<void>
  detach(id: AnnotationId): Promise<void>
  /** Says that orphans may stay without a place, or takes that back. */
  keep(ids: AnnotationId[], kept: boolean): Promise<void>
}

export function createAnnotationActions(queries: QueryClient, client: Client, articleId: ArticleId): AnnotationActions {
  const key = listKey(articleId)
  const change = (edit: (list: Annotation[]) => Annotation[]) =>
    queries.setQueryData<Annotation[]>(key, (list) => list && edit(list))
  const refresh = () => queries.invalidateQueries({ queryKey: key })
  const add = (annotation: Annotation) => change((list) => withChanged(list, [annotation.id], [annotation]))

  /** Shows a change before it is made; what is stored is read again when it could not be. */
  async function optimistically(edit: (list: Annotation[]) => Annotation[], run: () => Promise<void>) {
    const isBehind = queries.isFetching({ queryKey: key }) > 0 || queries.getQueryState(key)?.isInvalidated === true
    await queries.cancelQueries({ queryKey: key })
    change(edit)
    try {
      await run()
    } catch (error) {
      await refresh()
      throw error
    }
    // The reading that was stopped may have been for other changes.
    if (isBehind) void refresh()
  }
  const edited = (id: AnnotationId, with_: (each: Annotation) => Annotation) => (list: Annotation[]) =>
    list.map((each) => (each.id === id ? with_(each) : each))

  return {
    highlight: async (target, colour) => {
      const made = await client.annotations.highlight({ target, colour })
      add(made)
      return made
    },
    articleNote: async () => {
      const note = await client.annotations.articleNote({ articleId })
      add(note)
      return note
    },
    recolour: (id, colour) =>
      optimistically(
        edited(id, (each) => (each.kind === 'highlight' ? { ...each, colour } : each)),
        () => client.annotations.update({ ids: [id], change: { colour } }),
      ),
    setTags: (id, tags) =>
      optimistically(
        edited(id, (each) => ({ ...each, tags })),
        () => client.annotations.update({ ids: [id], change: { tags } }),
      ),
    remove: (ids) =>
      optimistically(
        (list) => list.filter((each) => !ids.includes(each.id)),
        () => client.annotations.remove({ ids }),
      ),
    attach: async (id, target) => void add(await client.annotations.attach({ id, target })),
    detach: async (id) => void add(await client.annotations.detach({ id })),
    keep: async (ids, kept) => {
      await client.annotations.keep({ ids, kept })
      await refresh()
    },
    restore: async (ids) => {
      await client.annotations.restore({ ids })
      await refresh()
    },
  }
}
