import { AnnotationId, ArticleId } from '../domain/ids'

/** A place in the library that a link from outside leads to. */
export interface DeepLink {
  readonly articleId: ArticleId
  /** The highlight or note to show; null for the article alone. */
  readonly annotationId: AnnotationId | null
  /** The passage to show, in UTF-16 offsets of the text; left out where none is named. */
  readonly passage?: { readonly start: number; readonly end: number }
}

/** The address of an article, or of a passage in it: `lectern://open/<article>/<annotation>`. Exports carry it. */
export function makeDeepLink({ articleId, annotationId }: DeepLink): string {
  return `lectern://open/${articleId}${annotationId === null ? '' : `/${annotationId}`}`
}

/** Reads an address that `makeDeepLink` made; null for anything else. */
export function parseDeepLink(address: string): DeepLink | null {
  const [, article, annotation, start, end] =
    /^lectern:\/\/open\/([^/?#]+)(?:\/([^/?#]+))?\/?(?:\?at=(\d{1,9})-(\d{1,9}))?$/iu.exec(address) ?? []
  const articleId = ArticleId.safeParse(article?.toLowerCase())
  const annotationId = AnnotationId.nullable().safeParse(annotation?.toLowerCase() ?? null)
  if (!articleId.success || !annotationId.success) return null
  const place = { articleId: articleId.data, annotationId: annotationId.data }
  return start === undefined ? place : { ...place, passage: { start: Number(start), end: Number(end) } }
}
