import { createInterface } from 'node:readline'
import { z } from 'zod'
import { MAX_QUESTION, type Answer, type AskScope } from '@shared/contract/ask'
import { LecternError } from '@shared/contract/errors'
import { ArticleId, TopicId } from '@shared/domain/ids'
import { ExitCode, jsonLine, type Io } from './command'
import { parseJson } from './parse-json'

/** An id as a line gives it; it comes back with the answer as it was. */
export const LineId = z.union([z.string(), z.number()])

/** A question that is longer than any is asked by its beginning. */
export const LineQuestion = z
  .string()
  .trim()
  .min(1)
  .transform((text) => text.slice(0, MAX_QUESTION))

const Line = z.object({
  id: LineId,
  question: LineQuestion,
  article: ArticleId.nullish(),
  topic: TopicId.nullish(),
})

type Ask = (input: { text: string; scope: AskScope }) => Answer | Promise<Answer>

/**
 * Answers lines of `{id, question, article?, topic?}` with lines of
 * `{id, answer, short, abstained, confidence, engine, citations, ms}`, and a line that is none of these, or that asks what is not
 * there, with `{id, error}`.
 * @param scope what is asked where a line does not say
 */
export async function askLines(question: Ask, scope: AskScope, io: Io): Promise<ExitCode> {
  let code: ExitCode = ExitCode.ok
  for await (const text of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
    if (text.trim() === '') continue
    const value = parseJson(text)
    const line = Line.safeParse(value)
    const refuse = (error: string) => {
      code = ExitCode.failed
      io.out(jsonLine({ id: idOf(value), error }))
    }
    if (!line.success) {
      refuse(
        'A line is a JSON object with an "id", a "question", and, if need be, the id of an "article" or a "topic".',
      )
      continue
    }
    const { id, question: asked, article, topic } = line.data
    const began = performance.now()
    try {
      const answer = await question({ text: asked, scope: scopeOf(article, topic) ?? scope })
      const ms = Math.round((performance.now() - began) * 10) / 10
      io.out(jsonLine({ id, ...lineOf(answer), ms }))
    } catch (error) {
      if (!(error instanceof LecternError)) throw error
      refuse(error.message)
    }
  }
  return code
}

function scopeOf(articleId: ArticleId | null | undefined, topicId: TopicId | null | undefined): AskScope | null {
  if (articleId) return { kind: 'article', articleId }
  return topicId ? { kind: 'topic', topicId } : null
}

/** The id of a line that is otherwise not understood; null where it has none. */
export function idOf(value: unknown): string | number | null {
  const line = z.object({ id: LineId }).safeParse(value)
  return line.success ? line.data.id : null
}

function lineOf({ kind, state, short, items, polarity, citations, confidence, engine }: Answer) {
  const isWhole = kind === 'summary' || kind === 'comparison'
  const quotes = citations.slice(0, isWhole ? citations.length : 1).map(({ quote }) => quote)
  return {
    answer: state === 'answer' && quotes.length > 0 ? quotes.join('\n') : null,
    short: short?.text ?? null,
    ...(items.length === 0 ? {} : { items: items.map(({ text }) => text) }),
    ...(polarity === null ? {} : { polarity }),
    abstained: state !== 'answer',
    confidence,
    engine,
    citations: citations.map(({ articleId, snapshotId, start, end, quote, score }) => {
      return { articleId, snapshotId, start, end, quote, score }
    }),
  }
}
