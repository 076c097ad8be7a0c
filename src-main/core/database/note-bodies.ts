import { z } from 'zod'
import { NoteDocument } from '@shared/domain/note-document'
import type { EpochMs } from '@shared/domain/time'
import { isBlankNote, noteText } from '@shared/text/note-text'
import type { Database } from './database'
import { createNoteContents, type TagTable } from './note-contents'
import { revisionsToDrop } from './thin-revisions'

/** What became of saving a note. */
export type SavedBody =
  | { readonly kind: 'missing' }
  | { readonly kind: 'conflict'; readonly revision: number; readonly body: NoteDocument | null }
  | {
      readonly kind: 'saved'
      readonly revision: number
      readonly updatedAt: EpochMs
      /** False when the same body was stored already. */
      readonly changed: boolean
      /** Whether a note came to be or went: one of before and now is blank. */
      readonly appeared: boolean
    }

/** Where one sort of note is stored. */
export interface NoteTables extends TagTable {
  readonly rows: 'annotations' | 'notes'
  readonly history: 'note_revisions' | 'note_history'
}

/** The JSON text of a note body. */
export const StoredBody = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(NoteDocument)
  .nullable()

const NoteRow = z.object({ body: z.string().nullable(), revision: z.int(), updatedAt: z.int() })
const RevisionRows = z.array(z.object({ revision: z.int(), savedAt: z.int(), length: z.int() }))

/**
 * Saves note bodies, each with what it replaced.
 * @param onSaved follows each body that is stored, in the same transaction
 */
export function createNoteBodies(
  db: Database,
  tables: NoteTables,
  onSaved: (id: string, body: NoteDocument | null) => void,
) {
  const { rows, history, key } = tables
  const read = db.prepare(`SELECT body, revision, updated_at AS updatedAt FROM ${rows} WHERE id = ?`)
  const write = db.prepare(`
    UPDATE ${rows} SET body = @body, body_text = @text, revision = revision + 1, updated_at = @now WHERE id = @id`)
  const keep = db.prepare(
    `INSERT INTO ${history} (${key}, revision, body, saved_at) VALUES (@id, @revision, @body, @now)`,
  )
  const kept = db.prepare(`
    SELECT revision, saved_at AS savedAt, length(body) AS length FROM ${history} WHERE ${key} = ? ORDER BY revision`)
  const drop = db.prepare(`DELETE FROM ${history} WHERE ${key} = ? AND revision = ?`)
  const follow = createNoteContents(db, tables)

  const save = (id: string, baseRevision: number, document: NoteDocument, now: EpochMs): SavedBody => {
    const found = read.get(id)
    if (found === undefined) return { kind: 'missing' }
    const { body: before, revision, updatedAt } = NoteRow.parse(found)
    const after = isBlankNote(document) ? null : document
    const body = after === null ? null : JSON.stringify(after)
    if (body === before) return { kind: 'saved', revision, updatedAt, changed: false, appeared: false }
    if (revision !== baseRevision) return { kind: 'conflict', revision, body: StoredBody.parse(before) }

    write.run({ id, body, text: after === null ? '' : noteText(after), now })
    if (before !== null) {
      keep.run({ id, revision, body: before, now })
      for (const one of revisionsToDrop(RevisionRows.parse(kept.all(id)), body?.length ?? 0)) drop.run(id, one)
    }
    follow(id, readable(before), after)
    onSaved(id, after)
    const appeared = (body === null) !== (before === null)
    return { kind: 'saved', revision: revision + 1, updatedAt: now, changed: true, appeared }
  }

  return {
    /**
     * Stores a note that was based on a revision. The same body again is a success, whatever it was based on: it is a
     * retry after a lost answer. A note that was removed meanwhile still takes the words, for `restore` to bring back.
     */
    save: (id: string, baseRevision: number, document: NoteDocument, now: EpochMs): SavedBody =>
      db.transaction(() => save(id, baseRevision, document, now)).immediate(),
  }
}

/** A damaged body must not keep a person from saving a whole one. */
function readable(body: string | null): NoteDocument | null {
  try {
    return StoredBody.parse(body)
  } catch {
    return null
  }
}
