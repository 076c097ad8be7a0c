import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { HighlightColour } from '@shared/domain/colour'
import { AnnotationId, ArticleId, SnapshotId } from '@shared/domain/ids'
import type { OutlineEntry } from '@shared/domain/snapshot'
import { createShadow, indexedPassages, type IndexedPassage } from '../text/indexed-passages'

/** A snapshot to be found by its passages. */
export interface IndexedSnapshot {
  readonly articleId: ArticleId
  readonly snapshotId: SnapshotId
  readonly title: string
  readonly byline: string | null
  readonly html: string
  /** `textContent` of `html`. */
  readonly text: string
  readonly outline: readonly OutlineEntry[]
  /** As `indexedPassages` gives them, when another thread has done that already. */
  readonly passages?: readonly IndexedPassage[]
}

/** An annotation to be found by the words it quotes and those of its note. An article's note has no target. */
export interface IndexedAnnotation {
  readonly annotationId: AnnotationId
  readonly articleId: ArticleId
  readonly snapshotId: SnapshotId | null
  readonly start: number | null
  readonly end: number | null
  /** Empty for an article's note. */
  readonly quote: string
  readonly noteText: string
  readonly tags: readonly string[]
}

/** The best row of an article, or one annotation, that matches. */
export type Match = z.infer<typeof MatchRow>

/** What a result shows of a row. */
export type Found = z.infer<typeof FoundRow>

/** The library's full-text index. Every method runs inside its caller's transaction. */
export interface SearchIndex {
  /** Indexes a snapshot; what was indexed of the article's earlier ones goes. */
  addSnapshot(snapshot: IndexedSnapshot): void
  /** Indexes an annotation, or indexes it anew. */
  putAnnotation(annotation: IndexedAnnotation): void
  removeAnnotation(id: AnnotationId): void
  /** Forgets an article and its annotations. */
  removeArticle(id: ArticleId): void
  /**
   * The best articles and annotations outside Trash that an FTS5 expression finds: up to `limit` of each kind, better ones
   * first, and of about equally good ones the newer article. Passages of the articles `without` do not count.
   */
  match(expression: string, limit?: number, without?: ReadonlySet<ArticleId>): Match[]
  /** The articles outside Trash of which some passage matches, whichever it is. */
  articlesWith(expression: string): Set<ArticleId>
  /** The best passages of these articles, one of each. */
  matchWithin(expression: string, articles: readonly ArticleId[], limit: number): Match[]
  /** Where an article begins. */
  firstPassage(id: ArticleId): number | undefined
  /** A row, with the text it comes from. */
  found(row: number): Found | undefined
}

const Kind = z.enum(['passage', 'highlight', 'note'])

const MatchRow = z.object({
  row: z.int(),
  kind: Kind,
  articleId: ArticleId,
  /** How many of this kind were found in all. */
  total: z.int(),
})

const FoundRow = z.object({
  kind: Kind,
  articleId: ArticleId,
  articleTitle: z.string(),
  snapshotId: SnapshotId.nullable(),
  annotationId: AnnotationId.nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  breaks: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.array(z.int())),
  text: z.string().nullable(),
  quote: z.string().nullable(),
  noteText: z.string().nullable(),
  colour: HighlightColour.nullable(),
})

/** The most matches of a kind that anybody looks through. */
const MOST_MATCHES = 200

/** bm25 weights of title, section and body. */
const RANK = 'bm25(search_index, 3.0, 2.0, 1.0)'

/**
 * The best row of each article and of each annotation. CROSS JOIN keeps SQLite from beginning with every article of the
 * library (sqlite.org/optoverview.html, 8.2).
 */
const matching = (condition: string): string => `
  WITH hits AS MATERIALIZED (SELECT rowid AS id, ${RANK} AS score FROM search_index WHERE search_index MATCH @expression),
  best AS (
    SELECT r.id AS row, r.kind, r.article_id AS articleId, round(min(hits.score), 1) AS score
    FROM hits CROSS JOIN search_rows r ON r.id = hits.id
    WHERE ${condition}
    GROUP BY r.kind, coalesce(r.annotation_id, r.article_id)
  ),
  placed AS (
    SELECT row, kind, articleId, count(*) OVER (PARTITION BY kind) AS total,
      row_number() OVER (PARTITION BY kind ORDER BY score, a.added_at DESC, row) AS place
    FROM best CROSS JOIN articles a ON a.id = articleId
    WHERE a.trashed_at IS NULL
  )
  SELECT row, kind, articleId, total FROM placed WHERE place <= @limit ORDER BY place`

