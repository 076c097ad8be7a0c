import type { Citation } from '@shared/contract/ask'
import { openArticle } from '../../ui/places/route'

/** Goes to a cited passage in its article. */
export function showCitation({ articleId, start, end }: Citation): void {
  openArticle(articleId, { passage: { start, end } })
}
