import { z } from 'zod'
import { EpochMs } from '../domain/time'
import { method } from './define'

/** Why a backup was made. */
export const BackupReason = z.enum([
  /** By the clock, while Lectern was open. */
  'scheduled',
  /** A person asked for it. */
  'asked',
  /** Before another state of the library was put in its place. */
  'before-restore',
  /** Before a newer Lectern changed the format of the library. */
  'before-format-change',
])
export type BackupReason = z.infer<typeof BackupReason>

/** Name of a backup's file in the folder `backups`, without its ending. */
export const BackupName = z
  .string()
  .max(100)
  .regex(/^[\dA-Za-z-]+$/u)

/** A copy of the library's database. The files it refers to stay in `assets` for as long as it is kept. */
export const Backup = z.object({
  name: BackupName,
  reason: BackupReason,
  madeAt: EpochMs,
  /** Size of the copy in bytes, without images and originals. */
  bytes: z.int().nonnegative(),
})
export type Backup = z.infer<typeof Backup>

/** What a backup is looked for in. */
export const BackupSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('backup'), name: BackupName }),
  /** A library in one file, or a copy of a database, anywhere on this computer. */
  z.object({ kind: z.literal('file'), path: z.string().min(1).max(4096) }),
])
export type BackupSource = z.infer<typeof BackupSource>

/** Some titles of a longer list. */
const Titles = z.object({ count: z.int().nonnegative(), titles: z.array(z.string()) })

/** What is inside a backup, and what restoring it would change. */
export const BackupContents = z.object({
  madeAt: EpochMs,
  articles: z.int().nonnegative(),
  highlights: z.int().nonnegative(),
  /** Notes with something written, wherever they belong. */
  notes: z.int().nonnegative(),
  /** The last few that were added. */
  newest: z.array(z.object({ title: z.string(), addedAt: EpochMs })),
  /** Articles of the library that are not in the backup: they would go. */
  missing: Titles,
  /** Articles of the backup that the library does not have: they would come back. */
  returning: Titles,
  /** Highlights and notes of the library that are not in the backup, or were changed since. */
  annotationsSince: z.int().nonnegative(),
})
export type BackupContents = z.infer<typeof BackupContents>

/** What a check of a library found. */
export const CheckReport = z.object({
  articles: z.int().nonnegative(),
  snapshots: z.int().nonnegative(),
  highlights: z.int().nonnegative(),
  notes: z.int().nonnegative(),
  assets: z.int().nonnegative(),
  /** Files that nothing refers to: left by an import that was cut short, or kept for a backup; no harm. */
  unreferencedAssets: z.int().nonnegative(),
  /** What is wrong, in plain words; empty when nothing is. */
  findings: z.array(z.string()),
})
export type CheckReport = z.infer<typeof CheckReport>

/** What a repair saved of a damaged library. */
export const RepairReport = z.object({
  articles: z.int().nonnegative(),
  highlights: z.int().nonnegative(),
  notes: z.int().nonnegative(),
  /** What could not be read, in plain words; empty when everything could. */
  lost: z.array(z.string()),
})
export type RepairReport = z.infer<typeof RepairReport>

const Folder = z.string().min(1).max(4096)

export const backups = {
  /** The backups in the library's folder, newest first, and why the last one by the clock was not made, if it was not. */
  list: method(z.void(), z.object({ backups: z.array(Backup), problem: z.string().nullable() })),
  /** Makes one now. */
  make: method(z.void(), Backup),
  /**
   * Looks inside without changing anything.
   * @throws not-found, library-damaged, library-too-new
   */
  look: method(BackupSource, BackupContents),
  /**
   * Puts it in the library's place, after a backup of what is there now, and opens the library again.
   * @throws not-found, library-damaged, library-too-new, disk-full
   */
  restore: method(BackupSource, z.void()),
  /**
   * Writes the whole library, images and originals too, into one file in a folder of this computer.
   * @throws library-not-writable, disk-full
   */
  pack: method(z.object({ folder: Folder }), z.object({ path: z.string(), bytes: z.int().nonnegative() })),
  /**
   * Takes the library to another folder, which must be empty or not there, and opens it there from now on. The former folder
   * stays as it is.
   * @throws library-not-writable, disk-full
   */
  move: method(z.object({ folder: Folder }), z.void()),
  /** Looks whether everything in the library is whole; changes nothing. */
  check: method(z.void(), CheckReport),
  /**
   * Makes a new library file of every row of a damaged one that can be read, and opens it. The damaged file is kept.
   * @throws library-damaged when nothing can be read of it
   */
  repair: method(z.void(), RepairReport),
}
