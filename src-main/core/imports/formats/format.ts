import type { SourceFormat } from '@shared/domain/article'
import type { Fact, Licence, Reference } from '@shared/domain/snapshot'
import type { Source } from '../read-source'

/** A source whose bytes have become text. */
export interface DecodedSource {
  readonly source: Source
  /** The whole source as a string: byte-order mark removed, line ends as they came. */
  readonly text: string
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
  /**
   * Content as an HTML fragment, not yet safe: no title (the reader shows it above), links and images as the source wrote them.
   * Infobox facts as `<table class="infobox">` or `<dl class="infobox">`, references as `<ol class="references"><li id="ref-1">`,
   * the licence line as `<p class="licence">`, categories as `<p class="categories">`. Ids need no prefix; they get `a-` later.
   */
  readonly html: string
  /** What relative links and images resolve against; null when there is nothing. */
  readonly baseUrl: string | null
  readonly facts: readonly Fact[]
  readonly references: readonly Reference[]
  readonly categories: readonly string[]
  readonly licence: Licence | null
  /** The source itself was cut short, such as a paywall stub. */
  readonly truncated: boolean
}

/** Reads one source format. Pure: the same text gives the same article. */
export interface FormatReader {
  /** Whether an `auto` source is this reader's; readers are asked in the order of read-bytes.ts. */
  matches(decoded: DecodedSource): boolean
  /** @throws LecternError too-large, nothing-to-read */
  read(decoded: DecodedSource): RawArticle
}