/** The full-text index over `search_rows` and `search_index`. */
export function createSearchIndex(db: Database): SearchIndex {
  const insertRow = db.prepare(
    `INSERT INTO search_rows (kind, article_id, snapshot_id, annotation_id, start_offset, end_offset, breaks)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertWords = db.prepare('INSERT INTO search_index (rowid, title, section, body) VALUES (?, ?, ?, ?)')
  const removePassages = db.prepare("DELETE FROM search_rows WHERE article_id = ? AND kind = 'passage'")
  const removeAnnotation = db.prepare('DELETE FROM search_rows WHERE annotation_id = ?')
  const removeArticle = db.prepare('DELETE FROM search_rows WHERE article_id = ?')
  const match = db.prepare(
    matching("(r.kind <> 'passage' OR r.article_id NOT IN (SELECT value FROM json_each(@articles)))"),
  )
  const articlesWith = db
    .prepare(
      `SELECT DISTINCT r.article_id FROM search_index s
       CROSS JOIN search_rows r ON r.id = s.rowid CROSS JOIN articles a ON a.id = r.article_id
       WHERE search_index MATCH ? AND r.kind = 'passage' AND a.trashed_at IS NULL`,
    )
    .pluck()
  const matchWithin = db.prepare(
    matching("r.kind = 'passage' AND r.article_id IN (SELECT value FROM json_each(@articles))"),
  )
  const firstPassage = db
    .prepare("SELECT id FROM search_rows WHERE article_id = ? AND kind = 'passage' ORDER BY start_offset LIMIT 1")
    .pluck()
  const found = db.prepare(
    `SELECT r.kind, r.article_id AS articleId, a.title AS articleTitle, r.snapshot_id AS snapshotId,
       r.annotation_id AS annotationId, r.start_offset AS start, r.end_offset AS end, r.breaks,
       CASE r.kind WHEN 'passage' THEN s.text END AS text, t.exact AS quote, n.body_text AS noteText, n.colour
     FROM search_rows r JOIN articles a ON a.id = r.article_id
     LEFT JOIN snapshots s ON s.id = r.snapshot_id LEFT JOIN annotations n ON n.id = r.annotation_id
     LEFT JOIN annotation_targets t ON t.id = n.target_id
     WHERE r.id = ?`,
  )
  const Matches = z.array(MatchRow)

  return {
    addSnapshot(snapshot) {
      removePassages.run(snapshot.articleId)
      const { articleId, snapshotId, html, text, outline } = snapshot
      const title = createShadow()([snapshot.title, snapshot.byline ?? ''])
      for (const passage of snapshot.passages ?? indexedPassages(html, text, outline)) {
        const { start, end, breaks, section, body } = passage
        const row = insertRow.run('passage', articleId, snapshotId, null, start, end, JSON.stringify(breaks))
        insertWords.run(row.lastInsertRowid, title, section, body)
      }
    },
    putAnnotation(annotation) {
      const { annotationId, articleId, snapshotId, start, end, quote, noteText, tags } = annotation
      removeAnnotation.run(annotationId)
      const shadow = createShadow()
      const put = (kind: 'highlight' | 'note', words: string) => {
        const row = insertRow.run(kind, articleId, snapshotId, annotationId, start, end, '[]')
        insertWords.run(row.lastInsertRowid, '', shadow(tags), shadow([words]))
      }
      if (quote !== '') put('highlight', quote)
      if (noteText.trim() !== '') put('note', noteText)
    },
    removeAnnotation: (id) => void removeAnnotation.run(id),
    removeArticle: (id) => void removeArticle.run(id),
    match: (expression, limit = MOST_MATCHES, without = new Set()) =>
      Matches.parse(match.all({ expression, limit, articles: JSON.stringify([...without]) })),
    articlesWith: (expression) => new Set(z.array(ArticleId).parse(articlesWith.all(expression))),
    matchWithin: (expression, articles, limit) =>
      Matches.parse(matchWithin.all({ expression, limit, articles: JSON.stringify(articles) })),
    firstPassage: (id) => z.int().optional().parse(firstPassage.get(id)),
    found: (row) => {
      const value = found.get(row)
      return value === undefined ? undefined : FoundRow.parse(value)
    },
  }
}
