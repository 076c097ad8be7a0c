import { z } from 'zod'
import { ArticleId, ConversationId, QuestionId, SnapshotId, TopicId } from '../domain/ids'
import { EpochMs } from '../domain/time'
import { method } from './define'

/** The most characters of a question. */
export const MAX_QUESTION = 1000

/** Where an answer may come from. */
export const AskScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('library') }),
  z.object({ kind: z.literal('article'), articleId: ArticleId }),
  /** The articles of a topic and of the topics nested in it. */
  z.object({ kind: z.literal('topic'), topicId: TopicId }),
  /** A passage that a person selected: UTF-16 offsets in the snapshot's text. */
  z.object({
    kind: z.literal('selection'),
    articleId: ArticleId,
    snapshotId: SnapshotId,
    start: z.int().nonnegative(),
    end: z.int().positive(),
  }),
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

/** A row of an infobox or a cell of a table that answers, as its source states it. */
export const StatedFact = z.object({
  /** What is stated: an infobox label, or a table's row and column. */
  label: z.string(),
  value: z.string(),
  /** Of a value that is one number; empty for a count, null for other values. */
  unit: z.string().nullable(),
})
export type StatedFact = z.infer<typeof StatedFact>

/** One member of a list that was asked for. */
export const AnswerItem = z.object({
  text: z.string(),
  /** Which of the citations it stands in, from 0, and where in that quote (UTF-16). */
  citation: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
})
export type AnswerItem = z.infer<typeof AnswerItem>

/** What the library has to say to a question, in its own words. */
export const Answer = z.object({
  /**
   * How the citations are to be read. `passages`: the likeliest first. `list`: with `items`. `comparison`: those of two articles in
   * turn. `summary`: in the order of the text, each a sentence.
   */
  kind: z.enum(['passages', 'definition', 'list', 'yes-no', 'comparison', 'summary']).default('passages'),
  /** Of a list; empty otherwise. */
  items: z.array(AnswerItem).default([]),
  /** Of a yes-no question: whether the first citation says so, or denies it; null where it cannot be told. Never a "yes". */
  polarity: z.enum(['says-so', 'denies']).nullable().default(null),
  /** Where the short answer is a value of an infobox or a table; null otherwise. */
  fact: StatedFact.nullable().default(null),
  /** Near-misses cannot be told from answers for certain, so even `answer` is shown as what the text says, not as the truth. */
  state: z.enum(['answer', 'closest', 'nothing']),
  /** The few words that answer, with their place in the first citation's quote; null when they cannot be pointed at. */
  short: z.object({ text: z.string(), start: z.int().nonnegative(), end: z.int().positive() }).nullable(),
  /** Best first; empty when nothing was found. */
  citations: z.array(Citation),
  /** Words of the question, as it writes them, that no passage in reach holds. */
  unknown: z.array(z.string()),
  /** Words that seem misspelt, as the question writes them, and the library's own, folded, that were looked for instead. */
  readAs: z.array(z.object({ written: z.string(), read: z.string() })).default([]),
  /** How sure the engine is that the first citation answers, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** What was looked through. */
  searched: z.object({ articles: z.int().nonnegative(), passages: z.int().nonnegative() }),
  /** Who answered. */
  engine: z.literal('embedded'),
})
export type Answer = z.infer<typeof Answer>

/** One sentence that a language model wrote. It is plain text: never markup, never a link. */
export const WrittenSentence = z.object({
  text: z.string(),
  /** Places in `sources`, from 0: the passages that the model names and that were checked. */
  citations: z.array(z.int().nonnegative()),
  /**
   * `supported`: its words, numbers, names and negations are those of the passages it names. `unsupported`: they are not.
   * `uncited`: it names no passage that it was given. Only the first is shown as something the library says.
   */
  support: z.enum(['supported', 'unsupported', 'uncited']),
})
export type WrittenSentence = z.infer<typeof WrittenSentence>

/** What a local model made of the passages of an answer, beside them. */
export const Written = z.object({
  /** `silent`: the model says that the passages do not hold the answer. */
  state: z.enum(['writing', 'done', 'silent', 'stopped', 'failed']),
  /** The model's name on its server. */
  model: z.string(),
  /** Where it runs, as an origin: `http://127.0.0.1:11434`. */
  server: z.string(),
  sentences: z.array(WrittenSentence),
  /** Passages in the order in which the sentences use them, word for word. */
  sources: z.array(Citation),
  /** For a person: why it failed or ends early; null where it did not. */
  problem: z.string().nullable(),
})
export type Written = z.infer<typeof Written>

/** A question of a conversation, and what was answered then. */
export const Question = z.object({
  id: QuestionId,
  conversationId: ConversationId,
  /** What was asked: not always where the conversation stands. */
  scope: AskScope,
  /** The selected words that were asked; null for other scopes. */
  selected: z.string().nullable(),
  text: z.string(),
  askedAt: EpochMs,
  /** By the embedded engine; shown first, and kept whatever a model says. */
  answer: Answer,
  /** By a local model; null where none was asked. */
  written: Written.nullable(),
})
export type Question = z.infer<typeof Question>

/** Where a conversation belongs. */
export const ConversationPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), articleId: ArticleId }),
  z.object({ kind: z.literal('topic'), topicId: TopicId }),
  z.object({ kind: z.literal('library') }),
])
export type ConversationPlace = z.infer<typeof ConversationPlace>

/** A question that was removed by itself, and can be restored for 30 days. */
export const RemovedQuestion = z.object({
  id: QuestionId,
  text: z.string(),
  place: ConversationPlace,
  /** Title of the article or topic; `Library` for the library. */
  placeTitle: z.string(),
  removedAt: EpochMs,
})
export type RemovedQuestion = z.infer<typeof RemovedQuestion>

const QuestionText = z.string().trim().min(1).max(MAX_QUESTION)
const OneQuestion = z.object({ id: QuestionId })

export const ask = {
  /** Answers from the library, without a model and without a network; nothing is kept. The same library gives the same answer. @throws not-found */
  answer: method(z.object({ text: QuestionText, scope: AskScope }), Answer),
  /**
   * Asks in a conversation, in a new one where `conversationId` is null, and keeps the answer. A follow-up understands the question
   * before it. Where a model is set up, it goes on to write: `answer.written` tells how far, `conversations.changed` when it is done.
   * @throws not-found
   */
  question: method(
    z.object({
      conversationId: ConversationId.nullable(),
      place: ConversationPlace,
      scope: AskScope,
      text: QuestionText,
    }),
    Question,
  ),
  /** Asks a question once more; its answer takes the place of the one before. @throws not-found */
  again: method(OneQuestion, Question),
  /** Stops the model that writes; what it wrote stays. Does nothing when none does. */
  stop: method(OneQuestion, z.void()),
  /** Takes a question and its answer away; they can be restored for 30 days. @throws not-found */
  remove: method(OneQuestion, z.void()),
  /** @throws not-found */
  restore: method(OneQuestion, z.void()),
  /** Questions that were removed from conversations that stand, and can be restored, latest first. */
  removed: method(z.void(), z.array(RemovedQuestion)),
  /** Deletes for good questions that were removed: these, or all of them (null). */
  deleteForever: method(z.object({ ids: z.array(QuestionId).max(10_000).nullable() }), z.void()),
  /** Up to three questions that an article's own facts and headings suggest. @throws not-found */
  suggest: method(z.object({ articleId: ArticleId }), z.array(z.string())),
}
