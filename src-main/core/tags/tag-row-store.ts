import { z } from 'zod'
import type { Database } from '../database/database'
import type { Carrier, Renaming, TagRecord } from './tag-change'

const Ids = z.array(z.string())

const TABLES: readonly { carrier: Carrier; tags: string; owner: string; owners: string }[] = [
  { carrier: 'article', tags: 'article_tags', owner: 'article_id', owners: 'articles' },
  { carrier: 'annotation', tags: 'annotation_tags', owner: 'annotation_id', owners: 'annotations' },
  { carrier: 'note', tags: 'note_tags', owner: 'note_id', owners: 'notes' },
]

/** Renames the tags that things carry, and puts them back. What is in Trash is renamed with the rest. */
export function createTagRows(db: Database) {
  const tables = TABLES.map(({ carrier, tags, owner, owners }) => ({
    carrier,
    carriers: db.prepare(`SELECT ${owner} FROM ${tags} WHERE tag = ? ORDER BY ${owner}`).pluck(),
    take: db.prepare(`DELETE FROM ${tags} WHERE ${owner} = @id AND tag = @tag`),
    give: db.prepare(
      `INSERT OR IGNORE INTO ${tags} (${owner}, tag) SELECT @id, @tag WHERE EXISTS (SELECT 1 FROM ${owners} WHERE id = @id)`,
    ),
  }))
  const tableOf = new Map(tables.map((table) => [table.carrier, table]))

  return {
    /** Answers what was taken and given. All is taken first: a new name may be the old one of another. */
    rename: (renaming: Renaming): TagRecord['rows'] => {
      const taken = [...renaming].flatMap(([tag, to]) =>
        tables.flatMap(({ carrier, carriers, take, give }) =>
          Ids.parse(carriers.all(tag)).map((id) => {
            take.run({ id, tag })
            return { carrier, id, taken: tag, to, give }
          }),
        ),
      )
      return taken.map(({ carrier, id, taken: tag, to, give }) => {
        const isNew = to !== null && give.run({ id, tag: to }).changes > 0
        return { carrier, id, taken: tag, given: isNew ? to : null }
      })
    },
    /** Takes back what `rename` did, where what it gave is still there. */
    putBack: (rows: TagRecord['rows']): void => {
      const untouched = rows.filter(
        ({ carrier, id, given }) => given === null || tableOf.get(carrier)?.take.run({ id, tag: given }).changes === 1,
      )
      for (const { carrier, id, taken } of untouched) tableOf.get(carrier)?.give.run({ id, tag: taken })
    },
  }
}
