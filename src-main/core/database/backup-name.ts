import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BackupReason } from '@shared/contract/backups'

/** The folder of backups in a library's folder. */
export function backupFolder(folder: string): string {
  return join(folder, 'backups')
}

/** Where a backup's file is. */
export function backupFile(folder: string, name: string): string {
  return join(backupFolder(folder), `${name}.db`)
}

/**
 * A name for a backup that is not taken: the moment in UTC (ISO 8601, basic format) and the reason, so that a list of
 * files tells what each is.
 * @param at epoch ms
 */
export function newBackupName(folder: string, reason: BackupReason, at: number): string {
  const moment = new Date(at).toISOString().replace(/[-:]|\.\d+/gu, '')
  const stem = `${moment}-${reason}`
  let name = stem
  for (let count = 2; existsSync(backupFile(folder, name)); count += 1) name = `${stem}-${count}`
  return name
}

/**
 * What a backup's name says; null for the name of something else. The moment is null in the names that Lectern 0.1 gave
 * to copies before a change of format, `before-format-change-40`.
 */
export function readBackupName(name: string): { reason: BackupReason; madeAt: number | null } | null {
  if (/^before-format-change-\d/u.test(name)) return { reason: 'before-format-change', madeAt: null }
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([a-z-]+?)(?:-\d+)?$/u.exec(name)
  const reason = BackupReason.safeParse(match?.[7])
  if (match === null || !reason.success) return null
  const [, year, month, day, hour, minute, second] = match
  return { reason: reason.data, madeAt: Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) }
}
