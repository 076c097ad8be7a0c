import { createHash } from 'node:crypto'
import { fold } from '@shared/text/fold'
import { forgive } from '@shared/text/forgiving-find'
import { urlKey } from '@shared/text/url-key'
import type { ArticleRecord, GivenNote, QuoteRecord, Where } from './record'

/** A quotation of a work, with what it is known by. */
export interface Quote extends QuoteRecord {
  /** The same for the same words of the same work, whichever tool they came from. */
  readonly key: string
}

/** One article or book, with all that the given files say of it. */
export interface Work extends Omit<ArticleRecord, 'quotes' | 'notes'> {
  /** The same for the same address, or title and author. */
  readonly key: string
  readonly quotes: readonly Quote[]
  /** Notes on the whole, each with what it is known by. */
  readonly notes: readonly { readonly key: string; readonly note: GivenNote }[]
}

/** The works of some records, and what the records say twice. */
export interface Works {
  readonly works: readonly Work[]
  readonly repeated: readonly Where[]
}

interface Draft {
  record: ArticleRecord
  readonly quotes: Map<string, Quote>
  readonly notes: Map<string, GivenNote>
}

/**
 * Brings records of the same article together: by address, or by title and author where there is none. A record without an address
 * joins the one article with an address that has its title, if there is just one.
 */
export function worksOf(records: readonly ArticleRecord[]): Works {
  const drafts = new Map<string, Draft>()
  const repeated: Where[] = []
  const byTitle = titlesOf(records)
  for (const record of records) {
    const key = keyOf(record, byTitle)
    const known = drafts.get(key)
    const draft = known ?? { record, quotes: new Map<string, Quote>(), notes: new Map<string, GivenNote>() }
    if (known === undefined) drafts.set(key, draft)
    else draft.record = joined(known.record, record)
    let fresh = known === undefined
    for (const quote of record.quotes) {
      const quoteKey = hash('quote', key, sameWords(quote.exact))
      const before = draft.quotes.get(quoteKey)
      if (before === undefined) {
        draft.quotes.set(quoteKey, { ...quote, key: quoteKey })
        fresh = true
      } else {
        draft.quotes.set(quoteKey, joinedQuote(before, quote))
        if (known === undefined || before.where.line !== quote.where.line) repeated.push(quote.where)
      }
    }
    for (const note of record.notes) {
      const noteKey = hash('note', key, sameWords(note.value))
      if (!draft.notes.has(noteKey)) fresh = true
      draft.notes.set(noteKey, note)
    }
    if (!fresh && record.quotes.length === 0) repeated.push(record.where)
  }
  const works = [...drafts].map(([key, { record, quotes, notes }]) => ({
    ...record,
    key: hash('work', key),
    quotes: [...quotes.values()],
    notes: [...notes].map(([noteKey, note]) => ({ key: noteKey, note })),
  }))
  return { works, repeated }
}

/** What words are the same by: without case, accents, white space and kinds of quotation marks. */
export function sameWords(text: string): string {
  return (
    forgive(text, false)
      .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim() || text.trim()
  )
}

/** A title as two tools would both write it. */
export function titleKey(title: string): string {
  return fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The addresses of each title that records with addresses have. */
function titlesOf(records: readonly ArticleRecord[]): Map<string, Set<string>> {
  const titles = new Map<string, Set<string>>()
  for (const { url, title } of records) {
    const key = url === null ? null : urlKey(url)
    if (key === null || title === null) continue
    const name = titleKey(title)
    titles.set(name, (titles.get(name) ?? new Set<string>()).add(key))
  }
  return titles
}

function keyOf({ url, title, author }: ArticleRecord, byTitle: ReadonlyMap<string, ReadonlySet<string>>): string {
  const address = url === null ? null : urlKey(url)
  if (address !== null) return address
  const name = titleKey(title ?? '')
  const [only, ...others] = byTitle.get(name) ?? []
  if (only !== undefined && others.length === 0 && name.length >= 8) return only
  return `${name}\n${titleKey(author ?? '')}`
}

function joined(a: ArticleRecord, b: ArticleRecord): ArticleRecord {
  const earlier = a.addedAt !== null && b.addedAt !== null ? Math.min(a.addedAt, b.addedAt) : (a.addedAt ?? b.addedAt)
  const isName = (title: string | null) => title !== null && !/^https?:\/\//iu.test(title)
  return {
    ...a,
    url: a.url ?? b.url,
    title: isName(a.title) ? a.title : (b.title ?? a.title),
    author: a.author ?? b.author,
    tags: [...new Set([...a.tags, ...b.tags])],
    addedAt: earlier,
    publishedAt: a.publishedAt ?? b.publishedAt,
    status: a.status ?? b.status,
    favourite: a.favourite || b.favourite,
    excerpt: a.excerpt ?? b.excerpt,
    page: a.page ?? b.page,
  }
}

function joinedQuote(a: Quote, b: QuoteRecord): Quote {
  return {
    ...a,
    note: a.note ?? b.note,
    tags: [...new Set([...a.tags, ...b.tags])],
    createdAt: a.createdAt ?? b.createdAt,
    prefix: a.prefix || b.prefix,
    suffix: a.suffix || b.suffix,
    location: a.location || b.location,
  }
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32)
}
