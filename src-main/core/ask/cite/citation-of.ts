import type { Citation } from '@shared/contract/ask'
import type { Candidate } from '../retrieve/candidate'
import type { Range } from './sentences'

/**
 * A citation of a stretch of a passage. Offsets are UTF-16 in the snapshot's text.
 * @param focus the sentence that speaks most for it
 * @param score 0 to 1
 */
export function citationOf(candidate: Candidate, { start, end }: Range, focus: Range, score: number): Citation {
  const { articleId, snapshotId, title, section, text } = candidate
  return {
    articleId,
    snapshotId,
    title,
    section,
    start,
    end,
    quote: text.slice(start, end),
    focus: { start: focus.start - start, end: focus.end - start },
    score,
  }
}
