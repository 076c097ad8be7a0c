import type { z } from 'zod'
import { LecternError } from '@shared/contract/errors'
import type { Related, RelatedTo, search } from '@shared/contract/search'
import type { Found } from './found-store'
import { hitOf } from './hits'
import type { MatchStore } from './match-store'
import type { Narrowing } from './narrow-store'
import { parseQuery } from './query'
import type { RelatedStore, Subject } from './related-store'
import { documentOf, ROW_KINDS } from './row-ids'
import { salientTerms, type Salient } from './salient'

/** The most of a subject's words that are told, in UTF-16 units. */
const MOST_WORDS = 400

/** Answers what others are like a text, and what that text is. */
export interface RelatedArticles {
  related(to: RelatedTo, limit: number): Related[]
  subject(to: RelatedTo): z.output<typeof search.subject.output>
}

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

/** Finds the articles which share a text's own words. */
export function createRelated({ store, matches, found }: RelatedDeps): RelatedArticles {
  const subject = (to: RelatedTo) => {
    const { articleId, title, text } = subjectOf(store, to)
    return { articleId, title, words: to.kind === 'article' ? '' : cut(text.trim(), MOST_WORDS) }
  }
  const related = (to: RelatedTo, limit: number): Related[] => {
    const whole = subjectOf(store, to)
    // The title of its article says little of a passage.
    const known = to.kind === 'passage' || to.kind === 'annotation' ? { ...whole, title: '' } : whole
    const rows = store.rowCount()
    const most = Math.max(LEAST_COMMON, rows * COMMON)
    const terms = salientTerms(known, { rows, most, frequency: (term) => store.frequency(term) }, MOST_TERMS)
    const own = known.articleId === null ? undefined : store.documentOf(known.articleId)
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
  return { related, subject }
}

/** A text's beginning, cut between words and not within a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const [kept = ''] = /^.*(?=\s)/su.exec(text.slice(0, most)) ?? []
  return `${kept === '' ? text.slice(0, most).replace(/\p{Cs}$/u, '') : kept}…`
}

function weightOf(terms: readonly Salient[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0)
}

function subjectOf(store: RelatedStore, to: RelatedTo): Subject {
  const found =
    to.kind === 'annotation'
      ? store.annotation(to.annotationId)
      : to.kind === 'own-note'
        ? store.note(to.noteId)
        : store.article(to.articleId)
  if (found === undefined) {
    throw new LecternError('not-found', 'That is not in the library any more, so nothing can be found that is like it.')
  }
  return to.kind === 'passage' ? { ...found, text: found.text.slice(to.start, to.end) } : found
}
