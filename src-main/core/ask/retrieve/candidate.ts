import type { ArticleId, SnapshotId } from '@shared/domain/ids'
import type { Question } from '../question/question'
import type { Range } from '../cite/sentences'

/** A passage that search found for a question. Offsets are UTF-16 in the snapshot's text. */
export interface Candidate extends Range {
  readonly articleId: ArticleId
  readonly snapshotId: SnapshotId
  readonly title: string
  /** Text of the heading it stands under; empty before the first. */
  readonly section: string
  /** The whole text that its offsets count. */
  readonly text: string
  /** Where blocks begin within it, ascending. */
  readonly breaks: readonly number[]
  /** Relevance by BM25; greater is better, always positive. */
  readonly relevance: number
}

/** What the library has to say to a question, before it is read. */
export interface Evidence {
  /** The question, with misspelt words read as the library's own. */
  readonly question: Question
  /** The passages that match best, best first. */
  readonly candidates: readonly Candidate[]
  /** How much each of the question's terms says: its inverse document frequency, in their order. */
  readonly weights: readonly number[]
  /** For each term whether any passage in reach holds it. */
  readonly known: readonly boolean[]
  /** Which of the terms an article holds, anywhere. */
  readonly inArticle: (articleId: ArticleId) => readonly boolean[]
  /** What was looked through. */
  readonly searched: { readonly articles: number; readonly passages: number }
}

/** How much a term says: the Robertson–Spärck Jones weight of BM25, kept positive. */
export function termWeight(documents: number, total: number): number {
  return Math.log(1 + (Math.max(total, documents) - documents + 0.5) / (documents + 0.5))
}
