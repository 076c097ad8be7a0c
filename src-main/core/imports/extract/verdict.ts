import type { PageBlocks, Span } from './page-blocks'

/** What a block of a page is taken for: the article's, or why not. */
export type Verdict = 'keep' | 'outside' | 'comments' | 'chrome' | 'meta' | 'links' | 'edge'

/** Changes the verdict on those blocks of a span that were to stay. */
export function mark(verdicts: Verdict[], { start, end }: Pick<Span, 'start' | 'end'>, verdict: Verdict): void {
  for (let at = start; at < end; at++) if (verdicts[at] === 'keep') verdicts[at] = verdict
}

/** Characters of the blocks that stay. */
export function keptLength({ blocks }: PageBlocks, verdicts: readonly Verdict[]): number {
  return blocks.reduce((sum, { length }, at) => sum + (verdicts[at] === 'keep' ? length : 0), 0)
}
