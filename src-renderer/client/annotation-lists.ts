import type { Annotation } from '@shared/domain/annotation'
import type { ArticleId } from '@shared/domain/ids'

/** The query key of an article's annotations. */
export const listKey = (articleId: ArticleId) => ['annotations', 'list', { articleId }] as const

/** The article's note first, then highlights by where they begin; of those that begin together the longer first. */
export function inReadingOrder(list: Annotation[]): Annotation[] {
  const place = (each: Annotation) => (each.kind === 'highlight' ? each.target.position.start : -1)
  const end = (each: Annotation) => (each.kind === 'highlight' ? each.target.position.end : -1)
  return list.sort((a, b) => place(a) - place(b) || end(b) - end(a))
}
