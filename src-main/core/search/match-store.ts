import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { bestOfEach, type Scored } from './best-of-each'
import type { Narrowing } from './narrow-store'
import { documentOf, DOCUMENT_SQL, ROW_KINDS, rowsOf, rowsOfDocument, type RowKind } from './row-ids'

/** The best row of an article, or one annotation, note or answer, that matches. */
export interface Match {
  readonly row: number
  readonly kind: RowKind
}

/** What was found of one kind: the best, and how many there are in all. */
export interface Matches {
  readonly total: number
  readonly best: readonly Match[]
}

/** What is looked for in articles. */
export interface Asked {
  readonly expression: string
  readonly titles: string
  /** Whether a word is so short yet that titles count although no passage does. */
  readonly short: boolean
}

/** Which articles to leave out, by their number. */
export type Without = ReadonlySet<number>

export type MatchStore = ReturnType<typeof createMatchStore>

const Hits = z.array(z.object({ row: z.int(), score: z.number() }))
const Numbers = z.array(z.int())
const Counted = z.object({ passages: z.int(), articles: z.int() })
const Tie = z.object({ document: z.int(), addedAt: z.int(), status: z.string(), favourite: z.int() })

/** bm25 weights of title, section and body (https://sqlite.org/fts5.html#the_bm25_function). */
const SCORE = 'bm25(search_index, 3.0, 2.0, 1.0)'
/**
 * The most passages that are weighed. Weighing one takes a look-up of its length; a word that stands in more says little, and the
 * passages that are weighed of those are the newest ones.
 */
const MOST_WEIGHED = 4000
/** How many of the best passages are read for each result that is wanted; articles have several each. */
const READ_FOR_EACH = 20
const LEAST_READ = 200
/** How many titles go before what was weighed, when not all was. */
const MOST_TITLES = 100
/** Articles outside Trash of which a condition holds; without one, it is cheaper to name those in Trash, and nothing when it is empty. */
const seen = ({ narrows, articles }: Narrowing, hasTrash: boolean): string => {
  if (!narrows && !hasTrash) return '1'
  return narrows
    ? `${DOCUMENT_SQL} IN (SELECT d.doc FROM articles a JOIN search_articles d ON d.article_id = a.id WHERE a.trashed_at IS NULL AND ${articles})`
    : `${DOCUMENT_SQL} NOT IN (SELECT d.doc FROM articles a JOIN search_articles d ON d.article_id = a.id WHERE a.trashed_at IS NOT NULL)`
}
const OWNERS = 'LEFT JOIN articles a ON a.id = r.article_id LEFT JOIN annotations n ON n.id = r.annotation_id'

