import { mkdirSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup, BackupReason } from '@shared/contract/backups'
import { LecternError } from '@shared/contract/errors'
import { backupFile, backupFolder, newBackupName, readBackupName } from '../database/backup-name'
import { DATABASE_FILE } from '../database/database'
import { copyDatabase } from '../database/standalone'

/** The backups of a library's folder, newest first. Files that are not backups are left out. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const names = await readdir(backupFolder(folder)).catch(() => [])
  const found = await Promise.all(names.map((name) => describe(folder, name)))
  return found.filter((one) => one !== null).sort((a, b) => b.madeAt - a.madeAt || (a.name < b.name ? 1 : -1))
}

async function describe(folder: string, fileName: string): Promise<Backup | null> {
  if (!fileName.endsWith('.db')) return null
  const name = fileName.slice(0, -'.db'.length)
  const said = readBackupName(name)
  if (said === null) return null
  const info = await stat(backupFile(folder, name)).catch(() => null)
  if (info === null || !info.isFile()) return null
  return { name, reason: said.reason, madeAt: said.madeAt ?? Math.floor(info.mtimeMs), bytes: info.size }
}

/**
 * Copies the library's database into its folder of backups, while it is in use, and reads the copy before it counts.
 * @param at epoch ms
 * @throws library-damaged, or SQLite's and the system's own errors
 */
export async function makeBackup(folder: string, reason: BackupReason, at: number): Promise<Backup> {
  mkdirSync(backupFolder(folder), { recursive: true })
  const name = newBackupName(folder, reason, at)
  await copyDatabase(join(folder, DATABASE_FILE), backupFile(folder, name))
  const made = await describe(folder, `${name}.db`)
  if (made === null) throw new Error(`The backup ${name} is not there.`)
  return made
}

/** Removes a backup; one that is not there is as good as removed. */
export async function removeBackup(folder: string, name: string): Promise<void> {
  await rm(backupFile(folder, name), { force: true })
}

/**
 * Where a backup's file is.
 * @throws not-found
 */
export async function findBackup(folder: string, name: string): Promise<string> {
  const file = backupFile(folder, name)
  const info = await stat(file).catch(() => null)
  if (info?.isFile() === true) return file
  throw new LecternError('not-found', `The backup ${name} is no longer in ${backupFolder(folder)}.`)
}
