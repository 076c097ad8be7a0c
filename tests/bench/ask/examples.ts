import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addParagraphs } from '../../../src-main/cli/paragraph-library'
import { gather } from '../../../src-main/core/ask/retrieve/gather'
import { createAskStore } from '../../../src-main/core/ask/ask-store'
import type { Evidence } from '../../../src-main/core/ask/retrieve/candidate'
import { measure, type Measured } from '../../../src-main/core/ask/rank/features'
import { parseQuestion, type Question } from '../../../src-main/core/ask/question/question'
import type { ArticleId } from '../../../src-shared/domain/ids'
import { openDatabase } from '../../../src-main/core/database/database'
import { readParagraphs, readQuestions, SETS, type AskedQuestion } from './questions'

/** A sentence of a candidate, and whether it is what was asked for. */
export interface Item {
  readonly measured: Measured
  readonly isRight: boolean
  readonly isRightPassage: boolean
}

/** One question put to one library. */
export interface Example {
  readonly set: string
  /**
   * `own`: the library holds the answer; `headline`: it does, and the title of its article says most of what is asked, as that of a
   * news story does; `removed`: its article lies in Trash; `foreign`: it is another set's question; `premise`: it
   * is another set's question, asked of the subject of an article that is there.
   */
  readonly kind: 'own' | 'headline' | 'removed' | 'foreign' | 'premise'
  readonly article: string
  readonly question: Question
  readonly evidence: Evidence
  readonly items: readonly Item[]
}

/** One of so many questions is put once more, with a headline. */
const HEADLINES = 6

/** Puts the questions of every set to its library, through the index and the store of the app. */
export function makeExamples(folder: string): Example[] {
  return SETS.flatMap(({ name, foreign }) => {
    const temp = mkdtempSync(join(tmpdir(), 'lectern-train-'))
    const db = openDatabase(temp)
    try {
      const library = addParagraphs(db, readParagraphs(folder, name))
      const store = createAskStore(db)
      const setTrashed = db.prepare('UPDATE articles SET trashed_at = ? WHERE id = ?')
      const places = new Map(
        [...library.paragraphs].flatMap(([articleId, list]) =>
          list.map((place) => [place.id, { articleId, ...place }] as const),
        ),
      )
      const example = (asked: AskedQuestion, kind: Example['kind']): Example => {
        const trashed = kind === 'removed' ? library.articles.get(asked.article_id ?? '') : undefined
        if (trashed !== undefined) setTrashed.run(1, trashed)
        const found = gather(store, parseQuestion(asked.question), { kind: 'library' })
        const { question } = found
        // Looked up now: the library is closed before the models are made.
        const held = new Map(found.candidates.map(({ articleId }) => [articleId, found.inArticle(articleId)]))
        const headed = kind === 'headline' ? library.articles.get(asked.article_id ?? '') : undefined
        const candidates = found.candidates.map((one) =>
          one.articleId === headed ? { ...one, title: headlineOf(one.title, question) } : one,
        )
        const evidence = { ...found, candidates, inArticle: (id: ArticleId) => held.get(id) ?? [] }
        if (trashed !== undefined) setTrashed.run(null, trashed)
        const place = kind === 'own' || kind === 'headline' ? places.get(asked.gold.context_id) : undefined
        const items = measure(question, evidence).map((measured) => {
          const candidate = evidence.candidates[measured.passage]
          const isRightPassage =
            place !== undefined &&
            candidate?.articleId === place.articleId &&
            measured.start >= place.start &&
            measured.end <= place.end
          const offset = place?.start ?? 0
          return {
            measured,
            isRightPassage,
            isRight: isRightPassage && asked.gold.spans.some((span) => holds(measured, span, offset)),
          }
        })
        return { set: name, kind, article: asked.article_id ?? '', question, evidence, items }
      }
      const own = readQuestions(folder, name)
      const others = foreign === null ? [] : readQuestions(folder, foreign)
      const titles = [...new Set(readParagraphs(folder, name).map(({ title }) => title))]
      return [
        ...own.map((asked) => example(asked, 'own')),
        ...own.filter((_, at) => at % HEADLINES === 0).map((asked) => example(asked, 'headline')),
        ...own.filter((_, at) => at % 2 === 1).map((asked) => example(asked, 'removed')),
        ...others.filter((_, at) => at % 3 === 0).map((asked) => example(asked, 'foreign')),
        ...others
          .filter((_, at) => at % 3 === 1)
          .map((asked, at) => example(askedOf(asked, titles[at % titles.length] ?? ''), 'premise')),
      ]
    } finally {
      db.close()
      rmSync(temp, { recursive: true, force: true })
    }
  })
}

/** A question whose own names make way for a title: what is asked of its subject is not so. */
function askedOf(asked: AskedQuestion, title: string): AskedQuestion {
  const question = asked.question.replace(/(?<=\s)[\p{Lu}\p{N}][^\s?]*/gu, '').replace(/\s*\?*\s*$/u, '')
  return { ...asked, question: `${question} ${title}?` }
}

/** A title with three of four of the words of a question. */
function headlineOf(title: string, { terms }: Question): string {
  const words = terms.filter((_, at) => at % 4 !== 3).map(({ word }) => word)
  return `${title}: ${words.join(' ')}`
}

type Span = AskedQuestion['gold']['spans'][number]

/** As the scorer sees it: a span is inside, a sentence is covered by four fifths. */
export function holds(range: { start: number; end: number }, span: Span, offset: number): boolean {
  const [start, end] = [span.start + offset, span.end + offset]
  if (span.sentence !== true) return start >= range.start && end <= range.end
  return Math.min(range.end, end) - Math.max(range.start, start) >= 0.8 * (end - start)
}
