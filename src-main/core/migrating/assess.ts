import type { MigratedState } from '@shared/contract/migrating'
import type { ArticleId } from '@shared/domain/ids'
import { urlKey } from '@shared/text/url-key'
import type { MigratingStore } from './migrating-store'
import { sameWords, titleKey, type Quote, type Work } from './works'

/** What a work is to the library. */
export interface Assessed {
  readonly state: MigratedState
  /** The article that it is already; null when it is new. */
  readonly articleId: ArticleId | null
  /** Whether its tags and the like were brought in before. */
  readonly isAgain: boolean
  readonly quotes: readonly Quote[]
  readonly notes: Work['notes']
  /** Quotations that are there already. */
  readonly known: number
}

type Lookup = Pick<MigratingStore, 'byAddress' | 'byRecord' | 'titles' | 'keysOf' | 'quotesOf'>

/** Makes the function that says what a work is to the library as it is now. */
export function createAssess(store: Lookup): (work: Work) => Assessed {
  const byTitle = new Map<string, ReturnType<Lookup['titles']>>()
  for (const article of store.titles()) {
    const key = titleKey(article.title)
    byTitle.set(key, [...(byTitle.get(key) ?? []), article])
  }

  const named = ({ title, author, url }: Work): ArticleId | null => {
    const key = titleKey(title ?? '')
    if (key === '') return null
    const fitting = (byTitle.get(key) ?? []).filter(
      ({ byline, isLoose }) => (url === null || isLoose) && mayBeSame(author, byline),
    )
    return fitting.length === 1 ? (fitting[0]?.id ?? null) : null
  }

  return (work) => {
    const address = work.url === null ? null : urlKey(work.url)
    const found = (address === null ? undefined : store.byAddress(address)) ?? store.byRecord(work.key)
    const articleId = found?.articleId ?? named(work)
    const all = { quotes: work.quotes, notes: work.notes, known: 0, isAgain: false }
    if (articleId === null) {
      const state = work.page !== null ? 'with-text' : work.url !== null ? 'by-address' : 'quotes-only'
      return { ...all, state, articleId }
    }
    if (found?.isTrashed === true) return { ...all, state: 'in-trash', articleId, quotes: [], notes: [] }
    const keys = store.keysOf(articleId)
    const words = new Set(store.quotesOf(articleId).map(sameWords))
    const quotes = work.quotes.filter(({ key, exact }) => !keys.has(key) && !words.has(sameWords(exact)))
    const notes = work.notes.filter(({ key }) => !keys.has(key))
    const known = work.quotes.length - quotes.length
    return { state: 'known', articleId, isAgain: keys.has(work.key), quotes, notes, known }
  }
}

/** Whether two names may be of the same author: one is unknown, or they share a word. */
function mayBeSame(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true
  const words = new Set(titleKey(a).split(' '))
  return titleKey(b)
    .split(' ')
    .some((word) => word.length > 2 && words.has(word))
}
