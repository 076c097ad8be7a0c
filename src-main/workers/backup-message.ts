import type { ErrorData } from '@shared/contract/errors'
import type { BackupTasks } from '../core/backups/tasks'

/** One task, as its worker thread is told it. */
export type BackupOrder = {
  [Name in keyof BackupTasks]: { readonly name: Name; readonly input: Parameters<BackupTasks[Name]> }
}[keyof BackupTasks]

/** What the worker answers. Errors cross as data, because a class does not survive the way. */
export type BackupAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ErrorData }
  /** The system's or SQLite's own error. */
  | { readonly ok: false; readonly code: string; readonly message: string }
