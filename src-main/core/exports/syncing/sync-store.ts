import { z } from 'zod'
import { SyncReport } from '@shared/contract/sync'
import { ExportFlavour } from '@shared/domain/exporting'
import type { Database } from '../../database/database'
import { isGone } from './owner'

const Property = z.object({ key: z.string(), text: z.string() })
const Block = z.object({
  key: z.string(),
  text: z.string(),
  data: z.string(),
  token: z.string().nullable(),
  tight: z.boolean(),
  heading: z.boolean(),
  offered: z.string().nullable(),
})
const Base = z.object({ front: z.array(Property), blocks: z.array(Block) })

const Json = z.string().transform((text): unknown => JSON.parse(text))

/** What a file's row becomes once the file with this hash is in place. */
export const Pending = z.object({ path: z.string(), hash: z.string(), state: z.string(), base: Base })
export type Pending = z.infer<typeof Pending>

/** What is known of a document's file, without what stands in it. */
export const KnownFile = z.object({
  documentId: z.string(),
  path: z.string(),
  state: z.string(),
  stat: z.string(),
})
export type KnownFile = z.infer<typeof KnownFile>

const Folder = z.object({ id: z.int(), path: z.string(), flavour: ExportFlavour })
export type SyncFolder = z.infer<typeof Folder>
const PendingRow = z.object({ documentId: z.string(), pending: Json.pipe(Pending) })
const Owner = z.object({ owner: z.string().nullable(), beatAt: z.int() })

/** Reports that are kept. */
const MOST_REPORTS = 30
/** Files of a report that are kept. */
const MOST_FILES = 500

export type SyncStore = ReturnType<typeof createSyncStore>

/** All SQL of synced folders. */
export function createSyncStore(db: Database) {
  const folders = db.prepare('SELECT id, path, flavour FROM sync_folders')
  const insertFolder = db.prepare('INSERT INTO sync_folders (path, flavour) VALUES (?, ?)')
  const updateFolder = db.prepare('UPDATE sync_folders SET path = ?, flavour = ? WHERE id = ?')
  const owner = db.prepare('SELECT owner, beat_at AS beatAt FROM sync_folders WHERE id = ?')
  const own = db.prepare('UPDATE sync_folders SET owner = ?, beat_at = ? WHERE id = ?')
  const release = db.prepare('UPDATE sync_folders SET owner = NULL WHERE id = ? AND owner = ?')
  const filesOf = db.prepare(
    "SELECT document_id AS documentId, path, state, stat FROM sync_files WHERE folder_id = ? AND path <> '' ORDER BY path",
  )
  const base = db.prepare('SELECT base FROM sync_files WHERE folder_id = ? AND document_id = ?').pluck()
  const pending = db.prepare(
    'SELECT document_id AS documentId, pending FROM sync_files WHERE folder_id = ? AND pending IS NOT NULL',
  )
  const plan = db.prepare(`
    INSERT INTO sync_files (folder_id, document_id, path, state, stat, base, pending)
    VALUES (@folderId, @documentId, '', '', '', '{"front":[],"blocks":[]}', @pending)
    ON CONFLICT (folder_id, document_id) DO UPDATE SET pending = excluded.pending`)
  const put = db.prepare(`
    INSERT INTO sync_files (folder_id, document_id, path, state, stat, base, pending)
    VALUES (@folderId, @documentId, @path, @state, @stat, @base, NULL)
    ON CONFLICT (folder_id, document_id) DO UPDATE SET
      path = excluded.path, state = excluded.state, stat = excluded.stat, base = excluded.base, pending = NULL`)
  const seen = db.prepare('UPDATE sync_files SET path = ?, stat = ? WHERE folder_id = ? AND document_id = ?')
  const unplan = db.prepare('UPDATE sync_files SET pending = NULL WHERE folder_id = ? AND document_id = ?')
  const dropNew = db.prepare("DELETE FROM sync_files WHERE folder_id = ? AND document_id = ? AND path = ''")
  const drop = db.prepare('DELETE FROM sync_files WHERE folder_id = ? AND document_id = ?')
  const insertReport = db.prepare('INSERT INTO sync_log (at, report) VALUES (?, ?)')
  const trimReports = db.prepare(
    'DELETE FROM sync_log WHERE id NOT IN (SELECT id FROM sync_log ORDER BY id DESC LIMIT ?)',
  )
  const reports = db.prepare('SELECT report FROM sync_log ORDER BY id DESC').pluck()

  return {
    folders: (): SyncFolder[] => z.array(Folder).parse(folders.all()),
    addFolder: (path: string, flavour: ExportFlavour): SyncFolder => {
      const { lastInsertRowid } = insertFolder.run(path, flavour)
      return { id: Number(lastInsertRowid), path, flavour }
    },
    changeFolder: (id: number, path: string, flavour: ExportFlavour): void => void updateFolder.run(path, flavour, id),
    /** Takes a folder for one run. Answers false while another process is at work in it. */
    take: (id: number, name: string, now: number): boolean =>
      db
        .transaction(() => {
          const current = Owner.parse(owner.get(id))
          if (current.owner !== name && !isGone(current.owner, current.beatAt, now)) return false
          own.run(name, now, id)
          return true
        })
        .immediate(),
    release: (id: number, name: string): void => void release.run(id, name),

    files: (folderId: number): KnownFile[] => z.array(KnownFile).parse(filesOf.all(folderId)),
    /** What a file held when it was exported last; null when it never was. */
    base: (folderId: number, documentId: string): z.infer<typeof Base> | null =>
      Json.pipe(Base)
        .nullable()
        .parse(base.get(folderId, documentId) ?? null),

    /** Writes down what files are about to become, before any of them is touched. */
    plan: (folderId: number, files: readonly { readonly documentId: string; readonly pending: Pending }[]): void =>
      db
        .transaction(() => {
          for (const one of files)
            plan.run({ folderId, documentId: one.documentId, pending: JSON.stringify(one.pending) })
        })
        .immediate(),
    /** What was planned, and perhaps done, by a run that did not come to its end. */
    planned: (folderId: number) => z.array(PendingRow).parse(pending.all(folderId)),
    /** Keeps what files became. */
    done: (
      folderId: number,
      files: readonly (KnownFile & { readonly base: z.infer<typeof Base> })[],
      undone: readonly string[],
    ): void =>
      db
        .transaction(() => {
          for (const file of files) put.run({ ...file, folderId, base: JSON.stringify(file.base) })
          for (const id of undone) {
            dropNew.run(folderId, id)
            unplan.run(folderId, id)
          }
        })
        .immediate(),
    /** Notes where a file is and how it looks, when nothing else changed. */
    seen: (folderId: number, documentId: string, path: string, stat: string): void =>
      void seen.run(path, stat, folderId, documentId),
    forget: (folderId: number, documentId: string): void => void drop.run(folderId, documentId),

    addReport: (report: SyncReport): void =>
      db
        .transaction(() => {
          insertReport.run(report.at, JSON.stringify({ ...report, files: report.files.slice(0, MOST_FILES) }))
          trimReports.run(MOST_REPORTS)
        })
        .immediate(),
    reports: (): SyncReport[] => z.array(Json.pipe(SyncReport)).parse(reports.all()),
  }
}
