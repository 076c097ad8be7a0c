import type { z } from 'zod'
import type { Handlers } from '@shared/contract'
import type { Excerpt, SearchHit, SearchResults } from '@shared/contract/search'
import type { ArticleId } from '@shared/domain/ids'
import { excerptOf, focusOf, marksIn } from './excerpt-marks'
import { segmentsOf } from '../text/passages'
import { allOf, anyOf, eachOf, parseQuery, unwantedOf, type Query, type Term } from './query'
import type { Found, Match, SearchIndex } from './search-index'

export interface SearchDeps {
  readonly index: Pick<SearchIndex, 'match' | 'matchWithin' | 'articlesWith' | 'firstPassage' | 'found'>
}

const NOTHING: SearchResults = {
  articles: { total: 0, hits: [] },
  highlights: { total: 0, hits: [] },
  notes: { total: 0, hits: [] },
  partial: false,
}

/** Answers the search calls of the contract. */
export function searchHandlers({ index }: SearchDeps): Handlers['search'] {
  return {
    query({ text, limit }) {
      const query = parseQuery(text)
      const all = allOf(query)
      const any = anyOf(query)
      if (all === null || any === null) return NOTHING
      const unwanted = unwantedOf(query)
      // An article goes with an unwanted word wherever it stands; of annotations, each stands for itself.
      const without = unwanted === null ? new Set<ArticleId>() : index.articlesWith(unwanted)
      let matches = index.match(all, limit, without)
      if (query.wanted.length > 1) matches = withSpread(index, query, any, without, matches, limit)
      const partial = matches.length === 0 && query.wanted.length > 1
      if (partial) matches = index.match(any, limit, without)
      const hitsOf = (rows: readonly number[]) =>
        rows.flatMap((row) => {
          const found = index.found(row)
          return found === undefined ? [] : (hitOf(found, query.wanted) ?? [])
        })
      const group = (kind: Match['kind']) => {
        const ranked = matches.filter((match) => match.kind === kind)
        const hits = hitsOf(ranked.map(({ row }) => row))
        const better = kind === 'passage' ? telling(index, any, hits) : new Map<ArticleId, number>()
        const shown =
          better.size === 0 ? hits : hitsOf(ranked.map(({ articleId, row }) => better.get(articleId) ?? row))
        return { total: ranked[0]?.total ?? 0, hits: shown }
      }
      const results = { articles: group('passage'), highlights: group('highlight'), notes: group('note') }
      return { ...results, partial: partial && matches.length > 0 }
    },
  }
}

/** For articles found by their titles alone, a passage that holds some of the words too, else the first one. */
function telling(index: SearchDeps['index'], any: string, hits: readonly SearchHit[]): Map<ArticleId, number> {
  const bare = hits.filter(({ excerpt }) => excerpt.marks.length === 0).map(({ articleId }) => articleId)
  if (bare.length === 0) return new Map()
  const first = bare.flatMap((id) => {
    const row = index.firstPassage(id)
    return row === undefined ? [] : [[id, row] as const]
  })
  const within = index.matchWithin(`{section body} : (${any})`, bare, bare.length)
  return new Map([...first, ...within.map(({ articleId, row }) => [articleId, row] as const)])
}

/** More words than this are a question, of which some are enough. */
const MOST_SPREAD = 5

/** Adds the articles that hold all the words, though no passage of theirs does, behind those where one does. */
function withSpread(
  index: SearchDeps['index'],
  query: Query,
  any: string,
  without: ReadonlySet<ArticleId>,
  matches: Match[],
  limit: number,
): Match[] {
  const known = matches.filter(({ kind }) => kind === 'passage')
  const terms = eachOf(query)
  if (known.length >= limit || terms.length > MOST_SPREAD) return matches
  let articles: Set<ArticleId> | undefined
  for (const term of terms) {
    const having = index.articlesWith(term)
    articles = new Set([...(articles ?? having)].filter((id) => having.has(id)))
  }
  for (const articleId of [...without, ...known.map((match) => match.articleId)]) articles?.delete(articleId)
  if (articles === undefined || articles.size === 0) return matches
  const more = index.matchWithin(any, [...articles], limit - known.length)
  const total = known.length + articles.size
  return [...matches, ...more].map((match) => (match.kind === 'passage' ? { ...match, total } : match))
}

function hitOf(row: Found, terms: readonly Term[]): SearchHit | null {
  const { kind, articleId, articleTitle, annotationId, colour } = row
  const passage = passageOf(row)
  if (kind === 'passage') {
    if (passage === null || row.text === null) return null
    const text = segmentsOf(row.text, { ...passage, breaks: row.breaks }).join(' ')
    const title: Excerpt = { text: articleTitle, marks: marksIn(articleTitle, terms) }
    const focus = focusOf(row.text.slice(passage.start, passage.end), terms)
    const words =
      focus === null ? passage : { ...passage, start: passage.start + focus[0], end: passage.start + focus[1] }
    return { kind: 'article', articleId, articleTitle, title, excerpt: excerptOf(text, terms), passage: words }
  }
  if (annotationId === null) return null
  const words = ((kind === 'highlight' ? row.quote : row.noteText) ?? '').replace(/\s+/gu, ' ').trim()
  const hit = { articleId, articleTitle, annotationId, excerpt: excerptOf(words, terms) }
  if (kind === 'note') return { kind, ...hit, passage }
  return colour === null ? null : { kind, ...hit, passage, colour }
}

function passageOf({ snapshotId, start, end }: Found): z.infer<typeof SearchHit>['passage'] {
  return snapshotId === null || start === null || end === null ? null : { snapshotId, start, end }
}
