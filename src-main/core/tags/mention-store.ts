import { z } from 'zod'
import { NoteDocument } from '@shared/domain/note-document'
import { noteText, noteTitle } from '@shared/text/note-text'
import type { Database } from '../database/database'
import { renameMentions } from './rename-mentions'
import { TagRecord, type Renaming } from './tag-change'

type Body = TagRecord['bodies'][number]

const BodyRow = z.object({ id: z.string(), body: z.string(), revision: z.int() })
const Stored = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(NoteDocument)
const Bodies = TagRecord.shape.bodies

/** Renames tags where they stand in the text of notes. Each is a revision of its own, so that an open editor hears of it. */
export function createMentions(db: Database) {
  const named = (table: string) =>
    db.prepare(`
      SELECT id, body, revision FROM ${table}
      WHERE id IN (SELECT value FROM json_each(?)) AND body LIKE '%"type":"tag"%'`)
  const current = (table: string) => db.prepare(`SELECT body, revision FROM ${table} WHERE id = ?`)
  const tables = {
    annotation: {
      named: named('annotations'),
      current: current('annotations'),
      keep: db.prepare(`
        INSERT INTO note_revisions (annotation_id, revision, body, saved_at)
        SELECT id, revision, body, updated_at FROM annotations WHERE id = ?`),
      write: db.prepare(
        'UPDATE annotations SET body = @body, body_text = @text, revision = revision + 1 WHERE id = @id',
      ),
    },
    note: {
      named: named('notes'),
      current: current('notes'),
      keep: db.prepare(`
        INSERT INTO note_history (note_id, revision, body, saved_at)
        SELECT id, revision, body, updated_at FROM notes WHERE id = ?`),
      write: db.prepare(
        'UPDATE notes SET body = @body, body_text = @text, title = @title, revision = revision + 1 WHERE id = @id',
      ),
    },
  }

  const write = (carrier: Body['carrier'], id: string, body: NoteDocument) => {
    tables[carrier].keep.run(id)
    const title = carrier === 'note' ? { title: noteTitle(body) } : {}
    tables[carrier].write.run({ id, body: JSON.stringify(body), text: noteText(body), ...title })
  }

  return {
    /** Renames tags in the text of what carries them, and answers what stood there before. */
    rename: (rows: TagRecord['rows'], renaming: Renaming): TagRecord['bodies'] =>
      (['annotation', 'note'] as const).flatMap((carrier) => {
        const ids = [...new Set(rows.filter((row) => row.carrier === carrier).map(({ id }) => id))]
        const bodies = z.array(BodyRow).parse(tables[carrier].named.all(JSON.stringify(ids)))
        return Bodies.parse(
          bodies.flatMap(({ id, body, revision }) => {
            const renamed = renameMentions(Stored.parse(body), renaming)
            if (renamed === null) return []
            write(carrier, id, renamed)
            return [{ carrier, id, body, revision: revision + 1 }]
          }),
        )
      }),

    /** Puts texts back that nobody has changed since; the others stay as they were written. */
    putBack: (bodies: TagRecord['bodies']): void => {
      for (const { carrier, id, body, revision } of bodies) {
        const now = BodyRow.omit({ id: true }).extend({ body: z.string().nullable() }).optional()
        if (now.parse(tables[carrier].current.get(id))?.revision === revision) write(carrier, id, Stored.parse(body))
      }
    },
  }
}
