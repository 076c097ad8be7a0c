import { z } from 'zod'
import { NoteId, type TopicId } from '@shared/domain/ids'
import type { Note, NoteSummary } from '@shared/domain/note'
import type { NoteDocument } from '@shared/domain/note-document'
import type { Tag } from '@shared/domain/tag'
import type { EpochMs } from '@shared/domain/time'
import { noteTitle } from '@shared/text/note-text'
import type { Database } from '../database/database'
import { createNoteBodies, type SavedBody } from '../database/note-bodies'
import { createTagSpelling } from '../database/tag-spelling'
import { createLinkStore } from './link-store'
import type { NoteIndex } from './note-index'
import { afterTitle, NOTE_COLUMNS, NoteRow, NoteSummaryRow, toNote, toSummary } from './note-row-store'

/** Which notes a list shows. */
export interface NoteQuery {
  /** Only those of a topic; null only those that stand alone; left out, all. */
  readonly topicId?: TopicId | null | undefined
  readonly tag: Tag | null
  readonly inTrash: boolean
}

/** What may be changed of several notes at once. */
export interface NoteChange {
  readonly topicId?: TopicId | null | undefined
  readonly tags?: readonly Tag[] | undefined
}

export type NoteStore = ReturnType<typeof createNoteStore>

const NoteIds = z.array(NoteId)
/** As much of a note's words as a list needs for its title and excerpt. */
const LIST_CHARACTERS = 1200

