import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Answer, Question } from '@shared/contract/ask'
import { ArticleId, type QuestionId } from '@shared/domain/ids'

export type QuestionStore = ReturnType<typeof createQuestionStore>

const QuestionRow = Question.extend({
  answer: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(Answer),
})

/** Keeps conversations. */
export function createQuestionStore(db: Database) {
  const insert = db.prepare(`
    INSERT INTO questions (id, article_id, scope, text, answer, asked_at)
    VALUES (@id, @articleId, @scope, @text, @answer, @askedAt)`)
  const list = db.prepare(`
    SELECT id, article_id AS articleId, scope, text, answer, asked_at AS askedAt FROM questions
    WHERE article_id = ? AND removed_at IS NULL ORDER BY asked_at, rowid`)
  const last = db
    .prepare(
      'SELECT text FROM questions WHERE article_id = ? AND removed_at IS NULL ORDER BY asked_at DESC, rowid DESC LIMIT 1',
    )
    .pluck()
  const setRemoved = db.prepare('UPDATE questions SET removed_at = ? WHERE id = ? RETURNING article_id').pluck()
  const purge = db.prepare('DELETE FROM questions WHERE removed_at < ?')
  return {
    add: (question: Question): void => {
      insert.run({ ...question, answer: JSON.stringify(question.answer) })
    },
    list: (articleId: ArticleId): Question[] => z.array(QuestionRow).parse(list.all(articleId)),
    /** The words of the latest question of a conversation. */
    lastText: (articleId: ArticleId): string | null => z.string().optional().parse(last.get(articleId)) ?? null,
    /** Removes a question (`at`, ms since the epoch) or brings it back (null); answers whose conversation it is of. */
    setRemoved: (id: QuestionId, at: number | null): ArticleId | undefined =>
      ArticleId.optional().parse(setRemoved.get(at, id)),
    /** Deletes for good what was removed before a time (ms since the epoch). */
    purgeRemoved: (before: number): void => void purge.run(before),
  }
}
