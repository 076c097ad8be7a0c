import { z } from 'zod'
import { Article, type SpineMark } from '@shared/domain/article'
import { HighlightColour } from '@shared/domain/colour'
import { ArticleId } from '@shared/domain/ids'
import { Tag } from '@shared/domain/tag'

/** A row of `articles`, its columns in the contract's spelling. */
export const ArticleRow = Article.omit({
  progress: true,
  favourite: true,
  tags: true,
  marks: true,
  annotationCount: true,
}).extend({
  favourite: z.literal([0, 1]),
  progressOffset: z.int(),
  progressFraction: z.number(),
})
export type ArticleRow = z.infer<typeof ArticleRow>

export const MarkRow = z.object({
  articleId: ArticleId,
  start: z.int(),
  textLength: z.int(),
  colour: HighlightColour,
})
export const TagRow = z.object({ articleId: ArticleId, tag: Tag })
export const CountRow = z.object({ articleId: ArticleId, count: z.int() })

/** What an article has beside its row. */
export interface Belongings {
  readonly tags: Map<ArticleId, Tag[]>
  readonly marks: Map<ArticleId, SpineMark[]>
  readonly counts: Map<ArticleId, number>
}

/** Makes the contract's article of a row and what belongs to it. */
export function toArticle(row: ArticleRow, { tags, marks, counts }: Belongings): Article {
  const { favourite, progressOffset, progressFraction, ...rest } = row
  return {
    ...rest,
    favourite: favourite === 1,
    progress: { offset: progressOffset, fraction: progressFraction },
    tags: tags.get(row.id) ?? [],
    marks: marks.get(row.id) ?? [],
    annotationCount: counts.get(row.id) ?? 0,
  }
}

/** Collects values under their article, in the order in which they come. */
export function groupByArticle<Row extends { articleId: ArticleId }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): Map<ArticleId, Value[]> {
  const groups = new Map<ArticleId, Value[]>()
  for (const row of rows) {
    const group = groups.get(row.articleId)
    if (group === undefined) groups.set(row.articleId, [value(row)])
    else group.push(value(row))
  }
  return groups
}
