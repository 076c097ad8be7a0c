import type { SearchHit, SearchResults } from '@shared/contract/search'
import type { Found } from './found-store'
import { hitOf } from './hits'
import type { Match, Matches, MatchStore, Without } from './match-store'
import type { Narrowing } from './narrow-store'
import { allOf, anyOf, eachOf, inTitles, unwantedOf, type Query } from './query'
import { documentOf, type RowKind } from './row-ids'

export interface FindDeps {
  readonly matches: MatchStore
  readonly found: (row: number) => Found | undefined
}

/** What was found, without what goes with the whole search. */
export type FoundResults = Pick<SearchResults, 'articles' | 'highlights' | 'notes' | 'answers'>

const NONE: Matches = { total: 0, best: [] }

/** Finds what holds all the words (`all`), or some of them, within what filters leave. */
export function createFind({ matches, found }: FindDeps) {
  const hitsOf = (query: Query, rows: readonly Match[]): SearchHit[] =>
    rows.flatMap(({ row }) => {
      const value = found(row)
      return value === undefined ? [] : (hitOf(value, query.wanted) ?? [])
    })

  /** For articles found by their titles alone, a passage that holds some of the words too, else the first one. */
  const tellingHits = (query: Query, any: string, best: readonly Match[]): SearchHit[] => {
    const all = best.flatMap(({ row, kind }) => hitsOf(query, [{ row, kind }]).map((hit) => ({ row, hit })))
    const untold = all.filter(({ hit }) => hit.excerpt.marks.length === 0).map(({ row }) => documentOf(row))
    const telling = matches.passagesOf(`{section body} : (${any})`, untold)
    return all.map(({ row, hit }) => {
      if (hit.excerpt.marks.length > 0) return hit
      const better = telling.get(documentOf(row)) ?? matches.firstPassage(documentOf(row)) ?? row
      return better === row ? hit : (hitsOf(query, [{ row: better, kind: 'passage' }])[0] ?? hit)
    })
  }

  const resultsOf = (
    articles: { total: number; hits: SearchHit[] },
    rest: (kind: RowKind) => Matches,
    query: Query,
  ) => {
    const group = (...kinds: RowKind[]) => ({
      total: kinds.reduce((sum, kind) => sum + rest(kind).total, 0),
      hits: kinds.flatMap((kind) => hitsOf(query, rest(kind).best)),
    })
    return { articles, highlights: group('highlight'), notes: group('note', 'own-note'), answers: group('answer') }
  }

  return (query: Query, narrowing: Narrowing, words: 'all' | 'some', limit: number): FoundResults => {
    const any = anyOf(query)
    const expression = words === 'all' ? allOf(query) : any
    if (expression === null || any === null) {
      if (!narrowing.narrows) return resultsOf({ total: 0, hits: [] }, () => NONE, query)
      const rows = matches.narrowed(narrowing, limit)
      const { total, best } = rows.get('passage') ?? NONE
      return resultsOf({ total, hits: hitsOf(query, best) }, (kind) => rows.get(kind) ?? NONE, query)
    }
    const unwanted = unwantedOf(query)
    // An article goes with an unwanted word wherever it stands; of the rest, each stands for itself.
    const without: Without = unwanted === null ? new Set() : matches.documentsWith(unwanted, narrowing)
    const titles = (words === 'all' ? inTitles(query) : null) ?? expression
    const short = words === 'all' && query.wanted.some((term) => term.short)
    let articles = matches.articles({ expression, titles, short }, narrowing, without, limit)
    if (words === 'all' && query.wanted.length > 1)
      articles = withSpread(matches, query, any, narrowing, without, articles, limit)
    const others = matches.others(expression, narrowing, limit)
    const hits = tellingHits(query, any, articles.best)
    return resultsOf({ total: articles.total, hits }, (kind) => others.get(kind) ?? NONE, query)
  }
}

/** More words than this are a question, of which some are enough. */
const MOST_SPREAD = 5

/** Adds the articles that hold all the words, though no passage of theirs does, behind those where one does. */
function withSpread(
  matches: MatchStore,
  query: Query,
  any: string,
  narrowing: Narrowing,
  without: Without,
  known: Matches,
  limit: number,
): Matches {
  const terms = eachOf(query)
  if (!narrowing.kinds.has('passage') || known.best.length >= limit || terms.length > MOST_SPREAD) return known
  let documents: Set<number> | undefined
  for (const term of terms) {
    const having = matches.documentsWith(term, narrowing)
    documents = new Set([...(documents ?? having)].filter((document) => having.has(document)))
    if (documents.size === 0) return known
  }
  for (const document of [...without, ...known.best.map(({ row }) => documentOf(row))]) documents?.delete(document)
  if (documents === undefined || documents.size === 0) return known
  const more = matches.within(any, documents, narrowing, limit - known.best.length)
  return { total: known.total + documents.size, best: [...known.best, ...more] }
}
