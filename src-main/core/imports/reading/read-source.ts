import type { SourceFormat } from '@shared/domain/article'
import type { AssetId } from '@shared/domain/ids'
import type { StyleSheet } from '../images/background-images'
import type { IndexedPassage } from '../../text/indexed-passages'
import type { Fact, OutlineEntry, Reference, SnapshotLicence } from '@shared/domain/snapshot'
import type { SnapshotDetails } from '@shared/domain/snapshot-details'

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
  /** The host and port of a page that was fetched from this computer or its network: its images may come from there, and no other's. */
  readonly privateHost?: string
  /** The further pages of a text that was saved page by page, in order. */
  readonly next?: readonly Uint8Array<ArrayBuffer>[]
  /** Set to read the whole page, cleaned, rather than the article on it. */
  readonly whole?: WholePage
  /** Set where nothing is stored: images of the web are not fetched but stood in for (stand-in.ts). */
  readonly standIns?: true
  /** Style sheets that were fetched with a page, for the pictures that only they show. */
  readonly sheets?: readonly StyleSheet[]
  /** Where relative references (images beside a saved page) are looked up; null when there is no such place. */
  readonly folder: SourceFolder | null
  /** The ZIM archive that the page was taken from: its file, and the page's namespace and path. Images are looked up there. */
  readonly archive?: { readonly file: string; readonly path: string }
}

/** How a page is read as a whole. */
export interface WholePage {
  /** What an image's address in the page became when it was saved: nothing is fetched again. */
  readonly images: ImageAssets
  /**
   * The parts that are the article, each the indexes of an element among the elements of its parent, from the content root down;
   * null for all of the page.
   */
  readonly parts: readonly (readonly number[])[] | null
}

/** Which asset an image's address, as the page writes it, became. Images within the source itself are not in it. */
export type ImageAssets = Readonly<Record<string, AssetId>>

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
  /** One of `assets`, or of the pictures that were kept before. */
  readonly leadImage: AssetId | null
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
  readonly licence: SnapshotLicence | null
  /** What a wiki says of its page; null for other sources. */
  readonly details: SnapshotDetails | null
  /** Every address that leads to the article, `sourceUrl` among them: http or https. */
  readonly addresses: readonly string[]
  readonly truncated: boolean
  readonly assets: readonly ReadAsset[]
  readonly images: ImageAssets
  /** What search keeps of the text, worked out where it blocks nobody. */
  readonly passages: readonly IndexedPassage[]
  /** Images that the article had and that could not be kept. */
  readonly missingImages: number
}

/**
 * Reads a source. Once `signal` comes nobody waits for the answer, and reading may end where it is.
 * @throws LecternError unsupported-format, too-large, nothing-to-read, timed-out
 */
export type ReadSource = (source: Source, signal?: AbortSignal) => Promise<ReadArticle>
