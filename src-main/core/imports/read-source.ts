import type { SourceFormat } from '@shared/domain/article'
import type { AssetId } from '@shared/domain/ids'
import type { IndexedPassage } from '../text/indexed-passages'
import type { Fact, Licence, OutlineEntry, Reference } from '@shared/domain/snapshot'

/** The folder of what was dropped together, and where in it the page is. */
export interface SourceFolder {
  /** Nothing outside it is read, whatever a page refers to. */
  readonly root: string
  /** The page's own folder within `root`, `/` between parts; empty when it is `root` itself. */
  readonly page: string
}

/** The bytes of a source and what is known of where they came from. */
export interface Source {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** File name or path, for its extension and as a last resort for a title; empty for pasted text. */
  readonly name: string
  /** `auto` looks at the name and the bytes. */
  readonly format: 'auto' | 'html' | 'markdown' | 'text'
  readonly via: 'file' | 'web' | 'paste' | 'sample'
  /** The address it was fetched from, when it was. A saved page's own statement is used otherwise. */
  readonly url: string | null
  /** The HTTP `Content-Type`, when it was fetched. */
  readonly contentType: string | null
  /** Where relative references (images beside a saved page) are looked up; null when there is no such place. */
  readonly folder: SourceFolder | null
}

/** An image that the article shows. */
export interface ReadAsset {
  readonly id: AssetId
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What a source says, ready to be stored. The same bytes always give the same result. */
export interface ReadArticle {
  readonly format: SourceFormat
  readonly title: string
  readonly byline: string | null
  readonly siteName: string | null
  readonly sourceUrl: string | null
  /** ISO 8601, as precise as the source. */
  readonly publishedAt: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
  readonly excerpt: string
  readonly wordCount: number
  /** Sanitised HTML fragment; images point to `/assets/<AssetId>`. */
  readonly html: string
  /** `textContent` of `html` as parse5 reads it. */
  readonly text: string
  readonly textVersion: number
  /** SHA-256 of `text` in UTF-8, lower-case hexadecimal. */
  readonly textHash: string
  readonly outline: readonly OutlineEntry[]
  readonly facts: readonly Fact[]
  readonly references: readonly Reference[]
  readonly categories: readonly string[]
  readonly licence: Licence | null
  readonly truncated: boolean
  readonly assets: readonly ReadAsset[]
  /** What search keeps of the text, worked out where it blocks nobody. */
  readonly passages: readonly IndexedPassage[]
  /** Images that the article had and that could not be kept. */
  readonly missingImages: number
}

/**
 * Reads a source.
 * @throws LecternError unsupported-format, too-large, nothing-to-read, timed-out
 */
export type ReadSource = (source: Source) => Promise<ReadArticle>
