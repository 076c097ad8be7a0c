import { z } from 'zod'
import { ArticleId, QuestionId, SnapshotId } from '../domain/ids'
import { EpochMs } from '../domain/time'
import { method } from './define'

/** The most characters of a question. */
export const MAX_QUESTION = 1000

/** Where an answer may come from. */
export const AskScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('library') }),
  z.object({ kind: z.literal('article'), articleId: ArticleId }),
])
export type AskScope = z.infer<typeof AskScope>

/** A passage word for word, and where it stands. */
export const Citation = z.object({
  articleId: ArticleId,
  snapshotId: SnapshotId,
  /** The article's. */
  title: z.string(),
  /** Text of the heading it stands under; empty before the first. */
  section: z.string(),
  /** UTF-16 offsets in the snapshot's text. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** The snapshot's text between them. */
  quote: z.string(),
  /** The sentence of the quote that speaks most for it, as UTF-16 offsets within the quote. */
  focus: z.object({ start: z.int().nonnegative(), end: z.int().positive() }),
  /** Share of belief among all sentences that were compared, 0 to 1. */
  score: z.number().min(0).max(1),
})
export type Citation = z.infer<typeof Citation>

/** What the library has to say to a question, in its own words. */
export const Answer = z.object({
  /** Near-misses cannot be told from answers for certain, so even `answer` is shown as what the text says, not as the truth. */
  state: z.enum(['answer', 'closest', 'nothing']),
  /** The few words that answer, with their place in the first citation's quote; null when they cannot be pointed at. */
  short: z.object({ text: z.string(), start: z.int().nonnegative(), end: z.int().positive() }).nullable(),
  /** Best first; empty when nothing was found. */
  citations: z.array(Citation),
  /** Words of the question, as it writes them, that no passage in reach holds. */
  unknown: z.array(z.string()),
  /** How sure the engine is that the first citation answers, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** What was looked through. */
  searched: z.object({ articles: z.int().nonnegative(), passages: z.int().nonnegative() }),
  /** Who answered. */
  engine: z.literal('embedded'),
})
export type Answer = z.infer<typeof Answer>

/** A question that was asked while an article was open, and what was answered then. */
export const Question = z.object({
  id: QuestionId,
  /** The article whose conversation it belongs to. */
  articleId: ArticleId,
  /** Whether that article alone was asked, or the whole library. */
  scope: z.enum(['article', 'library']),
  text: z.string(),
  askedAt: EpochMs,
  answer: Answer,
})
export type Question = z.infer<typeof Question>

const QuestionText = z.string().trim().min(1).max(MAX_QUESTION)
const OneQuestion = z.object({ id: QuestionId })

export const ask = {
  /** Answers from the library, without a model and without a network; nothing is kept. The same library gives the same answer. @throws not-found */
  answer: method(z.object({ text: QuestionText, scope: AskScope }), Answer),
  /** Asks in an article's conversation and keeps the answer. A follow-up understands the question before it. @throws not-found */
  question: method(Question.pick({ articleId: true, scope: true }).extend({ text: QuestionText }), Question),
  /** An article's conversation, oldest question first. */
  list: method(z.object({ articleId: ArticleId }), z.array(Question)),
  /** Takes a question and its answer away; they can be restored for 30 days. @throws not-found */
  remove: method(OneQuestion, z.void()),
  /** @throws not-found */
  restore: method(OneQuestion, z.void()),
  /** Up to three questions that an article's own facts and headings suggest. @throws not-found */
  suggest: method(z.object({ articleId: ArticleId }), z.array(z.string())),
}
