import { z } from 'zod'

/** Words and where they lead. */
export const Link = z.object({
  text: z.string(),
  /** http or https; null where the source only names it. */
  url: z.string().nullable(),
})
export type Link = z.infer<typeof Link>

/** A list of other articles that stands beside or below the text: a navigation box, the side list of a series. */
export const RelatedList = z.object({
  title: z.string(),
  groups: z.array(
    z.object({
      /** Heading of the group; null when the list is not divided. */
      label: z.string().nullable(),
      links: z.array(Link),
    }),
  ),
})
export type RelatedList = z.infer<typeof RelatedList>

/** A place on Earth, in decimal degrees (WGS 84). */
export const Coordinates = z.object({
  /** -90 to 90; north is positive. */
  latitude: z.number().min(-90).max(90),
  /** -180 to 180; east is positive. */
  longitude: z.number().min(-180).max(180),
})
export type Coordinates = z.infer<typeof Coordinates>

/** Which page of which wiki, in which state, was captured. */
export const WikiPage = z.object({
  /** Host of the wiki, such as `en.wikipedia.org`. */
  project: z.string().nullable(),
  /** BCP 47 tag of the page's own language. */
  language: z.string().nullable(),
  /** Name of the namespace, such as `Talk`; empty for articles. */
  namespace: z.string(),
  /** The page's title with its namespace. */
  title: z.string(),
  /** The revision's number in its wiki. */
  revisionId: z.int().positive().nullable(),
  /** Address of this very revision. */
  permalink: z.string().nullable(),
  /** ISO 8601: when the revision was made. */
  modifiedAt: z.string().nullable(),
  /** Titles that lead to this page. */
  redirects: z.array(z.string()),
})
export type WikiPage = z.infer<typeof WikiPage>

/** What a wiki says of a page beside its text, facts, references and categories. */
export const SnapshotDetails = z.object({
  wiki: WikiPage.nullable(),
  coordinates: Coordinates.nullable(),
  /** Navigation boxes and side lists: never part of the text. */
  related: z.array(RelatedList),
  seeAlso: z.array(Link),
  portals: z.array(Link),
  /** Pages that name the author and the licence of each picture. */
  pictures: z.array(Link),
  /** International Standard Book Number (ISO 2108) without hyphens; absent where there is none. */
  isbn: z.string().optional(),
  /** ISO 8601: when somebody saved the page from the web, by its own account; absent where it does not say. */
  savedAt: z.string().optional(),
})
export type SnapshotDetails = z.infer<typeof SnapshotDetails>