/** All SQL of notes that stand alone or belong to a topic. Every change reaches the search index in the same transaction. */
export function createNoteStore(db: Database, index: NoteIndex) {
  const values = (sql: string) => db.prepare(sql).pluck()
  const spell = createTagSpelling(db)
  const get = db.prepare(`SELECT ${NOTE_COLUMNS} FROM notes n WHERE n.id = ?`)
  const list = db.prepare(`
    SELECT n.id, n.topic_id AS topicId, n.title, substr(n.body_text, 1, ${LIST_CHARACTERS}) AS bodyText,
      n.created_at AS createdAt, n.updated_at AS updatedAt, n.removed_at AS removedAt,
      (SELECT json_group_array(tag) FROM (SELECT tag FROM note_tags WHERE note_id = n.id ORDER BY tag)) AS tags
    FROM notes n
    WHERE (n.removed_at IS NOT NULL) = @inTrash AND (n.body IS NOT NULL OR n.revision > 0) AND (@anyTopic OR n.topic_id IS @topicId)
      AND (@tag IS NULL OR EXISTS (SELECT 1 FROM note_tags WHERE note_id = n.id AND tag = @tag COLLATE NOCASE))
    ORDER BY coalesce(n.removed_at, n.updated_at) DESC, n.id`)
  const insert = db.prepare(
    'INSERT INTO notes (id, topic_id, created_at, updated_at) VALUES (@id, @topicId, @now, @now)',
  )
  const topicExists = values('SELECT 1 FROM topics WHERE id = ?')
  const setTitle = db.prepare('UPDATE notes SET title = ? WHERE id = ?')
  const count = values('SELECT count(*) FROM notes WHERE id IN (SELECT value FROM json_each(?))')
  const setTopic = db.prepare('UPDATE notes SET topic_id = @topicId WHERE id IN (SELECT value FROM json_each(@ids))')
  const clearTags = db.prepare('DELETE FROM note_tags WHERE note_id IN (SELECT value FROM json_each(?))')
  const addTag = db.prepare('INSERT INTO note_tags (note_id, tag) SELECT value, @tag FROM json_each(@ids)')
  const remove = values(`
    UPDATE notes SET removed_at = @now
    WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(@ids)) RETURNING id`)
  const restore = values(`
    UPDATE notes SET removed_at = NULL
    WHERE removed_at IS NOT NULL AND id IN (SELECT value FROM json_each(?)) RETURNING id`)
  const deleteRemoved = values(`
    DELETE FROM notes WHERE removed_at <= @before AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids)))
    RETURNING id`)
  const purgeBlank = db.prepare('DELETE FROM notes WHERE body IS NULL AND revision = 0 AND created_at < ?')

  const read = (id: NoteId): Note | undefined => {
    const row = NoteRow.optional().parse(get.get(id))
    return row && toNote(row)
  }
  const reindex = (id: NoteId) => {
    const row = NoteRow.optional().parse(get.get(id))
    if (row === undefined || row.removedAt !== null || row.body === null) return index.removeNote(id)
    const { topicId, title, bodyText, tags, updatedAt } = row
    index.putNote({ noteId: id, topicId, title, text: afterTitle(bodyText), tags, writtenAt: updatedAt })
  }
  const bodies = createNoteBodies(
    db,
    { rows: 'notes', history: 'note_history', tags: 'note_tags', key: 'note_id' },
    (id, body) => {
      setTitle.run(noteTitle(body), id)
      reindex(NoteId.parse(id))
    },
  )
  /** Runs a statement that answers ids, and brings the index up to date with them. */
  const changing = (run: () => unknown): NoteId[] =>
    db
      .transaction(() => {
        const ids = NoteIds.parse(run())
        for (const id of ids) reindex(id)
        return ids
      })
      .immediate()

  return {
    ...createLinkStore(db),
    get: read,
    /** Brings the search index up to date with a note, whatever became of it. */
    reindex,
    list: ({ topicId, tag, inTrash }: NoteQuery): NoteSummary[] =>
      z
        .array(NoteSummaryRow)
        .parse(
          list.all({
            topicId: topicId ?? null,
            anyTopic: topicId === undefined ? 1 : 0,
            tag,
            inTrash: inTrash ? 1 : 0,
          }),
        )
        .map(toSummary),

    /** Makes a note; answers false when its topic is not there. */
    insert: (id: NoteId, topicId: TopicId | null, body: NoteDocument | null, now: EpochMs): boolean =>
      db
        .transaction(() => {
          if (topicId !== null && topicExists.get(topicId) === undefined) return false
          insert.run({ id, topicId, now })
          if (body !== null) bodies.save(id, 0, body, now)
          return true
        })
        .immediate(),

    /** Stores a text that was based on a revision, as `createNoteBodies` says. */
    save: (id: NoteId, baseRevision: number, body: NoteDocument, now: EpochMs): SavedBody =>
      bodies.save(id, baseRevision, body, now),

    /** Changes all of these notes, or none and answers false when one of them or the topic does not exist. */
    update: (ids: readonly NoteId[], { topicId, tags }: NoteChange): boolean =>
      db
        .transaction(() => {
          const unique = [...new Set(ids)]
          const json = JSON.stringify(unique)
          if (count.get(json) !== unique.length) return false
          if (topicId != null && topicExists.get(topicId) === undefined) return false
          if (topicId !== undefined) setTopic.run({ ids: json, topicId })
          if (tags !== undefined) {
            const spelled = spell(tags)
            clearTags.run(json)
            for (const tag of spelled) addTag.run({ ids: json, tag })
          }
          for (const id of unique) reindex(id)
          return true
        })
        .immediate(),

    /** Moves notes to Trash, and answers which. */
    remove: (ids: readonly NoteId[], now: EpochMs): NoteId[] =>
      changing(() => remove.all({ ids: JSON.stringify(ids), now })),
    /** How many of these notes are in the library or its Trash. */
    countThere: (ids: readonly NoteId[]): number => z.int().parse(count.get(JSON.stringify([...new Set(ids)]))),
    /** Takes notes out of Trash, and answers which. */
    restore: (ids: readonly NoteId[]): NoteId[] => changing(() => restore.all(JSON.stringify(ids))),
    /** Deletes for good what is in Trash since a moment or longer: these notes, or all of them (null); answers which. */
    deleteRemoved: (ids: readonly NoteId[] | null, before: EpochMs): NoteId[] =>
      changing(() => deleteRemoved.all({ ids: ids === null ? null : JSON.stringify(ids), before })),
    /** Deletes for good the notes that were made before a moment and in which nothing was ever written. */
    purgeBlank: (before: EpochMs): void => void purgeBlank.run(before),
  }
}
