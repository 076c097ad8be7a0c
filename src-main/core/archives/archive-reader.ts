/** What an archive says of itself. */
export interface ArchiveFacts {
  readonly uuid: string
  readonly title: string
  readonly description: string | null
  readonly language: string | null
  readonly creator: string | null
  readonly publisher: string | null
  readonly date: string | null
  readonly articleCount: number
  /** Of the file or all its parts, in bytes. */
  readonly bytes: number
  /** Entry of its picture. */
  readonly icon: string | null
}

/** A title of an archive, redirects followed. */
export interface TitleFound {
  readonly title: string
  readonly path: string
  readonly of: string | null
}

/** Some titles of a longer list. */
export interface TitlesFound {
  readonly titles: TitleFound[]
  readonly next: number | null
  /** How much of the list has been looked at, from 0 to 1. */
  readonly share: number
}

/** An entry with its bytes. */
export interface EntryBytes {
  readonly path: string
  readonly title: string
  /** Without parameters, in lower case. */
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where it was taken from: http or https. */
  readonly sourceUrl: string | null
}

/** A page made safe to show. */
export interface PreviewPage {
  readonly html: string
  readonly title: string
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
}

interface InFile {
  /** Path of the archive's file. */
  readonly file: string
}

/** An entry by namespace and path; null is the page to begin with. */
interface InEntry extends InFile {
  readonly path: string | null
}

/**
 * Reads archives. Unpacking is work, so the hosts do it in a worker thread; each method takes one plain value and answers one,
 * which can cross to it. Every method throws LecternError archive-missing, archive-damaged, unsupported-format; those that read
 * an entry also not-found and too-large.
 */
export interface ArchiveReader {
  /** Opens an archive and checks it: a small one through and through, a large one at the ends of its tables. */
  describe(input: InFile): Promise<ArchiveFacts>
  /** Reads it all and compares its checksum. */
  check(input: InFile): Promise<null>
  titles(
    input: InFile & { readonly prefix: string; readonly offset: number; readonly limit: number },
  ): Promise<TitlesFound>
  search(input: InFile & { readonly text: string; readonly from: number; readonly limit: number }): Promise<TitlesFound>
  /** What is known of an entry without unpacking it, but for where it was taken from. */
  entry(input: InEntry): Promise<Pick<EntryBytes, 'path' | 'title' | 'sourceUrl'>>
  bytes(input: InEntry & { readonly most: number }): Promise<EntryBytes>
  /** `base` is what addresses of the page's links and images begin with: `/archives/<ArchiveId>`. */
  page(input: InEntry & { readonly base: string }): Promise<PreviewPage>
  /** Closes the file, so that it can be deleted or moved. */
  forget(input: InFile): Promise<null>
}
