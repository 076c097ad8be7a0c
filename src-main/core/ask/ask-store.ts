import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { AskScope } from '@shared/contract/ask'
import { ArticleId, SnapshotId } from '@shared/domain/ids'
import { Fact, OutlineEntry } from '@shared/domain/snapshot'
import { DOCUMENT_SQL, documentOf, rowsOf } from '../search/row-ids'
import { tablesOf, type Table } from '../text/tables'
import { createWordStore } from '../search/word-store'
import { isApparatus } from './retrieve/apparatus'
import type { Candidate } from './retrieve/candidate'
import { joinFactRows } from './retrieve/fact-rows'

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
const Hit = z.object({ row: z.int(), score: z.number() })
const Span = z.object({ first: z.int().nullable(), last: z.int().nullable(), passages: z.int() })
const Size = z.object({ articles: z.int(), passages: z.int() })

const Titled = z.object({ articleId: ArticleId, title: z.string() })
type Titled = z.infer<typeof Titled>
const FactSource = z.object({
  articleId: ArticleId,
  snapshotId: SnapshotId,
  title: z.string(),
  text: z.string(),
  facts: json(z.array(Fact)),
})
export type FactSource = z.infer<typeof FactSource>
const TableRow = z.object({
  articleId: ArticleId,
  snapshotId: SnapshotId,
  title: z.string(),
  text: z.string(),
  html: z.string(),
})
/** An article's tables, other than its infobox. */
export interface TableSource extends Omit<z.infer<typeof TableRow>, 'html'> {
  readonly tables: readonly Table[]
}

/** What is asked, as the index sees it. */
export interface Reach {
  /** Numbers of its first and its last row. */
  readonly first: number
  readonly last: number
  /** Documents of the index, as JSON; null where every row between counts. */
  readonly documents: string | null
  readonly articles: number
  readonly passages: number
  /** A stretch of one snapshot, which is all that is read; null otherwise. */
  readonly stretch: { readonly snapshotId: SnapshotId; readonly start: number; readonly end: number } | null
}

/** HTML of more characters is not read for its tables while a person waits. */
const LONGEST_READ = 3_000_000
/** Passages of Trash and of reference lists are found and dropped again, so more are looked at than are wanted. */
const SPARE = 4
/** What common words are yet to raise may stand further down. */
const SPARE_OF_RARE = 10
const ROWS = rowsOf('passage')

const TOPIC_ROWS = `
  WITH RECURSIVE nested (id) AS (
    SELECT id FROM topics WHERE id = ? AND removed_at IS NULL
    UNION SELECT t.id FROM topics t JOIN nested n ON t.parent_id = n.id WHERE t.removed_at IS NULL
  )
  SELECT min(r.id) AS first, max(r.id) AS last, count(*) AS passages
  FROM (
    SELECT DISTINCT t.article_id FROM nested n JOIN topic_articles t ON t.topic_id = n.id
    JOIN articles a ON a.id = t.article_id WHERE a.trashed_at IS NULL
  ) m JOIN search_rows r ON r.article_id = m.article_id AND r.kind = 'passage'
  GROUP BY m.article_id`

