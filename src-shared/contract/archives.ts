import { z } from 'zod'
import { ArchiveId, ArticleId, ImportId, UploadId } from '../domain/ids'
import { EpochMs } from '../domain/time'
import { method } from './define'

/** The most bytes of one piece of an upload. */
const MAX_PIECE_BYTES = 8 * 1024 * 1024

/** An entry's address in an archive: its namespace, a slash, its path, such as `C/Marie_Curie`. */
const EntryPath = z.string().min(1).max(4096)

/** A ZIM archive that the library knows. */
export const Archive = z.object({
  id: ArchiveId,
  /** As the archive states it; its file's name where it does not. */
  title: z.string(),
  description: z.string().nullable(),
  /** As the archive states it, such as `eng` or `eng,fra`. */
  language: z.string().nullable(),
  /** Who made the texts, and who made the archive of them. */
  creator: z.string().nullable(),
  publisher: z.string().nullable(),
  /** When the archive was made, such as `2026-03-01`. */
  date: z.string().nullable(),
  /** As the archive states it; the number of its titles where it does not. */
  articleCount: z.int().nonnegative(),
  /** Of the file, in bytes. */
  bytes: z.int().nonnegative(),
  /** Where the file is. */
  path: z.string(),
  /** Whether the file is a copy in the library's folder, which goes when the archive is removed. */
  isCopy: z.boolean(),
  /** Entry of its picture; null when it has none that can be shown. */
  icon: z.string().nullable(),
  /** `missing` while its file cannot be found, as when a drive is not connected. */
  state: z.enum(['ready', 'missing']),
  addedAt: EpochMs,
})
export type Archive = z.infer<typeof Archive>

/** A title of an archive. */
export const ArchiveTitle = z.object({
  title: z.string(),
  /** The page it leads to, redirects followed. */
  path: EntryPath,
  /** That page's own title, where this is another name of it. */
  of: z.string().nullable(),
})
export type ArchiveTitle = z.infer<typeof ArchiveTitle>

/** Some titles of a longer list. */
export const ArchiveTitles = z.object({
  titles: z.array(ArchiveTitle),
  /** Where to go on; null at the end. */
  next: z.int().nonnegative().nullable(),
  /** How much of the list has been looked at, from 0 to 1. */
  share: z.number().min(0).max(1),
})
export type ArchiveTitles = z.infer<typeof ArchiveTitles>

/** What is known of a page of an archive without reading it through. */
export const ArchiveEntry = z.object({
  /** Redirects followed. */
  path: EntryPath,
  title: z.string(),
  /** Where the page was taken from: http or https; null when that is not known. */
  sourceUrl: z.string().nullable(),
})
export type ArchiveEntry = z.infer<typeof ArchiveEntry>

/** A page made safe to show: images and links lead into the archive by the host's `/archives/…` addresses. */
export const ArchivePage = z.object({
  html: z.string(),
  title: z.string(),
  language: z.string().nullable(),
  direction: z.enum(['ltr', 'rtl']),
})
export type ArchivePage = z.infer<typeof ArchivePage>

const One = z.object({ id: ArchiveId })
const OneEntry = z.object({ id: ArchiveId, path: EntryPath })

export const archives = {
  /** In the order of their titles. */
  list: method(z.void(), z.array(Archive)),
  /**
   * Adds an archive where it is on this computer; nothing is copied. One that is known already, by the name inside it, keeps its
   * id, and is looked for here from now on if it was missing.
   * @throws archive-missing, archive-damaged, unsupported-format
   */
  add: method(z.object({ path: z.string().min(1).max(4096) }), Archive),
  /** Begins to copy an archive into the library's folder. @throws unsupported-format, disk-full */
  beginUpload: method(z.object({ name: z.string().min(1).max(1000), bytes: z.int().positive() }), UploadId),
  /** Adds a piece behind those before it. @throws not-found, invalid-call, disk-full */
  appendUpload: method(
    z.object({
      uploadId: UploadId,
      /** How many bytes came before this piece. */
      offset: z.int().nonnegative(),
      bytes: z.instanceof(Uint8Array<ArrayBuffer>).refine(({ byteLength }) => byteLength <= MAX_PIECE_BYTES),
    }),
    z.void(),
  ),
  /** Adds the archive when all of it is there. @throws not-found, invalid-call, archive-damaged, unsupported-format */
  finishUpload: method(z.object({ uploadId: UploadId }), Archive),
  abortUpload: method(z.object({ uploadId: UploadId }), z.void()),
  /** Forgets an archive. A copy in the library's folder is deleted; a file elsewhere is left alone. Articles stay. */
  remove: method(One, z.void()),
  /** Reads the whole archive and compares its checksum, which takes minutes for a large one. @throws archive-damaged */
  check: method(One, z.void()),
  /** Titles that begin with `prefix`, in the archive's order. `offset` is 0, or `next` of the part before. */
  titles: method(
    z.object({
      id: ArchiveId,
      prefix: z.string().max(500),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    ArchiveTitles,
  ),
  /**
   * Titles that begin with the text, then those that hold all of its words. A call looks for a fraction of a second only;
   * `from` is 0, or `next` of the call before.
   */
  search: method(
    z.object({
      id: ArchiveId,
      text: z.string().min(1).max(500),
      from: z.int().nonnegative(),
      limit: z.int().min(1).max(200),
    }),
    ArchiveTitles,
  ),
  /** `path` null for the page to begin with. @throws not-found, archive-damaged */
  entry: method(z.object({ id: ArchiveId, path: EntryPath.nullable() }), ArchiveEntry),
  /** The pages that became articles, by their paths. */
  marks: method(One, z.array(z.object({ path: EntryPath, articleId: ArticleId }))),
  /** For the host's content route. @throws not-found, archive-damaged, too-large, unsupported-format */
  page: method(OneEntry, ArchivePage),
  /** An image's bytes, for the host's content route. @throws not-found, archive-damaged, too-large */
  file: method(OneEntry, z.instanceof(Uint8Array<ArrayBuffer>)),
  /** Imports pages; `imports` tells how it goes. */
  importPages: method(z.object({ id: ArchiveId, paths: z.array(EntryPath).min(1).max(1000) }), ImportId),
}
