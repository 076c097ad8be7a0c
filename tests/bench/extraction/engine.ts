/** One page of a corpus. */
export interface Page {
  readonly id: string
  /** Path of the raw bytes. */
  readonly file: string
  readonly url: string
}

/** What an engine makes of a page. */
export interface Found {
  readonly title: string | null
  readonly byline: string | null
  readonly date: string | null
  readonly siteName: string | null
  readonly language: string | null
  readonly licence: string | null
  /** The article as HTML; links and images may be relative to the page. */
  readonly html: string
}

/** What an engine's process is asked. */
export interface Question {
  readonly page: Page
  /** How often the page is read, one time after the other. */
  readonly readings: number
}

/** What an engine's process answers for a page. */
export interface Answer {
  readonly id: string
  /** Null when it threw. */
  readonly found: Found | null
  readonly error: string | null
  /** Processor time of the process for the first reading of this page, all threads, in ms; NaN when it did not live to tell. */
  readonly firstCpuMs: number
  /** Median of all its readings. */
  readonly cpuMs: number
  /** Highest resident memory of the process so far, in MiB. */
  readonly peakMib: number
}

/** Reads one page; `prepare` is what is not measured: peers get text that is decoded already. */
export interface Engine {
  prepare(page: Page): () => Promise<Found>
}
