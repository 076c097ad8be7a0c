import type { Backup, BackupContents, BackupReason, CheckReport, RepairReport } from '@shared/contract/backups'

/** Where a packed library was written, and how large it is in bytes. */
export interface Packed {
  readonly path: string
  readonly bytes: number
}

/** Work on whole library files that takes as long as reading them: done outside the thread that answers. */
export interface BackupTasks {
  /** @param at epoch ms @throws library-damaged, disk-full */
  make(folder: string, reason: BackupReason, at: number): Promise<Backup>
  /** @param madeAt epoch ms; null takes the file's own time @throws not-found, library-damaged, library-too-new */
  look(path: string, folder: string, madeAt: number | null): Promise<BackupContents>
  /** Puts it beside the library, to take its place at the next start. @throws not-found, library-damaged, library-too-new, disk-full */
  stage(path: string, folder: string): Promise<void>
  /** @param at epoch ms @throws library-not-writable, disk-full */
  pack(folder: string, to: string, at: number): Promise<Packed>
  /** Copies a library that is in use. @throws library-not-writable, disk-full */
  prepareMove(from: string, to: string): Promise<void>
  /** Brings what was written since, from a closed library. @throws disk-full */
  finishMove(from: string, to: string): Promise<void>
  check(folder: string): Promise<CheckReport>
  /** Puts what can be read beside the library, to take its place at the next start. @param at epoch ms @throws library-damaged */
  repair(folder: string, at: number): Promise<RepairReport>
}
