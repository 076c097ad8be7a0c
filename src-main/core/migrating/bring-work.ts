import { randomUUID } from 'node:crypto'
import type { TextTarget } from '@shared/domain/annotation'
import { AnnotationId, type ArticleId, type AssetId, type SnapshotId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import type { Tag } from '@shared/domain/tag'
import { createQuoteFinder, quoteAt } from '@shared/text/find-quote'
import type { Assessed } from './assess'
import { excerptsPage, type ExcerptsPage } from './excerpts-page'
import type { ArticleState, MigratingStore } from './migrating-store'
import { noteOf } from './notes/note-of'
import { titleOf } from './plan'
import type { Quote, Work } from './works'

/** What an article is, as far as its excerpts say. */
export interface GivenExcerpts {
  readonly title: string
  readonly url: string | null
  readonly byline: string | null
  readonly publishedAt: string | null
  readonly excerpt: string
  readonly html: string
  readonly text: string
}

/** Where excerpts are from. */
export interface GivenOrigin {
  readonly fileName: string
  readonly original: AssetId
  readonly originalBytes: number
  readonly importedAt: number
}

/** How articles are written, by the parts of the core that own them. */
export interface Writing {
  readonly pages: {
    addExcerpts(excerpts: GivenExcerpts, origin: GivenOrigin): ArticleId
    extendExcerpts(articleId: ArticleId, excerpts: GivenExcerpts, origin: GivenOrigin): void
    addBeside(articleId: ArticleId, excerpts: GivenExcerpts, origin: GivenOrigin): SnapshotId
  }
  readonly annotations: {
    /** Answers how many of them were not found in the article's text. */
    bringIn(
      articleId: ArticleId,
      highlights: readonly {
        id: AnnotationId
        target: TextTarget
        colour: Quote['colour']
        tags: readonly Tag[]
        note: NoteDocument | null
        createdAt: number
      }[],
    ): number
    articleNote(articleId: ArticleId, newId: AnnotationId, now: number): AnnotationId | undefined
    saveNote(id: AnnotationId, baseRevision: number, document: NoteDocument, now: number): unknown
  }
  readonly store: MigratingStore
  /** Spells tags as the library does. */
  readonly spell: (tags: readonly string[]) => Tag[]
  readonly now: () => number
}

/** What became of a work. */
export interface Brought {
  readonly articleId: ArticleId
  readonly isNew: boolean
  readonly placed: number
  readonly orphaned: number
  readonly waiting: number
  readonly notes: number
}

/**
 * Brings one work in, in its caller's transaction: a new article of excerpts, or what an article of the library does not have yet.
 * @param articleId the article that it is, or has become just now; null to make one
 */
export function bringWork(
  work: Work,
  { quotes, notes, isAgain }: Pick<Assessed, 'quotes' | 'notes' | 'isAgain'>,
  articleId: ArticleId | null,
  isNew: boolean,
  origin: GivenOrigin,
  writing: Writing,
): Brought {
  const { store, spell, now } = writing
  const placing = articleId === null ? addNew(work, quotes, origin, writing) : addTo(articleId, quotes, origin, writing)
  const id = placing.articleId
  if (!isAgain) {
    const { addedAt, author, favourite, status } = work
    const own = isNew ? { addedAt, status } : { addedAt: null, status: null }
    store.setFacts(id, { ...own, favourite, byline: author })
    store.addTags(id, spell(work.tags))
  }
  const highlights = quotes.flatMap((quote) => {
    const target = placing.targets.get(quote.key)
    if (target === undefined) return []
    const { colour, createdAt, note, tags } = quote
    const document = note === null ? null : noteOf([note])
    const brought = { colour, target, tags: spell(tags), note: document, createdAt: createdAt ?? now() }
    return [{ id: AnnotationId.parse(randomUUID()), ...brought }]
  })
  const orphaned = highlights.length === 0 ? 0 : writing.annotations.bringIn(id, highlights)
  const whole = addNotes(id, notes, writing)
  store.remember(id, [work.key, ...quotes.map(({ key }) => key), ...notes.map(({ key }) => key)], now())
  const found = highlights.length - orphaned
  return {
    ...{ articleId: id, isNew, orphaned },
    placed: placing.isText ? found : 0,
    waiting: placing.isText ? 0 : found,
    notes: whole + highlights.filter(({ note }) => note !== null).length,
  }
}

interface Placing {
  readonly articleId: ArticleId
  readonly targets: ReadonlyMap<string, TextTarget>
  /** Whether the article has a text that the quotations are from. */
  readonly isText: boolean
}

function addNew(work: Work, quotes: readonly Quote[], origin: GivenOrigin, { pages, store }: Writing): Placing {
  const page = excerptsPage(work, quotes)
  const { url, author, publishedAt, excerpt } = work
  const facts = { title: titleOf(work), url, byline: author, publishedAt, excerpt: excerpt ?? '' }
  const articleId = pages.addExcerpts({ ...facts, html: page.html, text: page.text }, origin)
  return { articleId, targets: targetsIn(page, stateOf(articleId, store).snapshotId), isText: false }
}

function addTo(
  articleId: ArticleId,
  quotes: readonly Quote[],
  origin: GivenOrigin,
  { pages, store }: Writing,
): Placing {
  const article = stateOf(articleId, store)
  const facts = factsOf(article)
  if (article.format === 'excerpts') {
    if (quotes.length === 0) return { articleId, targets: new Map(), isText: false }
    const page = excerptsPage({ url: article.sourceUrl, excerpt: article.excerpt }, quotes, article)
    pages.extendExcerpts(articleId, { ...facts, html: page.html, text: page.text }, origin)
    return { articleId, targets: targetsIn(page, stateOf(articleId, store).snapshotId), isText: false }
  }
  const { snapshotId, text } = article
  const finder = createQuoteFinder(text)
  const targets = new Map<string, TextTarget>()
  const rest: Quote[] = []
  for (const quote of quotes) {
    const position = finder.find(quote)
    if (position === null) rest.push(quote)
    else targets.set(quote.key, { snapshotId, position, quote: quoteAt(text, position) })
  }
  if (rest.length > 0) {
    // Their words stand in a version of their own, from which they are moved like those of any earlier version.
    const page = excerptsPage({ url: article.sourceUrl, excerpt: null }, rest)
    const beside = pages.addBeside(articleId, { ...facts, html: page.html, text: page.text }, origin)
    for (const [key, target] of targetsIn(page, beside)) targets.set(key, target)
  }
  return { articleId, targets, isText: true }
}

function factsOf({ title, sourceUrl, byline, publishedAt, excerpt }: ArticleState) {
  return { title, url: sourceUrl, byline, publishedAt, excerpt }
}

function stateOf(articleId: ArticleId, store: MigratingStore): ArticleState {
  const state = store.state(articleId)
  if (state === undefined) throw new Error('An article that was just written is not there.')
  return state
}

function targetsIn({ text, places }: ExcerptsPage, snapshotId: SnapshotId): Map<string, TextTarget> {
  return new Map(
    Array.from(places, ([key, position]) => [key, { snapshotId, position, quote: quoteAt(text, position) }]),
  )
}

/** Adds notes on the whole below what a person has written there. */
function addNotes(articleId: ArticleId, notes: Assessed['notes'], { annotations, store, now }: Writing): number {
  const document = noteOf(notes.map(({ note }) => note))
  if (document === null) return 0
  const id = annotations.articleNote(articleId, AnnotationId.parse(randomUUID()), now())
  if (id === undefined) return 0
  const { revision, body } = store.note(id)
  annotations.saveNote(id, revision, { version: 1, blocks: [...(body?.blocks ?? []), ...document.blocks] }, now())
  return notes.length
}
