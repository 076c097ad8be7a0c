import type { Database } from 'better-sqlite3'
import { LecternError } from '@shared/contract/errors'
import type { FileFacts } from './look'
import { library } from './migrations/0010-library'
import { snapshotDetails } from './migrations/0020-snapshot-details'
import { archives } from './migrations/0040-archives'
import { targets } from './migrations/0050-targets'
import { leadImage } from './migrations/0060-lead-image'
import { questions } from './migrations/0070-questions'
import { topics } from './migrations/0080-topics'
import { notes } from './migrations/0090-notes'
import { search } from './migrations/0100-search'
import { conversations } from './migrations/0110-conversations'
import { sync } from './migrations/0120-sync'
import { targetPictures } from './migrations/0130-target-pictures'
import { migrating } from './migrations/0140-migrating'
import { reviews } from './migrations/0150-reviews'
import { citationStyles } from './migrations/0160-citation-styles'
import { importQueue } from './migrations/0030-import-queue'

/** One step from an older shape to a newer one. Versions rise in steps of ten. */
export interface Migration {
  readonly version: number
  readonly sql: string
}

/** All steps, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  library,
  snapshotDetails,
  importQueue,
  archives,
  targets,
  leadImage,
  questions,
  topics,
  notes,
  search,
  conversations,
  sync,
  targetPictures,
  migrating,
  reviews,
  citationStyles,
]

/** `application_id` of a Lectern library: "Lect" in ASCII. */
export const APPLICATION_ID = 0x4c656374

/**
 * Refuses a file that is not a library this Lectern reads, before anything is written to it.
 * @throws library-too-new when a newer Lectern wrote it
 * @throws library-damaged when it is damaged, or some other program's
 */
export function refuseForeign(facts: FileFacts, file: string, migrations: readonly Migration[]): void {
  const { version, applicationId, empty, damage } = facts
  if (damage !== null) {
    const what = damage === 'cut-short' ? 'is shorter than it should be' : 'is not a database'
    throw new LecternError(
      'library-damaged',
      `The library file ${file} ${what} and was not changed. Restore a backup from the "backups" folder beside it.`,
    )
  }
  if (applicationId !== APPLICATION_ID && (applicationId !== 0 || version !== 0 || empty === false)) {
    throw new LecternError(
      'library-damaged',
      `The file ${file} belongs to another program. It was not changed. Choose another folder for the library.`,
    )
  }
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest) {
    throw new LecternError(
      'library-too-new',
      `The library ${file} was written by a newer Lectern (format ${version}; this one reads up to ${newest}). Nothing was changed. Update Lectern to open it.`,
    )
  }
}

/**
 * Brings a library to the newest shape, all or nothing. A file with data is copied with `backUp` first, which answers
 * how to throw the copy away again.
 */
export function migrate(
  db: Database,
  backUp: (fromVersion: number) => () => void,
  migrations: readonly Migration[],
): void {
  const newest = migrations.at(-1)?.version ?? 0
  const before = versionOf(db)
  if (before >= newest) return
  const discardBackUp = before > 0 ? backUp(before) : () => {}
  const run = db.transaction(() => {
    // Asked again: another Lectern may have brought the file up while this one waited for it.
    const current = versionOf(db)
    for (const migration of migrations) {
      if (migration.version <= current) continue
      db.exec(migration.sql)
      db.pragma(`user_version = ${migration.version}`)
    }
    db.pragma(`application_id = ${APPLICATION_ID}`)
  })
  try {
    run.immediate()
  } catch (error) {
    discardBackUp()
    throw error
  }
}

function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}