/** Finds rows in the full-text index. Expressions are FTS5's. */
export function createMatchStore(db: Database) {
  const ties = db.prepare(`
    SELECT d.doc AS document, a.added_at AS addedAt, a.status, a.favourite
    FROM json_each(?) j CROSS JOIN search_articles d ON d.doc = j.value CROSS JOIN articles a ON a.id = d.article_id`)
  const firstRow = db.prepare('SELECT min(id) FROM search_rows WHERE id BETWEEN ? AND ?').pluck()
  const trash = db.prepare('SELECT EXISTS (SELECT 1 FROM articles WHERE trashed_at IS NOT NULL)').pluck()
  const hasTrash = (): boolean => trash.get() === 1
  const range = rowsOf('passage')
  const rest = { first: rowsOf('highlight').first, last: rowsOf('answer').last }

  /** Statements by their text: filters make many, the same ones come while a person types. */
  const prepared = new Map<string, ReturnType<Database['prepare']>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql)
    if (prepared.size > 100) prepared.clear()
    prepared.set(sql, known)
    return known
  }
  const list = (numbers: Iterable<number>): string => JSON.stringify([...numbers])

  const reach = (narrowing: Narrowing, without: Without): string =>
    `rowid BETWEEN @first AND @last AND ${seen(narrowing, hasTrash())}
     ${without.size > 0 ? `AND ${DOCUMENT_SQL} NOT IN (SELECT value FROM json_each(@without))` : ''}`

  const weighed = (expression: string, narrowing: Narrowing, without: Without, most: number): Scored[] =>
    Hits.parse(
      statement(
        `SELECT row, score FROM (
           SELECT rowid AS row, ${SCORE} AS score FROM search_index
           WHERE search_index MATCH @expression AND ${reach(narrowing, without)} ORDER BY rowid DESC LIMIT ${MOST_WEIGHED})
         ORDER BY score LIMIT @most`,
      ).all({ ...narrowing.params, ...range, expression, most, without: list(without) }),
    )

  const countOf = (expression: string, narrowing: Narrowing, without: Without) =>
    Counted.parse(
      statement(
        `SELECT count(*) AS passages, count(DISTINCT ${DOCUMENT_SQL}) AS articles FROM search_index
         WHERE search_index MATCH @expression AND ${reach(narrowing, without)}`,
      ).get({ ...narrowing.params, ...range, expression, without: list(without) }),
    )

  /**
   * Articles whose titles hold all the words, best first; the title index has their numbers as rows. The sign before `rowid` keeps
   * SQLite from asking the index once for each article that filters leave.
   */
  const titled = (expression: string, narrowing: Narrowing, without: Without): number[] =>
    Numbers.parse(
      statement(
        `SELECT rowid FROM search_index_titles
         WHERE search_index_titles MATCH @expression AND ${seen(narrowing, hasTrash()).replace(DOCUMENT_SQL, '+rowid')}
           AND rowid NOT IN (SELECT value FROM json_each(@without))
         ORDER BY bm25(search_index_titles), rowid DESC LIMIT ${MOST_TITLES}`,
      )
        .pluck()
        .all({ ...narrowing.params, expression, without: list(without) }),
    )

  const firstPassage = (document: number): number | undefined => {
    const { first, last } = rowsOfDocument(document)
    return z.int().nullable().parse(firstRow.get(first, last)) ?? undefined
  }

  const documentsWith = (expression: string, narrowing: Narrowing): Set<number> =>
    new Set(
      Numbers.parse(
        statement(
          `SELECT DISTINCT ${DOCUMENT_SQL} FROM search_index
           WHERE search_index MATCH @expression AND rowid BETWEEN @first AND @last AND ${seen(narrowing, hasTrash())}`,
        )
          .pluck()
          .all({ ...narrowing.params, ...range, expression }),
      ),
    )

  return {
    /**
     * The articles with a passage that an expression finds, best first, at most `limit`. `titles` is the expression for their
     * titles: these count where words are not finished, and where too many passages hold them.
     */
    articles(asked: Asked, narrowing: Narrowing, without: Without, limit: number): Matches {
      if (!narrowing.kinds.has('passage')) return { total: 0, best: [] }
      const count = countOf(asked.expression, narrowing, without)
      const weigh = (most: number) => (count.passages === 0 ? [] : weighed(asked.expression, narrowing, without, most))
      const articlesOf = (rows: readonly Scored[]) => new Set(rows.map(({ row }) => documentOf(row)))
      const read = Math.max(LEAST_READ, limit * READ_FOR_EACH)
      let hits = weigh(read)
      if (hits.length === read && articlesOf(hits).size < Math.min(limit, count.articles)) hits = weigh(MOST_WEIGHED)
      const documents = articlesOf(hits)
      const known = z.array(Tie).parse(ties.all(list(documents)))
      const best = bestOfEach(hits, new Map(known.map((tie) => [tie.document, tie])), limit)
      const first = asked.short || count.passages > MOST_WEIGHED ? titled(asked.titles, narrowing, without) : []
      const rowOf = new Map(best.map((row) => [documentOf(row), row]))
      const rows = [...first.flatMap((document) => rowOf.get(document) ?? firstPassage(document) ?? []), ...best]
      // Of a finished word the titles are among what was counted.
      const total = asked.short ? Math.max(count.articles, new Set(rows.map(documentOf)).size) : count.articles
      return { total, best: [...new Set(rows)].slice(0, limit).map((row) => ({ row, kind: 'passage' })) }
    },
    /** Highlights, notes and answers that an expression finds, by kind, at most `limit` each. */
    others(expression: string, narrowing: Narrowing, limit: number): ReadonlyMap<RowKind, Matches> {
      const rows = z.array(z.object({ row: z.int(), kind: z.enum(ROW_KINDS), total: z.int() })).parse(
        statement(
          `WITH hits AS MATERIALIZED (
             SELECT rowid AS id, bm25(search_index_own, 3.0, 2.0, 1.0) AS score FROM search_index_own
             WHERE search_index_own MATCH @expression),
           placed AS (
             SELECT r.id AS row, r.kind, count(*) OVER (PARTITION BY r.kind) AS total, row_number() OVER (
               PARTITION BY r.kind
               ORDER BY round(hits.score, 1), coalesce(r.written_at, n.updated_at, a.added_at) DESC, r.id) AS place
             FROM hits CROSS JOIN search_rows r ON r.id = hits.id ${OWNERS}
             WHERE a.trashed_at IS NULL AND ${narrowing.rows})
           SELECT row, kind, total FROM placed WHERE place <= @limit ORDER BY place`,
        ).all({ ...narrowing.params, expression, limit }),
      )
      return byKind(rows)
    },
    /** What filters alone leave, newest first. */
    narrowed(narrowing: Narrowing, limit: number): ReadonlyMap<RowKind, Matches> {
      const rows = z.array(z.object({ row: z.int(), kind: z.enum(ROW_KINDS), total: z.int() })).parse(
        statement(
          `SELECT * FROM (
             SELECT (SELECT min(p.id) FROM search_rows p WHERE p.id BETWEEN d.doc << 20 AND (d.doc << 20) + 1048575) AS row,
               'passage' AS kind, count(*) OVER () AS total
             FROM articles a JOIN search_articles d ON d.article_id = a.id
             WHERE a.trashed_at IS NULL AND ${narrowing.articles}
             ORDER BY a.added_at DESC, a.id LIMIT @limit)
           WHERE row IS NOT NULL
           UNION ALL
           SELECT row, kind, total FROM (
             SELECT r.id AS row, r.kind, count(*) OVER (PARTITION BY r.kind) AS total, row_number() OVER (
               PARTITION BY r.kind ORDER BY coalesce(r.written_at, n.updated_at, a.added_at) DESC, r.id) AS place
             FROM search_rows r ${OWNERS}
             WHERE r.id BETWEEN @first AND @last AND a.trashed_at IS NULL AND ${narrowing.rows})
           WHERE place <= @limit`,
        ).all({ ...narrowing.params, ...rest, limit }),
      )
      return byKind(rows)
    },
    /** The articles of which some passage matches, whichever it is. */
    documentsWith,
    /** The best passage of each of these articles, best first. */
    within(expression: string, documents: Iterable<number>, narrowing: Narrowing, limit: number): Match[] {
      const hits = Hits.parse(
        statement(
          `SELECT rowid AS row, ${SCORE} AS score FROM search_index
           WHERE search_index MATCH @expression AND rowid BETWEEN @first AND @last
             AND ${DOCUMENT_SQL} IN (SELECT value FROM json_each(@documents)) AND ${seen(narrowing, hasTrash())}
           ORDER BY score`,
        ).all({ ...narrowing.params, ...range, expression, documents: list(documents) }),
      )
      return bestOfEach(hits, new Map(), limit).map((row) => ({ row, kind: 'passage' }))
    },
    /** The first passage that an expression finds of each of these articles; in one go, since a prefix costs as much for one. */
    passagesOf(expression: string, documents: readonly number[]): ReadonlyMap<number, number> {
      if (documents.length === 0) return new Map()
      const rows = Numbers.parse(
        statement(
          `SELECT min(rowid) FROM search_index
           WHERE search_index MATCH @expression AND rowid BETWEEN @first AND @last
             AND ${DOCUMENT_SQL} IN (SELECT value FROM json_each(@documents))
           GROUP BY ${DOCUMENT_SQL}`,
        )
          .pluck()
          .all({ ...range, expression, documents: list(documents) }),
      )
      return new Map(rows.map((row) => [documentOf(row), row]))
    },
    /** Where an article begins. */
    firstPassage,
  }
}

function byKind(rows: readonly (Match & { readonly total: number })[]): Map<RowKind, Matches> {
  const found = new Map<RowKind, Matches>()
  for (const { row, kind, total } of rows) {
    found.set(kind, { total, best: [...(found.get(kind)?.best ?? []), { row, kind }] })
  }
  return found
}
