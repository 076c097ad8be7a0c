import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ask, MAX_QUESTION, type Answer, type AskScope } from '@shared/contract/ask'
import { ArticleId } from '@shared/domain/ids'
import { askParagraphs } from './ask-paragraphs'
import { ExitCode, jsonLine, UsageError, type Command, type Io } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

export const askCommand: Command = {
  name: 'ask',
  summary: 'answer a question with passages of the library',
  help: `Usage: lectern ask [options] <question…>
       lectern ask [options] --jsonl < lines
       lectern ask --paragraphs FILE.jsonl --jsonl < lines

Answers in the words of your articles, without a model and without a network, and says where each passage stands.

  --article ID       ask this article only
  --jsonl            read lines such as {"id": "1", "question": "…", "article": "…"} from standard input and
                     answer each with a line of JSON
  --paragraphs FILE  ask the paragraphs of a question-answering set, {"context_id", "article_id", "title",
                     "section", "text", "lang"} a line, in a library that is made for it and goes afterwards
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        ...LIBRARY_OPTIONS,
        article: { type: 'string' },
        jsonl: { type: 'boolean', default: false },
        paragraphs: { type: 'string' },
      },
      allowPositionals: true,
    })
    if (values.paragraphs !== undefined) {
      if (!values.jsonl) throw new UsageError('--paragraphs goes with --jsonl.')
      return askParagraphs(values.paragraphs, io)
    }
    const scope = scopeOf(values.article)
    return withLibrary(values.library, async ({ handlers }) => {
      if (values.jsonl) return askLines(handlers.ask.answer, scope, io)
      const question = ask.answer.input.safeParse({ text: positionals.join(' '), scope })
      if (!question.success) throw new UsageError(`A question has 1 to ${MAX_QUESTION} characters.`)
      const answer = await handlers.ask.answer(question.data)
      if (values.json) io.out(jsonLine(answer))
      else show(answer, io)
      return ExitCode.ok
    })
  },
}

function scopeOf(article: string | undefined): AskScope {
  if (article === undefined) return { kind: 'library' }
  const id = ArticleId.safeParse(article)
  if (!id.success) throw new UsageError('--article is the id of an article, as "lectern list" shows it.')
  return { kind: 'article', articleId: id.data }
}

const Line = z.object({
  id: z.string(),
  question: z.string().trim().min(1).max(MAX_QUESTION),
  article: ArticleId.nullish(),
})

type Ask = (input: { text: string; scope: AskScope }) => Answer | Promise<Answer>

async function askLines(question: Ask, scope: AskScope, io: Io): Promise<ExitCode> {
  let code: ExitCode = ExitCode.ok
  for await (const text of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
    if (text.trim() === '') continue
    const line = Line.safeParse(parseJson(text))
    if (!line.success) {
      code = ExitCode.failed
      io.out(jsonLine({ id: null, error: 'A line is a JSON object with an "id" and a "question".' }))
      continue
    }
    const { id, question: asked, article } = line.data
    const began = performance.now()
    const answer = await question({
      text: asked,
      scope: article ? { kind: 'article', articleId: article } : scope,
    })
    const ms = Math.round((performance.now() - began) * 10) / 10
    const { state, short, citations, confidence, engine } = answer
    const cited = citations.map(({ articleId, snapshotId, start, end, quote, score }) => {
      return { articleId, snapshotId, start, end, quote, score }
    })
    io.out(
      jsonLine({
        id,
        answer: state === 'answer' ? (citations[0]?.quote ?? null) : null,
        short: short?.text ?? null,
        abstained: state !== 'answer',
        confidence,
        engine,
        citations: cited,
        ms,
      }),
    )
  }
  return code
}

/** JSON of a line; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const STATES = {
  answer: 'This is what your library says:',
  closest: 'Nothing answers this for certain. The closest passages:',
  nothing: 'Your library has nothing about this.',
} as const

function show({ state, short, citations, unknown, searched }: Answer, io: Io): void {
  io.out(`${STATES[state]}\n`)
  if (short !== null) io.out(`\n  ${short.text}\n`)
  if (state !== 'nothing') {
    citations.slice(0, 3).forEach(({ quote, title, section, articleId, start, end }, at) => {
      const where = section === '' ? title : `${title}, ${section}`
      io.out(`\n  [${at + 1}] ${quote.replace(/\s+/gu, ' ')}\n      ${where} (${articleId}, ${start}–${end})\n`)
    })
  }
  if (unknown.length > 0) io.err(`\nNot found anywhere: ${unknown.join(', ')}\n`)
  io.err(`\nSearched ${searched.articles} articles, ${searched.passages} passages.\n`)
}
