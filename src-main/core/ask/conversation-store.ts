import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { ConversationPlace } from '@shared/contract/ask'
import { Conversation } from '@shared/contract/conversations'
import { ConversationId } from '@shared/domain/ids'
import { EpochMs } from '@shared/domain/time'
import { PLACE_COLUMNS, placeArguments, placeOf, PlaceRow, STANDS } from './place-rows-store'

export type ConversationStore = ReturnType<typeof createConversationStore>

const Row = Conversation.omit({ place: true }).extend(PlaceRow.shape)
const TrashedRow = Row.extend({ removedAt: EpochMs })

/** A first question longer than this is cut where it stands for a title; UTF-16 units. */
const TITLE = 80

const COLUMNS = `c.id, ${PLACE_COLUMNS}, c.created_at AS createdAt, c.updated_at AS updatedAt,
  coalesce((SELECT title FROM articles WHERE id = c.article_id), (SELECT title FROM topics WHERE id = c.topic_id), 'Library')
    AS placeTitle,
  coalesce(c.title, (SELECT text FROM questions WHERE conversation_id = c.id AND removed_at IS NULL ORDER BY asked_at LIMIT 1),
    'New conversation') AS title,
  (SELECT count(*) FROM questions WHERE conversation_id = c.id AND removed_at IS NULL) AS questions`

/** Keeps conversations. */
export function createConversationStore(db: Database) {
  const insert = db.prepare(`
    INSERT INTO conversations (id, article_id, topic_id, created_at, updated_at)
    VALUES (@id, @article, @topic, @at, @at)`)
  const touch = db.prepare('UPDATE conversations SET updated_at = ? WHERE id = ?')
  const get = db.prepare(`SELECT ${COLUMNS} FROM conversations c WHERE c.id = ? AND c.removed_at IS NULL`)
  const list = db.prepare(`
    SELECT ${COLUMNS} FROM conversations c
    WHERE ${STANDS} AND EXISTS (SELECT 1 FROM questions WHERE conversation_id = c.id AND removed_at IS NULL)
    ORDER BY c.updated_at DESC, c.rowid DESC`)
  const trashed = db.prepare(`
    SELECT ${COLUMNS}, c.removed_at AS removedAt FROM conversations c WHERE c.removed_at IS NOT NULL
    ORDER BY c.removed_at DESC, c.rowid DESC`)
  const rename = db.prepare('UPDATE conversations SET title = ? WHERE id = ? AND removed_at IS NULL')
  const setRemoved = db.prepare('UPDATE conversations SET removed_at = ? WHERE id = ?')
  const remove = db
    .prepare(
      `
    DELETE FROM conversations
    WHERE removed_at IS NOT NULL AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids))) RETURNING id`,
    )
    .pluck()
  const purge = db.prepare('DELETE FROM conversations WHERE removed_at < ?')
  const article = db.prepare('SELECT title FROM articles WHERE id = ?').pluck()
  const topic = db.prepare('SELECT title FROM topics WHERE id = ? AND removed_at IS NULL').pluck()
  const selected = db.prepare('SELECT text FROM snapshots WHERE id = ? AND article_id = ?').pluck()
  const conversationOf = ({ articleId, topicId, title, ...row }: z.infer<typeof Row>): Conversation => ({
    ...row,
    place: placeOf({ articleId, topicId }),
    title: title.length > TITLE ? `${title.slice(0, TITLE).trimEnd()}…` : title,
  })

  return {
    /** Does all of it or nothing. */
    together: <Result>(run: () => Result): Result => db.transaction(run).immediate(),
    add: (id: ConversationId, place: ConversationPlace, at: number): void => {
      const { article: articleId, topic: topicId } = placeArguments(place)
      insert.run({ id, article: articleId, topic: topicId, at })
    },
    /** Says that a conversation was asked at a time, ms since the epoch. */
    touch: (id: ConversationId, at: number): void => void touch.run(at, id),
    get(id: ConversationId): Conversation | undefined {
      const row = Row.optional().parse(get.get(id))
      return row === undefined ? undefined : conversationOf(row)
    },
    /** Those of a place, or all (null); the one asked last comes first. A conversation without questions is not shown. */
    list: (place: ConversationPlace | null): Conversation[] =>
      z
        .array(Row)
        .parse(list.all(placeArguments(place)))
        .map(conversationOf),
    /** What lies in Trash, newest first. */
    trashed: (): (Conversation & { removedAt: number })[] =>
      z
        .array(TrashedRow)
        .parse(trashed.all())
        .map(({ removedAt, ...row }) => ({ ...conversationOf(row), removedAt })),
    /** Says whether the conversation is there. */
    rename: (id: ConversationId, title: string): boolean => rename.run(title, id).changes > 0,
    /** Moves to Trash (`at`, ms since the epoch) or brings back (null); says whether the conversation is there. */
    setRemoved: (id: ConversationId, at: number | null): boolean => setRemoved.run(at, id).changes > 0,
    /** Deletes for good what lies in Trash, all of it when `ids` is null; answers what went. */
    deleteRemoved: (ids: readonly ConversationId[] | null): ConversationId[] =>
      z.array(ConversationId).parse(remove.all({ ids: ids === null ? null : JSON.stringify(ids) })),
    /** Deletes for good what was removed before a time (ms since the epoch). */
    purgeRemoved: (before: number): void => void purge.run(before),
    /** The name of a place; undefined when it is not there (any more). */
    placeTitle(place: ConversationPlace): string | undefined {
      if (place.kind === 'library') return 'Library'
      const title = place.kind === 'article' ? article.get(place.articleId) : topic.get(place.topicId)
      return z.string().optional().parse(title)
    },
    /** Words of an article's snapshot; undefined when they are not there. */
    textOf(scope: { articleId: string; snapshotId: string; start: number; end: number }): string | undefined {
      const text = z.string().optional().parse(selected.get(scope.snapshotId, scope.articleId))
      return text === undefined || scope.end > text.length || scope.start >= scope.end
        ? undefined
        : text.slice(scope.start, scope.end)
    },
  }
}
