/** What a page says of its article beside its title. */
export interface Stated {
  /** The address of the picture that stands for it. */
  readonly leadImage: string | null
  /** Names, joined by commas. */
  readonly byline: string | null
  readonly siteName: string | null
}
