import { z } from 'zod'
import type { Article, Progress, ReadingStatus } from '@shared/domain/article'
import { ArticleId, type SnapshotId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'
import type { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'
import { createTagSpelling } from '../database/tag-spelling'
import { createArticleCounts } from './article-counts-store'
import { createArticleIndexing, type ArticleIndex } from './article-indexing-store'
import { createArticleListStore } from './article-list-store'
import { createArticleReading } from './article-read-store'

/** What may be changed of several articles at once. */
export interface ArticleChange {
  readonly title?: string | undefined
  readonly status?: ReadingStatus | undefined
  readonly favourite?: boolean | undefined
  readonly addTags?: readonly Tag[] | undefined
  readonly removeTags?: readonly Tag[] | undefined
}

export type ArticleStore = ReturnType<typeof createArticleStore>

const Ids = z.array(ArticleId)

/** All SQL of articles. Lists of ids are bound as JSON, so that one statement serves any number. */
export function createArticleStore(db: Database, index: ArticleIndex) {
  const values = (sql: string) => db.prepare(sql).pluck()
  const spell = createTagSpelling(db)
  const reindex = createArticleIndexing(db, index)
  const many = createArticleReading(db)
  const list = createArticleListStore(db)
  const counts = createArticleCounts(db)

  const annotated = values(`
    SELECT a.id FROM articles a WHERE a.trashed_at IS NULL AND EXISTS (
      SELECT 1 FROM annotations n
      WHERE n.article_id = a.id AND n.removed_at IS NULL AND (n.kind = 'highlight' OR n.body IS NOT NULL))
    ORDER BY a.added_at DESC, a.id`)
  // An address that an article was saved from counts more than one that only leads to it.
  const byUrl = values(`
    SELECT a.id FROM article_addresses l JOIN articles a ON a.id = l.article_id
    WHERE l.url_key = @key AND a.trashed_at IS NULL
    ORDER BY a.url_key IS @key DESC, a.added_at DESC, a.id LIMIT 1`)

  const existing = values('SELECT count(*) FROM articles WHERE id IN (SELECT value FROM json_each(?))')
  const change = db.prepare(`
    UPDATE articles SET title = coalesce(@title, title), status = coalesce(@status, status),
      favourite = coalesce(@favourite, favourite)
    WHERE id IN (SELECT value FROM json_each(@ids))`)
  const addTag = db.prepare(
    'INSERT OR IGNORE INTO article_tags (article_id, tag) SELECT value, @tag FROM json_each(@ids)',
  )
  const removeTag = db.prepare(
    'DELETE FROM article_tags WHERE tag = @tag AND article_id IN (SELECT value FROM json_each(@ids))',
  )
  const open = db.prepare('UPDATE articles SET opened_at = @now WHERE id = @id')
  const progress = db.prepare(`
    UPDATE articles SET
      progress_offset = min(@offset, (SELECT text_length FROM snapshots WHERE id = @snapshotId)),
      progress_fraction = @fraction,
      status = CASE WHEN status = 'inbox' AND (@offset > 0 OR @fraction > 0) THEN 'reading' ELSE status END
    WHERE id = @id AND snapshot_id = @snapshotId AND (progress_offset <> @offset OR progress_fraction <> @fraction)`)
  const trash = values(
    'UPDATE articles SET trashed_at = @now WHERE trashed_at IS NULL AND id IN (SELECT value FROM json_each(@ids)) RETURNING id',
  )
  const restore = values(
    'UPDATE articles SET trashed_at = NULL WHERE trashed_at IS NOT NULL AND id IN (SELECT value FROM json_each(?)) RETURNING id',
  )
  const inTrash = values(`
    SELECT id FROM articles WHERE trashed_at IS NOT NULL AND trashed_at < @before
      AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids)))`)
  const remove = db.prepare('DELETE FROM articles WHERE id = ?')

  const deleteTrashed = (wanted: readonly ArticleId[] | null, before: EpochMs): ArticleId[] => {
    const due = Ids.parse(inTrash.all({ ids: wanted === null ? null : JSON.stringify(wanted), before }))
    for (const id of due) remove.run(id)
    return due
  }

  return {
    list,
    counts,
    /** The articles with these ids that exist, in the order of the ids. */
    many,
    get: (id: ArticleId): Article | undefined => many([id])[0],
    /** Articles that carry a highlight or a written note, newest first; none from Trash. */
    annotatedIds: (): ArticleId[] => Ids.parse(annotated.all()),
    findByUrlKey: (key: string): ArticleId | null => ArticleId.nullable().parse(byUrl.get({ key }) ?? null),

    /** Changes all of these articles, or none and answers false when one of them does not exist. */
    update: (
      wanted: readonly ArticleId[],
      { title, status, favourite, addTags = [], removeTags = [] }: ArticleChange,
    ): boolean =>
      db
        .transaction(() => {
          const unique = [...new Set(wanted)]
          const json = JSON.stringify(unique)
          if (existing.get(json) !== unique.length) return false
          change.run({
            ids: json,
            title: title ?? null,
            status: status ?? null,
            favourite: favourite === undefined ? null : Number(favourite),
          })
          if (title !== undefined) reindex(unique)
          for (const tag of spell(removeTags)) removeTag.run({ ids: json, tag })
          for (const tag of spell(addTags)) addTag.run({ ids: json, tag })
          return true
        })
        .immediate(),

    /** Answers false when there is no such article. */
    opened: (id: ArticleId, now: EpochMs): boolean => open.run({ id, now }).changes > 0,

    /** Answers whether anything changed: a snapshot that is no longer the current one changes nothing. */
    saveProgress: (id: ArticleId, snapshotId: SnapshotId, { offset, fraction }: Progress): boolean =>
      progress.run({ id, snapshotId, offset, fraction }).changes > 0,

    /** How many of these articles are in the library or its Trash. */
    countThere: (wanted: readonly ArticleId[]): number =>
      z.int().parse(existing.get(JSON.stringify([...new Set(wanted)]))),
    /** Answers which articles were moved. */
    trash: (wanted: readonly ArticleId[], now: EpochMs): ArticleId[] =>
      Ids.parse(trash.all({ ids: JSON.stringify(wanted), now })),
    /** Answers which articles were taken back. */
    restore: (wanted: readonly ArticleId[]): ArticleId[] => Ids.parse(restore.all(JSON.stringify(wanted))),
    /**
     * Deletes for good what is in Trash since before a moment, and answers what went.
     * @param wanted null for all
     */
    deleteTrashed: (wanted: readonly ArticleId[] | null, before: EpochMs): ArticleId[] =>
      db.transaction(() => deleteTrashed(wanted, before)).immediate(),
  }
}
