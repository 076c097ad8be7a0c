import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ArticleId, SnapshotId } from '@shared/domain/ids'
import { type AnnotationActions, createAnnotationActions } from './annotation-actions'
import { listKey, sharedById } from './annotation-lists'
import { useClient } from './client'

/** An article's note and its highlights in reading order. */
export function useAnnotations(articleId: ArticleId) {
  const client = useClient()
  return useQuery({
    queryKey: listKey(articleId),
    queryFn: () => client.annotations.list({ articleId }),
    structuralSharing: sharedById,
  })
}

/** The highlights that stood in a version, where they stood in it. */
export function useHighlightsIn(snapshotId: SnapshotId) {
  const client = useClient()
  return useQuery({
    queryKey: ['annotations', 'listIn', { snapshotId }],
    queryFn: () => client.annotations.listIn({ snapshotId }),
    staleTime: 0,
  })
}

export function useAnnotationActions(articleId: ArticleId): AnnotationActions {
  const client = useClient()
  const queries = useQueryClient()
  return useMemo(() => createAnnotationActions(queries, client, articleId), [queries, client, articleId])
}
