import { replaceEqualDeep } from '@tanstack/react-query'
import type { Annotation } from '@shared/domain/annotation'
import type { AnnotationId, ArticleId } from '@shared/domain/ids'

/** The query key of an article's annotations. */
export const listKey = (articleId: ArticleId) => ['annotations', 'list', { articleId }] as const

/** The article's note first, then highlights by where they begin; of those that begin together the longer first. */
function inReadingOrder(list: Annotation[]): Annotation[] {
  const place = (each: Annotation) => (each.kind === 'highlight' ? each.target.position.start : -1)
  const end = (each: Annotation) => (each.kind === 'highlight' ? each.target.position.end : -1)
  return list.sort((a, b) => place(a) - place(b) || end(b) - end(a))
}

/** A list with some annotations as they are now, where they belong; those that are gone are not in it. */
export function withChanged(
  list: readonly Annotation[],
  changed: readonly AnnotationId[],
  now: readonly Annotation[],
): Annotation[] {
  const left = new Set(changed)
  return inReadingOrder([...list.filter(({ id }) => !left.has(id)), ...now])
}

// What the cache holds under these keys is what the client read.
const isList = (value: unknown): value is readonly Annotation[] => Array.isArray(value)

/**
 * Lets a list that was read or changed keep the objects of the one before, by id: whatever is shown for an annotation is made anew
 * only when that one changed, also when others came before it. The list itself is the same where nothing changed.
 */
export function sharedById(before: unknown, now: unknown): unknown {
  if (!isList(before) || !isList(now)) return now
  const known = new Map(before.map((each) => [each.id, each]))
  const shared = now.map((each): Annotation => {
    const old = known.get(each.id)
    return old === undefined || old === each ? each : replaceEqualDeep(old, each)
  })
  return shared.length === before.length && shared.every((each, index) => each === before[index]) ? before : shared
}
