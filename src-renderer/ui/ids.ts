import type { AnnotationId, ArchiveId, ArticleId } from '@shared/domain/ids'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** Whether text from outside, such as the address bar, has the form of an article's id. */
export function isArticleId(text: string | undefined): text is ArticleId {
  return text !== undefined && UUID.test(text)
}

/** Whether text from outside has the form of an annotation's id. */
export function isAnnotationId(text: string | null): text is AnnotationId {
  return text !== null && UUID.test(text)
}

/** Whether text from outside has the form of an archive's id. */
export function isArchiveId(text: string | undefined): text is ArchiveId {
  return text !== undefined && UUID.test(text)
}
