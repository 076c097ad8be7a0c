/** A person or body, as CSL-JSON writes names. */
export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly suffix?: string
  /** A name that is not taken apart: an organisation, or one from a script without that order. */
  readonly literal?: string
}

/** A day, month or year, as CSL-JSON writes dates: `[[2023, 2, 17]]`. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]]
}

/** A source in CSL-JSON (CSL 1.0.2, schema csl-data.json), with the fields that Lectern knows. */
export interface CslItem {
  readonly id: string
  readonly type: 'webpage' | 'article-newspaper' | 'article-journal' | 'book' | 'entry-encyclopedia' | 'post-weblog'
  readonly title: string
  readonly author?: readonly CslName[]
  /** Site, newspaper, journal or encyclopedia that it stands in. */
  readonly 'container-title'?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly URL?: string
  readonly DOI?: string
  readonly ISBN?: string
  readonly language?: string
  /** Revision of a wiki page. */
  readonly version?: string
}
