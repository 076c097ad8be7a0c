/** What the engine is compared with: the first sentence of the passage that plain BM25 puts first. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { addParagraphs, Paragraph } from '../../../src-main/cli/paragraph-library'
import { gather } from '../../../src-main/core/ask/retrieve/gather'
import { createAskStore } from '../../../src-main/core/ask/ask-store'
import { parseQuestion } from '../../../src-main/core/ask/question/question'
import { sentencesOf } from '../../../src-main/core/ask/cite/sentences'
import { openDatabase } from '../../../src-main/core/database/database'

const Line = z.object({ id: z.string(), question: z.string(), article_id: z.string().nullish() })

const folder = mkdtempSync(join(tmpdir(), 'lectern-plain-'))
const db = openDatabase(folder)
const file = readFileSync(process.env['ASK_LIBRARY'] ?? '', 'utf8')
  .trim()
  .split('\n')
const library = addParagraphs(db, file.map((line) => Paragraph.parse(JSON.parse(line)))) // prettier-ignore
const store = createAskStore(db)

for await (const text of createInterface({ input: process.stdin })) {
  const { id, question, article_id } = Line.parse(JSON.parse(text))
  const article = article_id ? (library.articles.get(article_id) ?? null) : null
  const { candidates } = gather(
    store,
    parseQuestion(question),
    article === null ? { kind: 'library' } : { kind: 'article', articleId: article },
  )
  const [first] = candidates
  const placeOf = (of: (typeof candidates)[number], start: number) =>
    library.paragraphs.get(of.articleId)?.find((place) => start < place.end)
  // A heading stands in no paragraph.
  const sentence = first && sentencesOf(first.text, first, first.breaks).find(({ start }) => start >= (placeOf(first, start)?.start ?? Infinity)) // prettier-ignore
  const place = first && sentence ? placeOf(first, sentence.start) : undefined
  const citations =
    first && sentence && place
      ? [
          {
            context_id: place.id,
            start: sentence.start - place.start,
            end: sentence.end - place.start,
            quote: first.text.slice(sentence.start, sentence.end),
          },
        ]
      : []
  const passages = candidates.flatMap((one) => placeOf(one, one.start)?.id ?? [])
  process.stdout.write(
    `${JSON.stringify({ id, abstain: first === undefined, confidence: Math.min(1, (first?.relevance ?? 0) / 40), passages, citations })}\n`,
  )
}
db.close()
rmSync(folder, { recursive: true, force: true })
