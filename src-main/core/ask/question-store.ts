import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Answer, AskScope, type ConversationPlace, Question, RemovedQuestion, Written } from '@shared/contract/ask'
import { ConversationId, QuestionId } from '@shared/domain/ids'
import { PLACE_COLUMNS, placeArguments, placeOf, PlaceRow, STANDS } from './place-rows-store'

export type QuestionStore = ReturnType<typeof createQuestionStore>

const json = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(shape)

const QuestionRow = Question.extend({ scope: json(AskScope), answer: json(Answer), written: json(Written).nullable() })
const PlacedRow = QuestionRow.extend(PlaceRow.shape)
const RemovedRow = RemovedQuestion.omit({ place: true }).extend(PlaceRow.shape)

const COLUMNS = `q.id, q.conversation_id AS conversationId, q.scope, q.selected, q.text, q.answer, q.written,
  q.asked_at AS askedAt`
/** Neither the library nor a model, checked against it, said something to the question. */
const UNANSWERED = `q.answer ->> '$.state' <> 'answer' AND NOT EXISTS (
  SELECT 1 FROM json_each(q.written, '$.sentences') s WHERE s.value ->> '$.support' = 'supported')`

/** Keeps questions with their answers. */
export function createQuestionStore(db: Database) {
  const insert = db.prepare(`
    INSERT INTO questions (id, conversation_id, scope, selected, text, answer, written, asked_at)
    VALUES (@id, @conversationId, @scope, @selected, @text, @answer, @written, @askedAt)`)
  const answered = db.prepare(`UPDATE questions SET answer = ?, written = ? WHERE id = ?`)
  const get = db.prepare(`SELECT ${COLUMNS} FROM questions q WHERE q.id = ? AND q.removed_at IS NULL`)
  const list = db.prepare(`
    SELECT ${COLUMNS} FROM questions q WHERE q.conversation_id = ? AND q.removed_at IS NULL
    ORDER BY q.asked_at, q.rowid`)
  const before = db
    .prepare(
      `SELECT text FROM questions WHERE conversation_id = @conversationId AND removed_at IS NULL
         AND (@id IS NULL OR rowid < (SELECT rowid FROM questions WHERE id = @id))
       ORDER BY asked_at DESC, rowid DESC LIMIT 1`,
    )
    .pluck()
  const open = db.prepare(`
    SELECT ${COLUMNS}, ${PLACE_COLUMNS} FROM questions q JOIN conversations c ON c.id = q.conversation_id
    WHERE q.removed_at IS NULL AND ${STANDS} AND ${UNANSWERED} ORDER BY q.asked_at DESC, q.rowid DESC LIMIT @limit`)
  const setWritten = db.prepare('UPDATE questions SET written = ? WHERE id = ?')
  const setRemoved = db.prepare('UPDATE questions SET removed_at = ? WHERE id = ? RETURNING conversation_id').pluck()
  const removed = db.prepare(`
    SELECT q.id, q.text, q.removed_at AS removedAt, ${PLACE_COLUMNS},
      coalesce((SELECT title FROM articles WHERE id = c.article_id), (SELECT title FROM topics WHERE id = c.topic_id), 'Library')
        AS placeTitle
    FROM questions q JOIN conversations c ON c.id = q.conversation_id
    WHERE q.removed_at IS NOT NULL AND c.removed_at IS NULL ORDER BY q.removed_at DESC, q.rowid DESC`)
  const deleteRemoved = db.prepare(`
    DELETE FROM questions WHERE removed_at IS NOT NULL AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids)))`)
  const purge = db.prepare('DELETE FROM questions WHERE removed_at < ?')
  const endWriting = db.prepare(`
    UPDATE questions SET written = json_set(written, '$.state', 'stopped', '$.problem', @problem)
    WHERE written ->> '$.state' = 'writing'`)
  const asText = (written: Written | null): string | null => (written === null ? null : JSON.stringify(written))

  const unindexed = db
    .prepare(
      `SELECT q.id FROM search_todo t JOIN questions q ON q.id = t.id JOIN conversations c ON c.id = q.conversation_id
       WHERE t.kind = 'question' AND q.removed_at IS NULL AND c.removed_at IS NULL`,
    )
    .pluck()
  return {
    add: ({ scope, answer, written, ...question }: Question): void => {
      insert.run({
        ...question,
        scope: JSON.stringify(scope),
        answer: JSON.stringify(answer),
        written: asText(written),
      })
    },
    get: (id: QuestionId): Question | undefined => QuestionRow.optional().parse(get.get(id)),
    /** Those of a conversation, oldest first. */
    list: (id: ConversationId): Question[] => z.array(QuestionRow).parse(list.all(id)),
    /** The words of the question that was asked before another one, or of the latest (null). */
    textBefore: (conversationId: ConversationId, id: QuestionId | null): string | null =>
      z.string().optional().parse(before.get({ conversationId, id })) ?? null,
    /** The questions of a place, or of all (null), that found no answer, newest first. */
    open: (place: ConversationPlace | null, limit: number): (Question & { place: ConversationPlace })[] =>
      z
        .array(PlacedRow)
        .parse(open.all({ ...placeArguments(place), limit }))
        .map(({ articleId, topicId, ...question }) => ({ ...question, place: placeOf({ articleId, topicId }) })),
    /** Questions that search does not know yet: those of a library from before it did. */
    unindexed: (): QuestionId[] => z.array(QuestionId).parse(unindexed.all()),
    /** Gives a question a new answer. */
    answer: (id: QuestionId, answer: Answer, written: Written | null): void =>
      void answered.run(JSON.stringify(answer), asText(written), id),
    setWritten: (id: QuestionId, written: Written): void => void setWritten.run(asText(written), id),
    /** Removes a question (`at`, ms since the epoch) or brings it back (null); answers whose conversation it is of. */
    setRemoved: (id: QuestionId, at: number | null): ConversationId | undefined =>
      ConversationId.optional().parse(setRemoved.get(at, id)),
    /** What was removed from conversations that stand, latest first. */
    removed: (): RemovedQuestion[] =>
      z
        .array(RemovedRow)
        .parse(removed.all())
        .map(({ articleId, topicId, ...question }) => ({ ...question, place: placeOf({ articleId, topicId }) })),
    /** Deletes for good what was removed, all of it where `ids` is null. */
    deleteRemoved: (ids: readonly QuestionId[] | null): void =>
      void deleteRemoved.run({ ids: ids === null ? null : JSON.stringify(ids) }),
    /** Deletes for good what was removed before a time (ms since the epoch). */
    purgeRemoved: (at: number): void => void purge.run(at),
    /** Says of answers that were being written when a process ended that they end there. */
    endWriting: (problem: string): void => void endWriting.run({ problem }),
  }
}
