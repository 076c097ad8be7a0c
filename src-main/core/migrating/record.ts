import type { HighlightColour } from '@shared/domain/colour'
import type { ReadingStatus } from '@shared/domain/article'
import type { EpochMs } from '@shared/domain/time'

/** Words of a note as the other tool wrote them. `text` is plain, perhaps with tags of HTML in it. */
export interface GivenNote {
  readonly kind: 'text' | 'markdown' | 'html'
  readonly value: string
}

/** Where in the given files something stands. */
export interface Where {
  readonly file: string
  /** Line of a table or text, from 1; the number of the entry in other files; null for a whole file. */
  readonly line: number | null
}

/** A quotation that a person marked, before it has a place in a text of the library. */
export interface QuoteRecord {
  readonly where: Where
  /** The words, as plain text. */
  readonly exact: string
  /** What stood around them, where the tool kept it; else empty. */
  readonly prefix: string
  readonly suffix: string
  /** Where they stood, in words, such as `page 12`; empty when unknown. */
  readonly location: string
  readonly note: GivenNote | null
  readonly colour: HighlightColour
  readonly tags: readonly string[]
  readonly createdAt: EpochMs | null
}

/** An article as another tool knows it. Several records may be of one article. */
export interface ArticleRecord {
  readonly where: Where
  /** http or https; null for books and the like. */
  readonly url: string | null
  readonly title: string | null
  readonly author: string | null
  readonly tags: readonly string[]
  readonly addedAt: EpochMs | null
  /** ISO 8601. */
  readonly publishedAt: string | null
  /** Null when the tool does not say. */
  readonly status: ReadingStatus | null
  readonly favourite: boolean
  /** A description, in plain text. */
  readonly excerpt: string | null
  /** Notes on the whole. */
  readonly notes: readonly GivenNote[]
  readonly quotes: readonly QuoteRecord[]
  /** Gives the HTML page that the tool saved; null when it kept none. */
  readonly page: (() => string | null) | null
}

/** Something that could not be read. */
export interface Problem {
  readonly where: Where
  readonly message: string
}

/** What a reader found in a file. */
export interface Found {
  readonly articles: readonly ArticleRecord[]
  readonly problems: readonly Problem[]
}

/** A file of an export, decoded. */
export interface GivenFile {
  /** Path within what was given, `/` between parts. */
  readonly name: string
  readonly text: string
}

/** What a reader may look at. */
export interface Reading extends GivenFile {
  /** The value of a JSON file; undefined of any other. */
  readonly json: unknown
  /** Gives another file of the same export, by its path from the folder that this one is in; null when there is none. */
  sibling(path: string): (() => string | null) | null
}

/** Reads one tool's export. Recognised by what is in the file, never by its name. */
export interface FormatReader {
  readonly id: string
  /** The tool, as people call it. */
  readonly tool: string
  recognises(file: Reading): boolean
  read(file: Reading): Found
}

/** An article record with what is not said left empty. */
export function articleRecord(given: Partial<ArticleRecord> & Pick<ArticleRecord, 'where'>): ArticleRecord {
  return {
    ...{ url: null, title: null, author: null, tags: [], addedAt: null, publishedAt: null, status: null },
    ...{ favourite: false, excerpt: null, notes: [], quotes: [], page: null },
    ...given,
  }
}

/** A quote record with what is not said left empty. */
export function quoteRecord(given: Partial<QuoteRecord> & Pick<QuoteRecord, 'where' | 'exact'>): QuoteRecord {
  return {
    ...{ prefix: '', suffix: '', location: '', note: null, colour: 'yellow' as const, tags: [], createdAt: null },
    ...given,
  }
}
