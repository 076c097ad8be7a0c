import { createHash } from 'node:crypto'
import type { AnnotationId, ArticleId } from '@shared/domain/ids'
import type { CalendarDay } from '@shared/domain/review'

/** A highlight that can be shown. */
export interface Candidate {
  readonly id: AnnotationId
  readonly articleId: ArticleId
  /** Days since it was looked at last, or since it was made: at least 1. */
  readonly age: number
  /** Whether a person asked to see it less often. */
  readonly isSeldom: boolean
}

/** Beyond a year, older says no more. */
const OLDEST = 365
const SELDOM = 1 / 8

/**
 * Chooses highlights for a day: weighted sampling without replacement (Efraimidis and Spirakis 2006, "Weighted random sampling
 * with a reservoir": the largest u^(1/w)). Each highlight's number comes from the day and its id alone, so that the same day chooses
 * the same, in whichever order they come, and one more highlight in the library pushes out at most one. The weight grows with age;
 * the many highlights of one article share theirs, so that it does not crowd out the others. No article comes twice before all have
 * come once.
 * @param taken articles of which some were chosen for the day before
 */
export function choose(
  candidates: readonly Candidate[],
  day: CalendarDay,
  count: number,
  taken: ReadonlySet<ArticleId> = new Set(),
): AnnotationId[] {
  const ofArticle = new Map<ArticleId, number>()
  for (const { articleId } of candidates) ofArticle.set(articleId, (ofArticle.get(articleId) ?? 0) + 1)
  const drawn = candidates
    .map(({ id, articleId, age, isSeldom }) => {
      const shared = Math.min(Math.max(age, 1), OLDEST) / Math.sqrt(ofArticle.get(articleId) ?? 1)
      // The logarithm of u^(1/w): no two keys are lost to rounding where weights are large.
      return { id, articleId, key: Math.log(draw(day, id)) / (isSeldom ? shared * SELDOM : shared) }
    })
    .sort((a, b) => b.key - a.key || (a.id < b.id ? -1 : 1))
  const seen = new Set(taken)
  const first: AnnotationId[] = []
  const rest: AnnotationId[] = []
  for (const { id, articleId } of drawn) {
    ;(seen.has(articleId) ? rest : first).push(id)
    seen.add(articleId)
  }
  return [...first, ...rest].slice(0, count)
}

/** A number above 0 and below 1, the same for the same day and highlight. */
function draw(day: CalendarDay, id: AnnotationId): number {
  const bytes = createHash('sha256').update(`${day} ${id}`).digest()
  return (bytes.readUIntBE(0, 6) + 0.5) / 2 ** 48
}
