import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { answerQuestion } from '../core/ask/answer'
import { createAskStore } from '../core/ask/ask-store'
import { openDatabase } from '../core/database/database'
import { ExitCode, jsonLine, type Io } from './command'
import { addParagraphs, Paragraph, type ParagraphLibrary } from './paragraph-library'

const Line = z.object({ id: z.string(), question: z.string(), article_id: z.string().nullish() })

/**
 * Puts questions to the paragraphs of a file through the app's own engine, in a library in the temporary folder. Reads
 * `{id, question, article_id?}` lines and answers each with
 * `{id, abstain, confidence, passages: [context_id…], citations: [{context_id, start, end, quote}…], answer?}`.
 */
export async function askParagraphs(file: string, io: Io): Promise<ExitCode> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const paragraphs = lines.map((line) => Paragraph.parse(JSON.parse(line)))
  const folder = await mkdtemp(join(tmpdir(), 'lectern-ask-'))
  const db = openDatabase(folder)
  try {
    const library = addParagraphs(db, paragraphs)
    const store = createAskStore(db)
    for await (const text of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
      if (text.trim() === '') continue
      const { id, question, article_id } = Line.parse(JSON.parse(text))
      const article = article_id ? (library.articles.get(article_id) ?? null) : null
      const { answer, passages } = answerQuestion(store, question, article)
      const places = passages.flatMap((passage) => within(library, passage.articleId, passage.start, passage.end))
      const citations = answer.citations.flatMap(({ articleId, start, end }) => {
        return within(library, articleId, start, end).map((place) => {
          const from = Math.max(start, place.start)
          const to = Math.min(end, place.end)
          const quote = passages.find((passage) => passage.articleId === articleId)?.text.slice(from, to) ?? ''
          return { context_id: place.id, start: from - place.start, end: to - place.start, quote }
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
          ...(answer.short === null ? {} : { answer: answer.short.text }),
        }),
      )
    }
    return ExitCode.ok
  } finally {
    db.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function within(
  { paragraphs }: ParagraphLibrary,
  article: Parameters<ParagraphLibrary['paragraphs']['get']>[0],
  start: number,
  end: number,
) {
  return (paragraphs.get(article) ?? []).filter((place) => place.start < end && start < place.end)
}
