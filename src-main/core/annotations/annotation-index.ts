import type { AnnotationId, ArticleId, SnapshotId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'

/** What the search index is told of a highlight or note. */
export interface IndexedAnnotation {
  readonly annotationId: AnnotationId
  readonly articleId: ArticleId
  /** Null, like the offsets, for a note on the whole article. */
  readonly snapshotId: SnapshotId | null
  readonly start: number | null
  readonly end: number | null
  /** The highlighted words; empty for a note on the whole article. */
  readonly quote: string
  readonly noteText: string
  readonly tags: readonly Tag[]
}

/** The part of the search index that follows annotations; called within the transaction that changes them. */
export interface AnnotationIndex {
  putAnnotation(annotation: IndexedAnnotation): void
  removeAnnotation(id: AnnotationId): void
}
