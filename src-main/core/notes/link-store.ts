import { z } from 'zod'
import { AnnotationId, ArticleId, NoteId } from '@shared/domain/ids'
import type { Backlink, LinkedTitle } from '@shared/domain/note'
import { LinkTarget, type NoteDocument } from '@shared/domain/note-document'
import { EpochMs } from '@shared/domain/time'
import { targetKey, wordsAround } from '@shared/text/note-parts'
import type { Database } from '../database/database'
import { StoredBody } from '../database/note-bodies'

const BacklinkRow = z.object({
  kind: z.enum(['note', 'article-note', 'highlight']),
  id: z.string(),
  articleId: ArticleId.nullable(),
  title: z.string(),
  body: z.string().nullable(),
  updatedAt: EpochMs,
})
const Json = z.string().transform((json): unknown => JSON.parse(json))
const TitleRow = z.object({ target: Json.pipe(LinkTarget), title: z.string(), removed: z.int() })
const Linkable = TitleRow.extend({ changedAt: EpochMs }).omit({ removed: true })
/** Something that a link can lead to. */
export type Linkable = z.infer<typeof Linkable>

const ARTICLE = "json_object('kind', 'article', 'id', id)"
const NOTE = "json_object('kind', 'note', 'id', id)"

/** What links of notes lead to, and what leads to something. */
export function createLinkStore(db: Database) {
  const backlinks = db.prepare(`
    SELECT 'note' AS kind, n.id, NULL AS articleId, n.title, n.body, n.updated_at AS updatedAt
    FROM note_links l JOIN notes n ON n.id = l.source_id
    WHERE l.target_kind = @kind AND l.target_id = @id AND n.removed_at IS NULL
    UNION ALL
    SELECT n.kind, n.id, n.article_id, a.title, n.body, n.updated_at
    FROM note_links l JOIN annotations n ON n.id = l.source_id JOIN articles a ON a.id = n.article_id
    WHERE l.target_kind = @kind AND l.target_id = @id AND n.removed_at IS NULL AND a.trashed_at IS NULL
    ORDER BY updatedAt DESC`)
  const titles = db.prepare(`
    SELECT ${ARTICLE} AS target, title, trashed_at IS NOT NULL AS removed FROM articles
    WHERE id IN (SELECT value FROM json_each(@ids))
    UNION ALL
    SELECT ${NOTE}, title, removed_at IS NOT NULL FROM notes WHERE id IN (SELECT value FROM json_each(@ids))`)
  const linkable = db.prepare(`
    SELECT ${ARTICLE} AS target, title, coalesce(opened_at, added_at) AS changedAt FROM articles WHERE trashed_at IS NULL
    UNION ALL
    SELECT ${NOTE}, title, updated_at FROM notes WHERE removed_at IS NULL AND title <> ''
    ORDER BY changedAt DESC`)

  return {
    /** Notes outside Trash that link to a target, newest change first. */
    backlinks: (target: LinkTarget): Backlink[] =>
      z
        .array(BacklinkRow)
        .parse(backlinks.all(target))
        .map(({ body, kind, id, articleId, ...row }) => ({
          ...row,
          source:
            articleId === null || kind === 'note'
              ? { kind: 'note', noteId: NoteId.parse(id) }
              : { kind, articleId, annotationId: AnnotationId.parse(id) },
          excerpt: excerpt(body, target),
        })),

    /** The titles of targets now, in the order given. */
    titles: (targets: readonly LinkTarget[]): LinkedTitle[] => {
      const rows = z.array(TitleRow).parse(titles.all({ ids: JSON.stringify(targets.map(({ id }) => id)) }))
      const found = new Map(rows.map((row) => [targetKey(row.target), row]))
      return targets.map((target) => {
        const row = found.get(targetKey(target))
        if (row === undefined) return { target, title: '', state: 'missing' }
        return { target, title: row.title, state: row.removed === 0 ? 'here' : 'in-trash' }
      })
    },

    /** Everything outside Trash that a link can lead to, what was read or changed last first. */
    linkable: (): Linkable[] => z.array(Linkable).parse(linkable.all()),
  }
}

function excerpt(body: string | null, target: LinkTarget): string {
  let note: NoteDocument | null = null
  try {
    note = StoredBody.parse(body)
  } catch {
    // The note says of itself that it is damaged; its place in this list is no reason to fail.
  }
  return note === null ? '' : wordsAround(note, target)
}
