import { z } from 'zod'
import { ArticleId, ImportId, ImportItemId } from '../domain/ids'
import { IMPORT_ITEM_STATES } from '../domain/import-state'
import { MAX_FILE_BYTES } from '../domain/limits'
import { EpochMs } from '../domain/time'
import { method } from './define'
import { ErrorData } from './errors'

export { MAX_FILE_BYTES }

/** Something to bring in. */
export const ImportSource = z.discriminatedUnion('kind', [
  /** A file, or one of a folder: an image beside a saved page is given like the page itself. */
  z.object({
    kind: z.literal('file'),
    /** Path within what was dropped or chosen, `/` between parts: `report.html` or `page_files/figure.png`. */
    path: z.string().min(1).max(4096),
    bytes: z.instanceof(Uint8Array<ArrayBuffer>).refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES, {
      error: `A file may have at most ${MAX_FILE_BYTES / 1024 / 1024} MB.`,
    }),
  }),
  /** An address to fetch now, on the person's request. */
  z.object({ kind: z.literal('url'), url: z.url({ protocol: /^https?$/u }).max(4096) }),
  /** Pasted text; `auto` tells HTML, Markdown and plain text apart. */
  z.object({
    kind: z.literal('text'),
    text: z.string().min(1).max(MAX_FILE_BYTES),
    format: z.enum(['auto', 'html', 'markdown', 'text']),
  }),
])
export type ImportSource = z.infer<typeof ImportSource>

/** What to do with an article that the library has in another version: from the same address, or a file of the same name. */
export const KnownChoice = z.enum(['update', 'keep-both', 'skip'])
export type KnownChoice = z.infer<typeof KnownChoice>

/** What became of an item; see the list itself. */
export const ImportItemState = z.enum(IMPORT_ITEM_STATES)
export type ImportItemState = z.infer<typeof ImportItemState>

/** The article of the library that an item seems to be another version of. */
export const KnownArticle = z.object({
  articleId: ArticleId,
  title: z.string(),
  /** When its current snapshot was made. */
  savedAt: EpochMs,
  /** What both have in common: an address, or title and file name. */
  by: z.enum(['address', 'file']),
})
export type KnownArticle = z.infer<typeof KnownArticle>

/** One row of an import's progress. */
export const ImportItem = z.object({
  id: ImportItemId,
  /** File path, address, or the first words of pasted text. */
  name: z.string(),
  state: ImportItemState,
  /** What is being done now; null unless `working`. */
  step: z.enum(['fetching', 'reading', 'saving']).nullable(),
  /** The article it became, or the one that was there already. */
  articleId: ArticleId.nullable(),
  /** The title of what was read. */
  title: z.string().nullable(),
  /** What a person may want to know of a success, such as images that were missing. */
  remark: z.string().nullable(),
  error: ErrorData.nullable(),
  /** The other version; null unless the state is `asks`. */
  known: KnownArticle.nullable(),
  /** How long fetching, reading and saving took, in ms; null before it is settled. */
  tookMs: z.int().nonnegative().nullable(),
})
export type ImportItem = z.infer<typeof ImportItem>

export const Import = z.object({
  id: ImportId,
  createdAt: EpochMs,
  /** `collecting` until `start`, `done` when no item is waiting or working; items that ask or failed may be left then. */
  state: z.enum(['collecting', 'running', 'paused', 'done']),
  /** How many items it has. */
  total: z.int().nonnegative(),
  /** How many of them are in each state. */
  counts: z.record(ImportItemState, z.int().nonnegative()),
})
export type Import = z.infer<typeof Import>

/** Some of an import's items: those that failed first, then those that ask, then the others in the order they were given. */
export const ImportPage = Import.extend({
  items: z.array(ImportItem),
  /** How many items the filter lets through. */
  matching: z.int().nonnegative(),
})
export type ImportPage = z.infer<typeof ImportPage>

/** The most articles that are fetched anew with one call. */
const MAX_UPDATES = 1000

const OneImport = z.object({ importId: ImportId })

/** Imports are kept in the library until they are discarded: what was started goes on after a crash. */
export const imports = {
  /** Opens an import to add sources to. One that is not started is forgotten when Lectern closes. */
  begin: method(z.void(), ImportId),
  /** Adds a source. @throws not-found, too-large, disk-full */
  add: method(z.object({ importId: ImportId, source: ImportSource }), z.void()),
  /** Starts working. Files that belong to a page (its images) do not become items of their own. @throws not-found */
  start: method(OneImport.extend({ onKnown: z.enum(['ask', ...KnownChoice.options]).default('ask') }), Import),
  /** One import, with a page of its items. @throws not-found */
  get: method(
    OneImport.extend({
      /** Only items in these states. */
      states: z.array(ImportItemState).min(1).nullable().default(null),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(0).max(500).default(100),
    }),
    ImportPage,
  ),
  /** All imports, newest first. */
  list: method(z.void(), z.array(Import)),
  /** Stops for now; what is just being read is read anew later. @throws not-found */
  pause: method(OneImport, z.void()),
  /** Goes on. @throws not-found */
  resume: method(OneImport, z.void()),
  /** Stops what has not been added yet, for good. @throws not-found */
  cancel: method(OneImport, z.void()),
  /** Tries failed items again: all of them, or some. @throws not-found */
  retry: method(OneImport.extend({ items: z.union([z.literal('all'), z.array(ImportItemId).min(1)]) }), z.void()),
  /** Answers for items that ask: all of them, or some. @throws not-found */
  resolve: method(
    OneImport.extend({ items: z.union([z.literal('all'), z.array(ImportItemId).min(1)]), choice: KnownChoice }),
    z.void(),
  ),
  /** Takes an import from the list, with the sources it still keeps; cancels it first. What it added stays. */
  discard: method(OneImport, z.void()),
  /** What became of each item, as a file to save. @throws not-found */
  report: method(
    OneImport.extend({ format: z.enum(['markdown', 'csv']) }),
    z.object({ name: z.string(), mediaType: z.string(), text: z.string() }),
  ),
  /**
   * Fetches articles anew from their addresses, as an import with an item for each. One with other words, or with images that
   * were missing, gets a new snapshot. Articles without an address are left out.
   * @throws not-found when none of them has an address
   */
  updateFromWeb: method(z.object({ articleIds: z.array(ArticleId).min(1).max(MAX_UPDATES) }), Import),
  /** Adds the sample article, or takes it back out of Trash. */
  addSample: method(z.void(), ArticleId),
}
