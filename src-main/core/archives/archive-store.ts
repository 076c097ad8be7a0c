import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Archive } from '@shared/contract/archives'
import { ArchiveId, ArticleId } from '@shared/domain/ids'
import type { Database } from '../database/database'

const Row = Archive.omit({ state: true }).extend({
  /** The archive's own, by which it is known again where it was moved. */
  uuid: z.string(),
  isCopy: z.literal([0, 1]).transform((flag) => flag === 1),
})
/** An archive as it is stored. */
export type ArchiveRow = z.infer<typeof Row>

const Mark = z.object({ path: z.string(), articleId: ArticleId })
type Mark = z.infer<typeof Mark>

export type ArchiveStore = ReturnType<typeof createArchiveStore>

const COLUMNS = `id, uuid, path, is_copy AS isCopy, title, description, language, creator, publisher, date,
  article_count AS articleCount, bytes, icon, added_at AS addedAt`

/** Reads and writes what the library knows of archives. */
export function createArchiveStore(db: Database) {
  const all = db.prepare(`SELECT ${COLUMNS} FROM archives ORDER BY title COLLATE NOCASE, added_at`)
  const byId = db.prepare(`SELECT ${COLUMNS} FROM archives WHERE id = ?`)
  const byUuid = db.prepare(`SELECT ${COLUMNS} FROM archives WHERE uuid = ?`)
  const save = db.prepare(`
    INSERT INTO archives (id, uuid, path, is_copy, title, description, language, creator, publisher, date, article_count,
      bytes, icon, added_at)
    VALUES (@id, @uuid, @path, @isCopy, @title, @description, @language, @creator, @publisher, @date, @articleCount,
      @bytes, @icon, @addedAt)
    ON CONFLICT (uuid) DO UPDATE SET path = excluded.path, is_copy = excluded.is_copy, title = excluded.title,
      description = excluded.description, language = excluded.language, creator = excluded.creator,
      publisher = excluded.publisher, date = excluded.date, article_count = excluded.article_count,
      bytes = excluded.bytes, icon = excluded.icon`)
  const remove = db.prepare('DELETE FROM archives WHERE id = ?')
  const marks = db.prepare(
    `SELECT p.path, p.article_id AS articleId FROM archive_articles p JOIN articles a ON a.id = p.article_id
     WHERE p.uuid = ? AND a.trashed_at IS NULL`,
  )
  const saveArticle = db.prepare(`
    INSERT INTO archive_articles (uuid, path, article_id) VALUES (@uuid, @path, @articleId)
    ON CONFLICT (uuid, path) DO UPDATE SET article_id = excluded.article_id`)

  return {
    list: (): ArchiveRow[] => z.array(Row).parse(all.all()),
    get: (id: ArchiveId): ArchiveRow | null => Row.nullable().parse(byId.get(id) ?? null),
    getByUuid: (uuid: string): ArchiveRow | null => Row.nullable().parse(byUuid.get(uuid) ?? null),
    /** Adds an archive, or writes anew what is known of the one with the same uuid, which keeps its id. */
    save(archive: Omit<ArchiveRow, 'id'>): ArchiveRow {
      save.run({ ...archive, isCopy: Number(archive.isCopy), id: ArchiveId.parse(randomUUID()) })
      return Row.parse(byUuid.get(archive.uuid))
    },
    remove: (id: ArchiveId): void => void remove.run(id),
    /** The pages that became articles, but for those in Trash. */
    marks: (uuid: string): Mark[] => z.array(Mark).parse(marks.all(uuid)),
    /** Remembers which article a page became. */
    saveArticle: (uuid: string, path: string, articleId: ArticleId): void =>
      void saveArticle.run({ uuid, path, articleId }),
  }
}
