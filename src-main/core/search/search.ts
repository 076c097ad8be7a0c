import type { Handlers } from '@shared/contract'
import type { SearchResults } from '@shared/contract/search'
import type { CompleteStore } from './complete-store'
import { createFind, type FoundResults } from './find'
import type { Found } from './found-store'
import type { MatchStore } from './match-store'
import type { Meanings, Narrowing, NarrowStore } from './narrow-store'
import { parseQuery, type Query } from './query'
import type { RelatedArticles } from './related'
import { createSpelling, type SpellingDeps } from './spelling'

export interface SearchDeps {
  readonly matches: MatchStore
  readonly found: (row: number) => Found | undefined
  readonly narrow: NarrowStore
  readonly words: SpellingDeps['words'] & { formsOf(word: string): string[] }
  readonly complete: CompleteStore
  readonly alike: RelatedArticles
  /** How many articles are not in the index yet. */
  readonly pending: () => number
  readonly meanings: () => Meanings
}

/** Answers the search calls of the contract. */
export function searchHandlers(deps: SearchDeps): Handlers['search'] {
  const { matches, found, narrow, words, complete, alike, pending, meanings } = deps
  const find = createFind({ matches, found })
  const spelling = createSpelling({ words })
  /** What holds all the words; while the last says too little and nothing holds it, what holds the others. */
  const findAll = (query: Query, narrowing: Narrowing, limit: number): FoundResults => {
    const all = find(query, narrowing, 'all', limit)
    const finished = query.wanted.filter((term) => !term.short)
    if (countOf(all) > 0 || finished.length === query.wanted.length || finished.length === 0) return all
    return find({ ...query, wanted: finished }, narrowing, 'all', limit)
  }
  return {
    query({ text, limit }): SearchResults {
      const read = (typed: string) => parseQuery(typed, (word) => words.formsOf(word))
      const query = read(text)
      const narrowing = narrow(query.filters, meanings())
      const rest = { partial: false, didYouMean: null, pending: pending() }
      const exact = findAll(query, narrowing, limit)
      const better = spelling(text, query, countOf(exact) > 0)
      if (countOf(exact) > 0) {
        return { ...exact, ...rest, didYouMean: better === null ? null : { text: better, shown: false } }
      }
      if (better !== null) {
        const meant = find(read(better), narrowing, 'all', limit)
        if (countOf(meant) > 0) return { ...meant, ...rest, didYouMean: { text: better, shown: true } }
      }
      if (query.wanted.length < 2) return { ...exact, ...rest }
      const some = find(query, narrowing, 'some', limit)
      return { ...some, ...rest, partial: countOf(some) > 0 }
    },
    complete: ({ operator, value, limit }) => complete(operator, value, limit),
    subject: ({ to }) => alike.subject(to),
    related: ({ to, limit }) => alike.related(to, limit),
  }
}

function countOf({ articles, highlights, notes, answers }: FoundResults): number {
  return articles.total + highlights.total + notes.total + answers.total
}
