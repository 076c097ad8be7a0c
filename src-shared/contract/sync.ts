import { z } from 'zod'
import { ExportFlavour, OwnTemplates, TemplatePart } from '../domain/exporting'
import { ArticleId } from '../domain/ids'
import { EpochMs } from '../domain/time'
import { method } from './define'

/** What became of one file, or would. */
export const SyncedFile = z.object({
  /** The article, topic or note that the file is of. */
  documentId: z.string(),
  kind: z.enum(['article', 'topic', 'note', 'attachment']),
  title: z.string(),
  /** Within the folder, with `/` between its parts. */
  path: z.string(),
  outcome: z.enum(['created', 'updated', 'unchanged', 'removed', 'kept', 'skipped']),
  /** Blocks and properties by what happened to them. */
  added: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  /** Blocks that both sides changed: the person's words stay, Lectern's stand beside them. */
  conflicts: z.int().nonnegative(),
  /** Why a file was left alone, or what else a person should know; null for nothing. */
  message: z.string().nullable(),
})
export type SyncedFile = z.infer<typeof SyncedFile>

/** What one sync did, or what it would do. */
export const SyncReport = z.object({
  folder: z.string(),
  at: EpochMs,
  /** Whether nothing was written. */
  dryRun: z.boolean(),
  /** Without those that are unchanged. */
  files: z.array(SyncedFile),
  /** How many files are unchanged. */
  unchanged: z.int().nonnegative(),
  /** Why it stopped, for a person; null when it ran to its end. */
  problem: z.string().nullable(),
})
export type SyncReport = z.infer<typeof SyncReport>

/** What is known of a folder on this computer. */
export const FolderCheck = z.object({
  /** The folder's real path; as it was given when it is not there. */
  path: z.string(),
  state: z.enum(['ready', 'missing', 'not-a-folder', 'not-writable', 'inside-library']),
  /** Whose vault it looks like. */
  flavour: ExportFlavour.nullable(),
})
export type FolderCheck = z.infer<typeof FolderCheck>

/** A template that does not work. */
export const TemplateProblem = z.object({ part: TemplatePart, message: z.string() })
export type TemplateProblem = z.infer<typeof TemplateProblem>

/** Keeps a folder of Markdown files in step with the library. */
export const sync = {
  /** What is known of a folder, before it is chosen. */
  checkFolder: method(z.object({ path: z.string().min(1).max(4096) }), FolderCheck),
  /**
   * Brings the folder of the settings up to date, or tells what it would do. One run at a time; a second waits.
   * @throws not-found when no folder is chosen
   */
  run: method(
    z.object({
      dryRun: z.boolean(),
      /** Whether files and blocks that were deleted in the folder are written again. */
      restore: z.boolean().default(false),
    }),
    SyncReport,
  ),
  /** The latest runs, newest first, without those that changed nothing; dry runs are not kept. */
  log: method(z.void(), z.array(SyncReport)),
  /** The templates that a flavour has by itself. */
  defaults: method(z.object({ flavour: ExportFlavour }), z.record(TemplatePart, z.string())),
  /** An article as these templates write it, or a made-up one where there is none to show; and what does not work. */
  preview: method(
    z.object({ flavour: ExportFlavour, templates: OwnTemplates, articleId: ArticleId.nullable() }),
    z.object({ name: z.string(), text: z.string(), problems: z.array(TemplateProblem) }),
  ),
}
