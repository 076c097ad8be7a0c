import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Answer } from '@shared/contract/ask'
import { answerQuestion } from '../core/ask/answer'
import { createAskStore } from '../core/ask/ask-store'
import { openDatabase } from '../core/database/database'
import { idOf, LineId, LineQuestion } from './ask-lines'
import { ExitCode, jsonLine, type Io } from './command'
import { parseJson } from './parse-json'
import { addParagraphs, Paragraph, type ParagraphLibrary } from './paragraph-library'

const Line = z.object({ id: LineId, question: LineQuestion, article_id: z.string().nullish() })

/** What is said to a line that cannot be answered. */
const NOTHING = { abstain: true, confidence: 0, passages: [], citations: [] }

/**
 * Puts questions to the paragraphs of a file through the app's own engine, in a library in the temporary folder. Reads
 * `{id, question, article_id?}` lines and answers each with
 * `{id, abstain, confidence, passages: [context_id…], citations: [{context_id, start, end, quote}…], answer?}`.
 */
export async function askParagraphs(file: string, io: Io): Promise<ExitCode> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line) => Paragraph.safeParse(parseJson(line)))
  const paragraphs = read.flatMap((one) => (one.success ? [one.data] : []))
  if (paragraphs.length < read.length) {
    io.err(`${read.length - paragraphs.length} lines of ${file} are no paragraphs and were left out.\n`)
  }
  const folder = await mkdtemp(join(tmpdir(), 'lectern-ask-'))
  const db = openDatabase(folder)
  let code: ExitCode = ExitCode.ok
  try {
    const library = addParagraphs(db, paragraphs)
    const store = createAskStore(db)
    for await (const text of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
      if (text.trim() === '') continue
      const value = parseJson(text)
      const line = Line.safeParse(value)
      if (!line.success) {
        code = ExitCode.failed
        io.out(
          jsonLine({ id: idOf(value), ...NOTHING, error: 'A line is a JSON object with an "id" and a "question".' }),
        )
        continue
      }
      const { id, question, article_id } = line.data
      const article = article_id ? (library.articles.get(article_id) ?? null) : null
      if (article_id && article === null) {
        code = ExitCode.failed
        io.out(jsonLine({ id, ...NOTHING, error: `There is no article "${article_id}" in ${file}.` }))
        continue
      }
      const { answer, passages } = answerQuestion(
        store,
        question,
        article === null ? { kind: 'library' } : { kind: 'article', articleId: article },
      )
      const places = passages.flatMap((passage) => within(library, passage.articleId, passage.start, passage.end))
      const citations = answer.citations.flatMap(({ articleId, start, end, quote }) => {
        return within(library, articleId, start, end).map((place) => {
          const from = Math.max(start, place.start)
          const to = Math.min(end, place.end)
          const part = quote.slice(from - start, to - start)
          return { context_id: place.id, start: from - place.start, end: to - place.start, quote: part }
        })
      })
      io.out(
        jsonLine({
          id,
          abstain: answer.state !== 'answer',
          confidence: answer.confidence,
          // A passage may hold several short paragraphs: the one that is cited first comes first.
          passages: [
            ...new Set([...citations.slice(0, 1).map((cited) => cited.context_id), ...places.map((place) => place.id)]),
          ].slice(0, 10),
          citations: citations.filter(({ start, end }) => start < end).slice(0, 5),
          ...shortOf(answer),
        }),
      )
    }
    return code
  } finally {
    db.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function shortOf({ short, items }: Answer) {
  if (items.length > 0) return { answer: items.map(({ text }) => text).join(', ') }
  return short === null ? {} : { answer: short.text }
}

function within(
  { paragraphs }: ParagraphLibrary,
  article: Parameters<ParagraphLibrary['paragraphs']['get']>[0],
  start: number,
  end: number,
) {
  return (paragraphs.get(article) ?? []).filter((place) => place.start < end && start < place.end)
}
