import type { SourceFormat } from '@shared/domain/article'
import type { Fact, Licence, Reference } from '@shared/domain/snapshot'
import type { SnapshotDetails } from '@shared/domain/snapshot-details'
import type { Fragment } from '../html/html-tree'
import type { Source } from '../reading/read-source'

/** A source as a format reader gets it. */
export interface ReaderInput {
  readonly source: Source
  /**
   * The whole source as a string: byte-order mark removed, line ends as they came. Decoded at the first call; packages of files
   * are read from `source.bytes` and never ask for it.
   */
  text(): string
}

/** Files that came inside the source itself: an e-book's pictures, the parts of an MHTML page. */
export interface PackagedFiles {
  /**
   * @param url absolute, without fragment: the address a file was saved from, a `cid:` one, or `package:/path` where the package
   *   has paths
   * @returns null when the package has no such file, or it is damaged or too large
   */
  get(url: string): Uint8Array<ArrayBuffer> | null
}

/**
 * What a format reader found, before the steps that every format shares: links resolved, images loaded, HTML sanitised,
 * text, outline, language and word count taken (see finish.ts).
 */
export interface RawArticle {
  readonly format: SourceFormat
  /** Plain text; null when the source states none (the first heading, then the file's name, take its place). */
  readonly title: string | null
  readonly byline: string | null
  readonly siteName: string | null
  /** http or https; null when the source does not say. `source.url` is used then. */
  readonly sourceUrl: string | null
  /** ISO 8601, as precise as the source. */
  readonly publishedAt: string | null
  /** BCP 47 tag that the source states; believed only if the text agrees. */
  readonly declaredLanguage: string | null
  /** The source's own summary, plain text; null to take the first sentences. */
  readonly excerpt: string | null
  /** Address of the picture that stands for the article, in it or not; absent when the source names none. */
  readonly leadImage?: string | null
  /**
   * Content as an HTML fragment, not yet safe: no title (the reader shows it above), links and images as the source wrote them.
   * Infobox facts as `<table class="infobox">` or `<dl class="infobox">`, references as `<ol class="references"><li id="ref-1">`,
   * the licence line as `<p class="licence">`, categories as `<p class="categories">`. Ids need no prefix; they get `a-` later.
   */
  readonly html: string
  /** The same as a tree, where the reader has one: `html` is empty then. It is used up. */
  readonly tree?: Fragment
  /** What relative links and images resolve against; null when there is nothing. */
  readonly baseUrl: string | null
  readonly facts: readonly Fact[]
  readonly references: readonly Reference[]
  readonly categories: readonly string[]
  readonly licence: Licence | null
  /** Where the authors are named when the page itself does not; absent when there is no such place. */
  readonly authorsUrl?: string | null
  /** What a wiki says of its page beside all this; absent for other sources. */
  readonly details?: SnapshotDetails
  /** Other addresses of the same page, such as redirects to it and this revision's own: http or https. */
  readonly addresses?: readonly string[]
  /** The source itself was cut short, such as a paywall stub. */
  readonly truncated: boolean
  /** Asked first for every image; null when the source is one file. */
  readonly packaged: PackagedFiles | null
}

/** Reads one source format. Pure: the same bytes give the same article. */
export interface FormatReader {
  /** Whether an `auto` source is this reader's; readers are asked in the order of read-bytes.ts. */
  matches(input: ReaderInput): boolean
  /** @throws LecternError unsupported-format, too-large, nothing-to-read */
  read(input: ReaderInput): RawArticle | Promise<RawArticle>
}
