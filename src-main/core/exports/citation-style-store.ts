import { z } from 'zod'
import { OwnStyleId } from '@shared/domain/output'
import type { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'

/** A citation style that a person added. */
export interface OwnStyle {
  readonly id: OwnStyleId
  readonly title: string
}

export type CitationStyleStore = ReturnType<typeof createCitationStyleStore>

const Row = z.object({ id: OwnStyleId, title: z.string() })
const Xml = z.string().optional()

/** Keeps the citation styles that a person added, as the files that they were. */
export function createCitationStyleStore(db: Database) {
  const list = db.prepare('SELECT id, title FROM citation_styles ORDER BY title COLLATE NOCASE, id')
  const xml = db.prepare('SELECT xml FROM citation_styles WHERE id = ?').pluck()
  // The same style again is a newer version of it: what refers to it goes on to.
  const put = db.prepare(
    `INSERT INTO citation_styles (id, csl_id, title, xml, added_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (csl_id) DO UPDATE SET title = excluded.title, xml = excluded.xml RETURNING id, title`,
  )
  const remove = db.prepare('DELETE FROM citation_styles WHERE id = ?')
  return {
    /** By their titles. */
    list: (): OwnStyle[] => z.array(Row).parse(list.all()),
    /** The file's text, or undefined when the style is not there. */
    xml: (id: OwnStyleId): string | undefined => Xml.parse(xml.get(id)),
    /** Adds a style, or takes the place of the one that is named alike. */
    put: (style: OwnStyle & { readonly cslId: string; readonly xml: string; readonly addedAt: EpochMs }): OwnStyle =>
      Row.parse(put.get(style.id, style.cslId, style.title, style.xml, style.addedAt)),
    remove: (id: OwnStyleId): void => void remove.run(id),
  }
}
