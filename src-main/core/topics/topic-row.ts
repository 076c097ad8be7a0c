import { z } from 'zod'
import { TopicId } from '@shared/domain/ids'
import { EpochMs } from '@shared/domain/time'
import type { Topic } from '@shared/domain/topic'

/** A row of `topics` that was not removed. */
export const TopicRow = z.object({
  id: TopicId,
  parentId: TopicId.nullable(),
  title: z.string(),
  createdAt: EpochMs,
})
export type TopicRow = z.infer<typeof TopicRow>

/** How many articles a topic holds, and how many of them are finished. */
export type TopicCounts = Pick<Topic, 'articleCount' | 'finishedCount' | 'ownCount'>

/**
 * Puts topics in the order in which a tree reads: each before those nested in it. Positions are counted from 0 anew, as
 * stored ones may have gaps.
 * @param rows each level in its order
 */
export function inTreeOrder(rows: readonly TopicRow[], counts: ReadonlyMap<TopicId, TopicCounts>): Topic[] {
  const levels = new Map<TopicId | null, TopicRow[]>()
  for (const row of rows) {
    const level = levels.get(row.parentId)
    if (level === undefined) levels.set(row.parentId, [row])
    else level.push(row)
  }
  const tree: Topic[] = []
  const walk = (parentId: TopicId | null): void => {
    for (const [position, row] of (levels.get(parentId) ?? []).entries()) {
      const { articleCount = 0, finishedCount = 0, ownCount = 0 } = counts.get(row.id) ?? {}
      tree.push({ ...row, position, articleCount, finishedCount, ownCount })
      walk(row.id)
    }
  }
  walk(null)
  return tree
}
