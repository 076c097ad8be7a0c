import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DATABASE_FILE } from '../database/database'

/** A backup is made at most this often. */
const EVERY_MS = 60 * 60 * 1000
const LOOK_EVERY_MS = 5 * 60 * 1000

/**
 * Whether a library has changed since its newest backup, long enough ago that another is due.
 * @param newest when the newest backup was made, epoch ms; null when there is none
 * @param changedAt when the library was last written to, epoch ms
 */
export function isBackupDue(newest: number | null, changedAt: number, now: number): boolean {
  if (newest === null) return true
  // A clock that was put back must not end backups for as long as it was ahead.
  const waited = Math.abs(now - newest) >= EVERY_MS
  return waited && changedAt > newest
}

/** When a library's database was last written to, epoch ms. */
export async function lastChange(folder: string): Promise<number> {
  const file = join(folder, DATABASE_FILE)
  const times = await Promise.all([file, `${file}-wal`].map((path) => stat(path).catch(() => null)))
  return Math.max(0, ...times.map((info) => info?.mtimeMs ?? 0))
}

/** Looks every few minutes whether a backup is due; returns what ends it. */
export function startSchedule(look: () => Promise<void>): () => void {
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