/** Finds passages for questions in the library's full-text index. */
export function createAskStore(db: Database) {
  // Terms and how many rows hold each: https://sqlite.org/fts5.html#the_fts5vocab_virtual_table_module
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab('main', 'search_index', 'row')")
  const documents = db.prepare('SELECT doc FROM temp.search_terms WHERE term = ?').pluck()
  const beginning = db
    .prepare('SELECT term FROM temp.search_terms WHERE term >= @from AND term < @to LIMIT @limit')
    .pluck()
  const columns = `r.article_id AS articleId, r.snapshot_id AS snapshotId, r.start_offset AS start, r.end_offset AS end,
    r.breaks, a.title`
  const inReach = `rowid BETWEEN @first AND @last
    AND (@documents IS NULL OR ${DOCUMENT_SQL} IN (SELECT value FROM json_each(@documents)))`
  // CROSS JOIN keeps SQLite from beginning with every article (sqlite.org/optoverview.html, 8.2).
  const hits = db.prepare(`
    SELECT rowid AS row, -bm25(search_index, 1.0, 1.0, 1.0) AS score FROM search_index
    WHERE search_index MATCH @expression AND ${inReach} ORDER BY score DESC LIMIT @most`)
  // The plus sign keeps SQLite from seeking each row by itself, which takes far longer than to walk along the term's rows.
  const holding = db
    .prepare(
      `SELECT rowid FROM search_index
       WHERE search_index MATCH @expression AND +rowid IN (SELECT value FROM json_each(@rows))`,
    )
    .pluck()
  const passages = db.prepare(`
    SELECT ${columns}, h.value ->> 'relevance' AS relevance
    FROM json_each(?) h CROSS JOIN search_rows r ON r.id = h.value ->> 'row' CROSS JOIN articles a ON a.id = r.article_id
    WHERE a.trashed_at IS NULL ORDER BY h.key`)
  const stretch = db.prepare(`
    SELECT ${columns}, 1 AS relevance FROM search_rows r JOIN articles a ON a.id = r.article_id
    WHERE r.id BETWEEN @first AND @last AND r.snapshot_id = @snapshotId AND r.start_offset < @end AND r.end_offset > @start
    ORDER BY r.id LIMIT @most`)
  const ofArticle = db.prepare(`
    SELECT min(id) AS first, max(id) AS last, count(*) AS passages FROM search_rows
    WHERE article_id = ? AND kind = 'passage'`)
  const ofTopic = db.prepare(TOPIC_ROWS)
  const size = db.prepare(`
    SELECT (SELECT count(*) FROM articles WHERE trashed_at IS NULL) AS articles,
      (SELECT count(*) FROM search_rows WHERE id BETWEEN ? AND ?) AS passages`)
  const within = db.prepare(`SELECT 1 FROM search_index WHERE search_index MATCH @expression AND ${inReach} LIMIT 1`)
  const snapshot = db.prepare('SELECT outline, facts, text FROM snapshots WHERE id = ?')
  const ofSnapshot = db.prepare(`
    SELECT ${columns.replaceAll('r.', 's.')}, 1 AS relevance FROM (
      SELECT article_id, id AS snapshot_id, @start AS start_offset, @end AS end_offset, '[]' AS breaks
      FROM snapshots WHERE id = @snapshotId
    ) s JOIN articles a ON a.id = s.article_id`)
  const titled = db.prepare(`
    SELECT a.id AS articleId, a.title FROM (
      SELECT DISTINCT ${DOCUMENT_SQL} AS doc FROM search_index WHERE search_index MATCH @expression AND ${inReach} LIMIT 50
    ) f JOIN search_articles s ON s.doc = f.doc JOIN articles a ON a.id = s.article_id
    WHERE a.trashed_at IS NULL ORDER BY length(a.title), a.id LIMIT 1`)
  const inOrder = db.prepare(`
    SELECT ${columns}, 1 AS relevance FROM search_rows r JOIN articles a ON a.id = r.article_id
    WHERE r.id BETWEEN @first AND @last AND (@documents IS NULL OR (r.id >> 20) IN (SELECT value FROM json_each(@documents)))
      AND r.kind = 'passage' AND a.trashed_at IS NULL
    ORDER BY r.id LIMIT @most`)
  const articlesIn = db
    .prepare(
      `
    SELECT a.id FROM search_articles s JOIN articles a ON a.id = s.article_id
    WHERE a.trashed_at IS NULL AND (@documents IS NULL OR s.doc IN (SELECT value FROM json_each(@documents)))
    ORDER BY s.doc LIMIT @most`,
    )
    .pluck()
  const factsOf = db.prepare(`
    SELECT a.id AS articleId, a.snapshot_id AS snapshotId, a.title, s.facts, s.text
    FROM articles a JOIN snapshots s ON s.id = a.snapshot_id WHERE a.id = ?`)
  const withTables = db.prepare(`
    SELECT a.id AS articleId, a.snapshot_id AS snapshotId, a.title, s.text, s.html
    FROM articles a JOIN snapshots s ON s.id = a.snapshot_id
    WHERE a.id = ? AND length(s.html) <= ${LONGEST_READ} AND instr(s.html, '<table') > 0`)
  const words = createWordStore(db)
  const wholeSize = untilChanged(db, () => Size.parse(size.get(ROWS.first, ROWS.last)))

  const rowsOfStretch = (reach: Reach, most: number): unknown[] => {
    const { first, last } = reach
    const found = stretch.all({ first, last, most, ...reach.stretch })
    // What was selected in a version that is not indexed any more is read all the same.
    return found.length > 0 ? found : ofSnapshot.all({ ...reach.stretch })
  }

  const read = (found: readonly unknown[], reach: Reach, limit: number): Candidate[] => {
    const rows = z.array(PassageRow).parse(found)
    const texts = new Map<SnapshotId, z.infer<typeof SnapshotRow>>()
    const candidates: Candidate[] = []
    for (const row of rows) {
      if (candidates.length >= limit) break
      const whole = texts.get(row.snapshotId) ?? SnapshotRow.parse(snapshot.get(row.snapshotId))
      texts.set(row.snapshotId, whole)
      const section = sectionAt(whole.outline, row.start)
      const start = Math.max(row.start, reach.stretch?.start ?? 0)
      const end = Math.min(row.end, reach.stretch?.end ?? row.end, whole.text.length)
      const breaks = joinFactRows(whole.text, row, whole.facts).filter((at) => at > start && at < end)
      // A person who selects a reference asks about it.
      if (start >= end || (reach.stretch === null && isApparatus(section))) continue
      candidates.push({ ...row, start, end, breaks, text: whole.text, section })
    }
    return candidates
  }

  return {
    /** Rows of what is asked. An unknown article or topic has none. */
    reach(scope: AskScope): Reach {
      if (scope.kind === 'library') return { ...ROWS, ...wholeSize(), documents: null, stretch: null }
      const rows = scope.kind === 'topic' ? ofTopic.all(scope.topicId) : [ofArticle.get(scope.articleId)]
      const spans = z.array(Span).parse(rows)
      const firsts = spans.flatMap(({ first }) => first ?? [])
      const held = { articles: firsts.length, passages: spans.reduce((sum, one) => sum + one.passages, 0) }
      return {
        first: firsts.length === 0 ? 0 : Math.min(...firsts),
        last: Math.max(-1, ...spans.flatMap(({ last }) => last ?? [])),
        documents: scope.kind === 'topic' ? JSON.stringify(firsts.map(documentOf)) : null,
        ...(scope.kind === 'selection' ? { articles: 1, passages: 1 } : held),
        stretch: scope.kind === 'selection' ? scope : null,
      }
    },
    /** Passages of what is asked in their order, at most `limit`. */
    inOrder(reach: Reach, limit: number): Candidate[] {
      const { first, last, documents: only } = reach
      const found =
        reach.stretch === null
          ? inOrder.all({ first, last, documents: only, most: limit })
          : rowsOfStretch(reach, limit)
      return read(found, reach, limit)
    },
    /** Articles of what is asked, at most `limit`. */
    articlesIn: ({ documents: only }: Reach, limit: number): ArticleId[] =>
      z.array(ArticleId).parse(articlesIn.all({ documents: only, most: limit })),
    /** The article whose title holds all of these terms, and little else. */
    titled(terms: readonly string[], { first, last, documents: only }: Reach): Titled | undefined {
      if (terms.length === 0) return undefined
      const expression = `title : (${terms.map((term) => `"${term}"`).join(' AND ')})`
      return Titled.optional().parse(titled.get({ expression, first, last, documents: only }))
    },
    /** What an article's infobox states. */
    factsOf: (id: ArticleId): FactSource | undefined => FactSource.optional().parse(factsOf.get(id)),
    /** What an article's tables state. */
    tablesOf(id: ArticleId): TableSource | undefined {
      const row = TableRow.optional().parse(withTables.get(id))
      if (row === undefined) return undefined
      const { html, ...source } = row
      return { ...source, tables: tablesOf(html, source.text) }
    },
    /** How many passages the library has. */
    passages: (): number => wholeSize().passages,
    /** How many rows of the index hold a term. */
    documents: (term: string): number => z.int().optional().parse(documents.get(term)) ?? 0,
    /** Whether some passage of what is asked holds a term. */
    holds: (term: string, { first, last, documents: only }: Reach): boolean =>
      within.get({ expression: `"${term}"`, first, last, documents: only }) !== undefined,
    /** Terms of the library that are forms of a folded word, in languages other than English. */
    formsOf: (word: string): string[] => words.formsOf(word),
    /** The library's own word that one, which it does not hold, may be meant for, folded; undefined for none. */
    meantBy: (word: string): string | undefined => words.meantBy(word)?.word,
    /** Terms of the library that begin so, at most `limit`. */
    beginningWith: (start: string, limit: number): string[] =>
      z.array(z.string()).parse(beginning.all({ from: start, to: `${start}\u{10ffff}`, limit })),
    /**
     * The passages that terms find within what is asked, best first; of a stretch, all.
     * @param terms at least one of them must stand there
     * @param others terms so common that they only raise what was found, each with how much it says
     */
    candidates(
      terms: readonly string[],
      others: readonly { readonly term: string; readonly weight: number }[],
      reach: Reach,
      limit: number,
    ): Candidate[] {
      if (reach.stretch !== null) return read(rowsOfStretch(reach, limit), reach, limit)
      const { first, last, documents: only } = reach
      const expression = terms.map((term) => `"${term}"`).join(' OR ')
      const most = limit * (others.length === 0 ? SPARE : SPARE_OF_RARE)
      const found = z.array(Hit).parse(hits.all({ expression, first, last, documents: only, most }))
      const scores = new Map(found.map(({ row, score }) => [row, score]))
      const rows = JSON.stringify(found.map(({ row }) => row))
      for (const { term, weight } of others) {
        for (const row of z.array(z.int()).parse(holding.all({ expression: `"${term}"`, rows }))) {
          scores.set(row, (scores.get(row) ?? 0) + weight)
        }
      }
      const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit * SPARE)
      const wanted = JSON.stringify(best.map(([row, relevance]) => ({ row, relevance })))
      return read(passages.all(wanted), reach, limit)
    },
  }
}

/** Keeps what was counted until the database changes: through this connection or through another one. */
function untilChanged<Value>(db: Database, count: () => Value): () => Value {
  const own = db.prepare('SELECT total_changes()').pluck()
  let kept: { readonly at: string; readonly value: Value } | null = null
  return () => {
    const at = `${String(own.get())} ${String(db.pragma('data_version', { simple: true }))}`
    if (kept?.at !== at) kept = { at, value: count() }
    return kept.value
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
