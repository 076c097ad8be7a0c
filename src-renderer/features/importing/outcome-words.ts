import { counted } from '../../ui/words/article-words'
import type { Sums } from './use-importing'

/** What became of an import, in one line. */
export function outcomeWords(sums: Sums): string {
  const failed = sums.failed + sums.refused
  const parts = [
    sums.added > 0 || sums.updated + sums.duplicate + sums.asks === 0
      ? `${counted(sums.added, 'article')} added`
      : null,
    sums.updated > 0 ? `${sums.updated} updated` : null,
    sums.duplicate > 0 ? `${sums.duplicate} already there` : null,
    failed > 0 ? `${failed} failed` : null,
    sums.asks > 0 ? `${sums.asks} to answer` : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
