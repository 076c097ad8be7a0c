import { z } from 'zod'
import { ArticleId, ImportId, ImportItemId } from '../domain/ids'
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

/** One row of an import's progress. */
export const ImportItem = z.object({
  id: ImportItemId,
  /** File path, address, or the first words of pasted text. */
  name: z.string(),
  state: z.enum(['waiting', 'working', 'added', 'duplicate', 'failed', 'cancelled']),
  /** What is being done now; null unless `working`. */
  step: z.enum(['fetching', 'reading', 'saving']).nullable(),
  /** The article it became, or the one that was there already. */
  articleId: ArticleId.nullable(),
  /** That article's title. */
  title: z.string().nullable(),
  /** What a person may want to know of a success, such as images that were missing. */
  remark: z.string().nullable(),
  error: ErrorData.nullable(),
})
export type ImportItem = z.infer<typeof ImportItem>

export const Import = z.object({
  id: ImportId,
  createdAt: EpochMs,
  /** `collecting` until `start`, `done` when no item is waiting or working. */
  state: z.enum(['collecting', 'running', 'done']),
  items: z.array(ImportItem),
})
export type Import = z.infer<typeof Import>

export const imports = {
  /** Opens an import to add sources to. */
  begin: method(z.void(), ImportId),
  /** Adds a source. @throws not-found, too-large, disk-full */
  add: method(z.object({ importId: ImportId, source: ImportSource }), z.void()),
  /** Starts working. Files that belong to a page (its images) do not become items of their own. */
  start: method(z.object({ importId: ImportId }), Import),
  /** @throws not-found */
  get: method(z.object({ importId: ImportId }), Import),
  /** Imports of this session, newest first. */
  list: method(z.void(), z.array(Import)),
  /** Stops what has not been added yet. */
  cancel: method(z.object({ importId: ImportId }), z.void()),
  /** Tries the failed items again. */
  retry: method(z.object({ importId: ImportId }), z.void()),
  /** Adds the sample article, or takes it back out of Trash. */
  addSample: method(z.void(), ArticleId),
}
