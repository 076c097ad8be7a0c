import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { ArticleId, SnapshotId } from '@shared/domain/ids'
import { Fact, OutlineEntry } from '@shared/domain/snapshot'
import { isApparatus } from './apparatus'
import type { Candidate } from './candidate'
import { joinFactRows } from './fact-rows'

export type AskStore = ReturnType<typeof createAskStore>

const json = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(shape)

const PassageRow = z.object({
  articleId: ArticleId,
  snapshotId: SnapshotId,
  start: z.int(),
  end: z.int(),
  breaks: json(z.array(z.int())),
  relevance: z.number(),
  title: z.string(),
})
const SnapshotRow = z.object({
  text: z.string(),
  outline: json(z.array(OutlineEntry)),
  facts: json(z.array(Fact)),
})
const Span = z.object({ first: z.int().nullable(), last: z.int().nullable(), passages: z.int() })
const Size = z.object({ articles: z.int(), passages: z.int() })

/** Passages of Trash and of reference lists are found and dropped again, so more are looked at than are wanted. */
const SPARE = 4

/** Finds passages for questions in the library's full-text index. */
export function createAskStore(db: Database) {
  // Terms and how many rows hold each: https://sqlite.org/fts5.html#the_fts5vocab_virtual_table_module
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab('main', 'search_index', 'row')")
  const documents = db.prepare('SELECT doc FROM temp.search_terms WHERE term = ?').pluck()
  const beginning = db
    .prepare('SELECT term FROM temp.search_terms WHERE term >= @from AND term < @to LIMIT @limit')
    .pluck()
  const passages = db.prepare(`
    WITH hits AS MATERIALIZED (
      SELECT rowid AS id, bm25(search_index, 1.0, 1.0, 1.0) AS score FROM search_index
      WHERE search_index MATCH @expression AND rowid BETWEEN @first AND @last ORDER BY score LIMIT @most
    )
    SELECT r.article_id AS articleId, r.snapshot_id AS snapshotId, r.start_offset AS start, r.end_offset AS end, r.breaks,
      -hits.score AS relevance, a.title
    FROM hits CROSS JOIN search_rows r ON r.id = hits.id CROSS JOIN articles a ON a.id = r.article_id
    WHERE r.kind = 'passage' AND a.trashed_at IS NULL AND (@article IS NULL OR r.article_id = @article)
    ORDER BY hits.score, hits.id`)
  const span = db.prepare(`
    SELECT min(id) AS first, max(id) AS last, count(*) AS passages FROM search_rows
    WHERE article_id = ? AND kind = 'passage'`)
  const size = db.prepare(`
    SELECT (SELECT count(*) FROM articles WHERE trashed_at IS NULL) AS articles,
      (SELECT count(*) FROM search_rows WHERE annotation_id IS NULL) AS passages`)
  const within = db
    .prepare(
      'SELECT 1 FROM search_index WHERE search_index MATCH @expression AND rowid BETWEEN @first AND @last LIMIT 1',
    )
    .pluck()
  const snapshot = db.prepare('SELECT outline, facts, text FROM snapshots WHERE id = ?')

  return {
    /** How many articles and passages a question is put to. */
    size: (id: ArticleId | null): z.infer<typeof Size> =>
      id === null ? Size.parse(size.get()) : { articles: 1, passages: Span.parse(span.get(id)).passages },
    /** How many rows of the index hold a term. */
    documents: (term: string): number => z.int().optional().parse(documents.get(term)) ?? 0,
    /** Whether some passage of an article holds a term. */
    holds(id: ArticleId, term: string): boolean {
      const { first, last } = Span.parse(span.get(id))
      return first !== null && within.get({ expression: `"${term}"`, first, last }) !== undefined
    },
    /** Terms of the library that begin so, at most `limit`. */
    beginningWith: (start: string, limit: number): string[] =>
      z.array(z.string()).parse(beginning.all({ from: start, to: `${start}\u{10ffff}`, limit })),
    /** The passages that an FTS5 expression finds, best first, in the whole library or in one article. */
    candidates(expression: string, id: ArticleId | null, limit: number): Candidate[] {
      const range = id === null ? null : Span.parse(span.get(id))
      const first = range?.first ?? 0
      const last = range === null ? Number.MAX_SAFE_INTEGER : (range.last ?? -1)
      const rows = z
        .array(PassageRow)
        .parse(passages.all({ expression, first, last, article: id, most: limit * SPARE }))
      const texts = new Map<SnapshotId, z.infer<typeof SnapshotRow>>()
      const candidates: Candidate[] = []
      for (const row of rows) {
        if (candidates.length >= limit) break
        const whole = texts.get(row.snapshotId) ?? SnapshotRow.parse(snapshot.get(row.snapshotId))
        texts.set(row.snapshotId, whole)
        const section = sectionAt(whole.outline, row.start)
        const breaks = joinFactRows(whole.text, row, whole.facts)
        if (!isApparatus(section)) candidates.push({ ...row, breaks, text: whole.text, section })
      }
      return candidates
    },
  }
}

function sectionAt(outline: readonly OutlineEntry[], offset: number): string {
  let section = ''
  for (const { start, text } of outline) {
    if (start > offset) break
    section = text
  }
  return section
}
