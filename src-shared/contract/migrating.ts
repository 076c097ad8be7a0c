import { z } from 'zod'
import { ArticleId, MigrationId } from '../domain/ids'
import { MAX_FILE_BYTES } from '../domain/limits'
import { method } from './define'
import { Import } from './imports'

/** What becomes of an article that another reader knows. */
export const MigratedState = z.enum([
  /** Its page is in the export, so it comes with its text. */
  'with-text',
  /** Only its address is known: it comes with title, address and quotations, and can be fetched. */
  'by-address',
  /** A book or the like, of which only quotations are known. */
  'quotes-only',
  /** The library has it; what is new is added to it. */
  'known',
  /** The library has it in Trash, where it is left as it is. */
  'in-trash',
])
export type MigratedState = z.infer<typeof MigratedState>

/** One article of an export. */
export const MigratedArticle = z.object({
  title: z.string(),
  url: z.string().nullable(),
  state: MigratedState,
  /** Quotations that are new to the library. */
  highlights: z.int().nonnegative(),
  /** Notes that are new, on the whole or on quotations. */
  notes: z.int().nonnegative(),
  tags: z.array(z.string()),
})
export type MigratedArticle = z.infer<typeof MigratedArticle>

/** Something that cannot be read. */
export const MigrationProblem = z.object({
  file: z.string(),
  /** A line of a table or text, from 1, or the number of an entry; null for a whole file. */
  line: z.int().nullable(),
  message: z.string(),
})
export type MigrationProblem = z.infer<typeof MigrationProblem>

/** What an export would bring, or has brought. */
export const MigrationPlan = z.object({
  /** Files that were recognised, with the tool they are from. */
  files: z.array(z.object({ name: z.string(), tool: z.string() })),
  counts: z.object({
    articles: z.record(MigratedState, z.int().nonnegative()),
    /** New quotations and notes, and tags that the articles and quotations carry. */
    highlights: z.int().nonnegative(),
    notes: z.int().nonnegative(),
    tags: z.int().nonnegative(),
    /** Quotations and notes that the library has already. */
    knownHighlights: z.int().nonnegative(),
    /** Entries that say what another entry of the same files says. */
    repeated: z.int().nonnegative(),
    problems: z.int().nonnegative(),
  }),
  /** The first of its articles. */
  articles: z.array(MigratedArticle),
  /** The first of its problems. */
  problems: z.array(MigrationProblem),
})
export type MigrationPlan = z.infer<typeof MigrationPlan>

/** What was brought in. */
export const MigrationResult = z.object({
  added: z.int().nonnegative(),
  /** Articles of the library that were given something. */
  extended: z.int().nonnegative(),
  /** Articles to which nothing was added, as all of it was there. */
  unchanged: z.int().nonnegative(),
  /** Quotations that stand on their words in a text. */
  placed: z.int().nonnegative(),
  /** Quotations that keep their words and notes beside a text in which they were not found. */
  orphaned: z.int().nonnegative(),
  /** Quotations of articles whose text is not here. */
  waiting: z.int().nonnegative(),
  notes: z.int().nonnegative(),
  failed: z.int().nonnegative(),
})
export type MigrationResult = z.infer<typeof MigrationResult>

export const Migration = z.object({
  id: MigrationId,
  /** `stopped`: a person stopped it; what was in stays, and bringing the files in again goes on. */
  state: z.enum(['collecting', 'running', 'done', 'stopped']),
  /** Articles that are settled, and how many there are. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  result: MigrationResult,
})
export type Migration = z.infer<typeof Migration>

const One = z.object({ migrationId: MigrationId })

/**
 * Bringing in what another reader kept: Pocket, Instapaper, Omnivore, Readwise and others. Files are kept until `discard` or the end
 * of the session. Bringing the same files in again adds nothing twice.
 */
export const migrating = {
  /** Begins to collect files. */
  begin: method(z.void(), MigrationId),
  /** Adds a file: an export, one of its files, or a zip archive of them. @throws not-found, invalid-call */
  add: method(
    One.extend({
      /** Path within what was chosen, `/` between parts. */
      path: z.string().min(1).max(4096),
      bytes: z.instanceof(Uint8Array<ArrayBuffer>).refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES, {
        error: `A file may have at most ${MAX_FILE_BYTES / 1024 / 1024} MB. Give the command line larger ones.`,
      }),
    }),
    z.void(),
  ),
  /** What the files would bring; nothing is written. @throws not-found */
  look: method(One, MigrationPlan),
  /** Begins to bring it in; goes on after the answer. Never asks the web. @throws not-found */
  start: method(One, Migration),
  /** How far it is. @throws not-found */
  get: method(One, Migration),
  /** Ends it after the article in work. @throws not-found */
  stop: method(One, z.void()),
  /** What became of each article, as a file to save. @throws not-found */
  report: method(
    One.extend({ format: z.enum(['markdown', 'csv']) }),
    z.object({ name: z.string(), mediaType: z.string(), text: z.string() }),
  ),
  /** Forgets the files. What was brought in stays. */
  discard: method(One, z.void()),
  /** How many articles are known by their address alone, Trash apart. */
  notFetched: method(z.void(), z.object({ count: z.int().nonnegative() })),
  /**
   * Fetches articles that are known by their address alone, one page of a site after another with pauses, as an import that can be
   * paused and goes on after a crash. The highlights of each move onto its text.
   * @param articleIds null for all of them
   * @throws not-found when there are none
   */
  fetch: method(z.object({ articleIds: z.array(ArticleId).min(1).nullable() }), Import),
}
