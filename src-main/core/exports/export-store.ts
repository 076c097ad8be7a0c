import { z } from 'zod'
import { ArticleId, NoteId, TopicId } from '@shared/domain/ids'
import { NoteDocument } from '@shared/domain/note-document'
import { Tag } from '@shared/domain/tag'
import { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'

/** A document of the library that can have a file, and what stands for all that its file says. */
export const DocumentState = z.object({
  id: z.string(),
  kind: z.enum(['article', 'topic', 'note']),
  title: z.string(),
  addedAt: EpochMs,
  /** Another text whenever something changes that its file says. */
  data: z.string(),
  /** Ids of documents that it links to, apart by commas; null for none. */
  links: z.string().nullable(),
})
export type DocumentState = z.infer<typeof DocumentState>

const Json = z.string().transform((text): unknown => JSON.parse(text))
const NoteRow = z.object({
  id: NoteId,
  title: z.string(),
  topic: z.string().nullable(),
  createdAt: EpochMs,
  body: Json.pipe(NoteDocument),
  tags: Json.pipe(z.array(Tag)),
})
const TopicRow = z.object({ id: TopicId, title: z.string(), parentId: TopicId.nullable() })
const Titled = z.object({ id: z.string(), title: z.string() })
const TitledArticles = z.array(z.object({ id: ArticleId, title: z.string() }))
const TitledNotes = z.array(z.object({ id: NoteId, title: z.string() }))

export type ExportStore = ReturnType<typeof createExportStore>

/** Reads across the library what exported files are made of. */
export function createExportStore(db: Database) {
  const listed = db
    .prepare(
      `SELECT id FROM (
         SELECT a.id, a.added_at AS at FROM articles a WHERE a.trashed_at IS NULL AND EXISTS (
           SELECT 1 FROM annotations n
           WHERE n.article_id = a.id AND n.removed_at IS NULL AND (n.kind = 'highlight' OR n.body IS NOT NULL))
         UNION ALL SELECT id, created_at FROM notes WHERE removed_at IS NULL AND body IS NOT NULL
         UNION ALL SELECT id, created_at FROM topics WHERE removed_at IS NULL)
       ORDER BY at, id`,
    )
    .pluck()
  const states = db.prepare(`
    WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(?))
    SELECT a.id, 'article' AS kind, a.title, a.added_at AS addedAt, json_array(
      a.title, a.byline, a.site_name, a.source_url, a.published_at, a.language, a.snapshot_id, a.status, a.favourite,
      (SELECT json_group_array(tag) FROM (SELECT tag FROM article_tags t WHERE t.article_id = a.id ORDER BY tag)),
      (SELECT json_group_array(title) FROM (SELECT o.title FROM topic_articles i JOIN topics o ON o.id = i.topic_id
        WHERE i.article_id = a.id AND o.removed_at IS NULL ORDER BY o.title)),
      (SELECT json_group_array(json_array(id, revision, updated_at, colour, target_id, kept_in, tags)) FROM (
        SELECT n.id, n.revision, n.updated_at, n.colour, n.target_id, n.kept_in,
          (SELECT group_concat(tag, char(31)) FROM (SELECT tag FROM annotation_tags g WHERE g.annotation_id = n.id ORDER BY tag)) AS tags
        FROM annotations n WHERE n.article_id = a.id AND n.removed_at IS NULL ORDER BY n.id))
    ) AS data,
      (SELECT group_concat(l.target_id) FROM annotations n JOIN note_links l ON l.source_id = n.id
        WHERE n.article_id = a.id AND n.removed_at IS NULL) AS links
    FROM wanted JOIN articles a USING (id) WHERE a.trashed_at IS NULL
    UNION ALL
    SELECT n.id, 'note', n.title, n.created_at, json_array(n.title, n.revision, n.updated_at, n.topic_id,
      (SELECT title FROM topics o WHERE o.id = n.topic_id AND o.removed_at IS NULL),
      (SELECT json_group_array(tag) FROM (SELECT tag FROM note_tags t WHERE t.note_id = n.id ORDER BY tag))),
      (SELECT group_concat(l.target_id) FROM note_links l WHERE l.source_id = n.id)
    FROM wanted JOIN notes n USING (id) WHERE n.removed_at IS NULL AND n.body IS NOT NULL
    UNION ALL
    SELECT o.id, 'topic', o.title, o.created_at, json_array(o.title, o.parent_id,
      (SELECT json_group_array(json_array(id, title)) FROM (SELECT c.id, c.title FROM topics c
        WHERE c.parent_id = o.id AND c.removed_at IS NULL ORDER BY c.position, c.created_at, c.id)),
      (SELECT json_group_array(json_array(id, title)) FROM (SELECT a.id, a.title FROM topic_articles i
        JOIN articles a ON a.id = i.article_id WHERE i.topic_id = o.id AND a.trashed_at IS NULL ORDER BY i.position, i.added_at, a.id)),
      (SELECT json_group_array(json_array(id, title)) FROM (SELECT n.id, n.title FROM notes n
        WHERE n.topic_id = o.id AND n.removed_at IS NULL AND n.body IS NOT NULL ORDER BY n.created_at, n.id))),
      (SELECT group_concat(id) FROM (
        SELECT i.article_id AS id FROM topic_articles i WHERE i.topic_id = o.id
        UNION ALL SELECT n.id FROM notes n WHERE n.topic_id = o.id
        UNION ALL SELECT c.id FROM topics c WHERE c.parent_id = o.id
        UNION ALL SELECT o.parent_id WHERE o.parent_id IS NOT NULL))
    FROM wanted JOIN topics o USING (id) WHERE o.removed_at IS NULL
    ORDER BY 4, 1`)
  const topicTitles = db
    .prepare(
      `SELECT o.title FROM topic_articles i JOIN topics o ON o.id = i.topic_id
       WHERE i.article_id = ? AND o.removed_at IS NULL ORDER BY o.title`,
    )
    .pluck()
  const note = db.prepare(`
    SELECT n.id, n.title, n.created_at AS createdAt, n.body,
      (SELECT title FROM topics o WHERE o.id = n.topic_id AND o.removed_at IS NULL) AS topic,
      (SELECT json_group_array(tag) FROM (SELECT tag FROM note_tags WHERE note_id = n.id ORDER BY tag)) AS tags
    FROM notes n WHERE n.id = ? AND n.body IS NOT NULL`)
  const topic = db.prepare('SELECT id, title, parent_id AS parentId FROM topics WHERE id = ?')
  const nested = db.prepare(
    'SELECT id, title FROM topics WHERE parent_id = ? AND removed_at IS NULL ORDER BY position, created_at, id',
  )
  const topicArticles = db.prepare(`
    SELECT a.id, a.title FROM topic_articles i JOIN articles a ON a.id = i.article_id
    WHERE i.topic_id = ? AND a.trashed_at IS NULL ORDER BY i.position, i.added_at, a.id`)
  const topicNotes = db.prepare(`
    SELECT id, title FROM notes WHERE topic_id = ? AND removed_at IS NULL AND body IS NOT NULL ORDER BY created_at, id`)

  return {
    /** Ids of every document that has a file, the oldest first. */
    listed: (): string[] => z.array(z.string()).parse(listed.all()),
    /** Those of these documents that are there, the oldest first. */
    states: (ids: readonly string[]): DocumentState[] => z.array(DocumentState).parse(states.all(JSON.stringify(ids))),
    topicTitles: (id: ArticleId): string[] => z.array(z.string()).parse(topicTitles.all(id)),
    note: (id: string) => NoteRow.optional().parse(note.get(id)),
    topic: (id: string) => {
      const row = TopicRow.optional().parse(topic.get(id))
      if (row === undefined) return undefined
      return {
        ...row,
        nested: z.array(Titled).parse(nested.all(id)),
        articles: TitledArticles.parse(topicArticles.all(id)),
        notes: TitledNotes.parse(topicNotes.all(id)),
      }
    },
  }
}
