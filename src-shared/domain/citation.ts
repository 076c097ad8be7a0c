import { z } from 'zod'

/** What a reference cites, in its parts. Names are as the source writes them; what it does not say is null. */
export const Citation = z.object({
  /** `book`, `web`, `news`, `journal` and the like, as citation templates name themselves; null when not said. */
  kind: z.string().nullable(),
  /** In order, as written: `Snow, John`. */
  authors: z.array(z.string()),
  /** Of the article, chapter or page. */
  title: z.string().nullable(),
  /** What it appeared in: a journal, newspaper, book or site. */
  work: z.string().nullable(),
  publisher: z.string().nullable(),
  /** ISO 8601, as precise as the source: `1854`, `1854-09` or `1854-09-08`. */
  date: z.string().nullable(),
  /** Where an archive keeps the source. http or https. */
  archiveUrl: z.string().nullable(),
  /** Digital object identifier, without resolver: `10.1000/182`. */
  doi: z.string().nullable(),
  /** Digits and a last `X`, without hyphens. */
  isbn: z.string().nullable(),
  /** Entry of the bibliography that a short citation stands for, plain text. */
  full: z.string().nullable(),
})
export type Citation = z.infer<typeof Citation>
