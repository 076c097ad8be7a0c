import type { z } from 'zod'
import { LecternError } from '@shared/contract/errors'
import type { Related, search } from '@shared/contract/search'
import type { Found } from './found-store'
import { hitOf } from './hits'
import type { MatchStore } from './match-store'
import type { Narrowing } from './narrow-store'
import { parseQuery } from './query'
import type { RelatedStore, Subject } from './related-store'
import { documentOf, ROW_KINDS } from './row-ids'
import { salientTerms, type Salient } from './salient'

type To = z.output<typeof search.related.input>['to']
export type RelatedTo = (to: To, limit: number) => Related[]

export interface RelatedDeps {
  readonly store: RelatedStore
  readonly matches: Pick<MatchStore, 'documentsWith' | 'within'>
  readonly found: (row: number) => Found | undefined
}

/** By how many of its terms a text is known, how many of them another must share, and what share of their weight. */
const MOST_TERMS = 18
const LEAST_SHARED = 3
const LEAST_WEIGHT = 0.2
/** Words that stand in more rows than this share do not tell texts apart; small libraries have few rows. */
const COMMON = 0.03
const LEAST_COMMON = 40
const MOST_NAMED = 4

const EVERYWHERE: Narrowing = { kinds: new Set(ROW_KINDS), articles: '1', rows: '1', params: {}, narrows: false }

/** Makes the function that finds the articles which share a text's own words. */
export function createRelated({ store, matches, found }: RelatedDeps): RelatedTo {
  return (to, limit) => {
    const subject = subjectOf(store, to)
    const rows = store.rowCount()
    const most = Math.max(LEAST_COMMON, rows * COMMON)
    const terms = salientTerms(subject, { rows, most, frequency: (term) => store.frequency(term) }, MOST_TERMS)
    const own = subject.articleId === null ? undefined : store.documentOf(subject.articleId)
    const shared = new Map<number, Salient[]>()
    for (const term of terms) {
      for (const document of matches.documentsWith(`"${term.term}"`, EVERYWHERE)) {
        if (document !== own) shared.set(document, [...(shared.get(document) ?? []), term])
      }
    }
    const all = weightOf(terms)
    const least = Math.min(LEAST_SHARED, terms.length)
    const ranked = [...shared]
      .map(([document, theirs]) => ({ document, theirs, weight: weightOf(theirs) / all }))
      .filter(({ theirs, weight }) => theirs.length >= least && weight >= LEAST_WEIGHT)
      .sort((a, b) => b.weight - a.weight || b.document - a.document)
      .slice(0, limit)
    const places = new Map(ranked.map(({ document }, at) => [document, at]))
    const any = terms.map(({ term }) => `"${term}"`).join(' OR ')
    const best = any === '' ? [] : matches.within(any, places.keys(), EVERYWHERE, limit)
    return best
      .map(({ row }) => ({ row, place: places.get(documentOf(row)) ?? limit }))
      .sort((a, b) => a.place - b.place)
      .flatMap(({ row, place }): Related[] => {
        const value = found(row)
        const names = (ranked[place]?.theirs ?? []).slice(0, MOST_NAMED).map(({ written }) => written)
        const hit = value && hitOf(value, parseQuery(`${names.map((name) => `"${name}"`).join(' ')} `).wanted)
        return hit?.kind === 'article' ? [{ ...hit, shared: names }] : []
      })
  }
}

function weightOf(terms: readonly Salient[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0)
}

function subjectOf(store: RelatedStore, to: To): Subject {
  const found =
    to.kind === 'annotation'
      ? store.annotation(to.annotationId)
      : to.kind === 'own-note'
        ? store.note(to.noteId)
        : store.article(to.articleId)
  if (found === undefined) {
    throw new LecternError('not-found', 'That is not in the library any more, so nothing can be found that is like it.')
  }
  return to.kind === 'passage' ? { ...found, title: '', text: found.text.slice(to.start, to.end) } : found
}
