import type { Backup, BackupReason } from '@shared/contract/backups'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** Of the scheduled ones, the newest of each of so many periods in which one was made. */
const ROTATION = [
  { periodMs: HOUR_MS, keep: 4 },
  { periodMs: DAY_MS, keep: 7 },
  { periodMs: 7 * DAY_MS, keep: 5 },
] as const

/** Of the others, so many of the newest. */
const NEWEST: Readonly<Record<Exclude<BackupReason, 'scheduled'>, number>> = {
  asked: 10,
  'before-restore': 3,
  'before-format-change': 2,
}

/**
 * Which backups have served their time: grandfather, father, son for the scheduled ones, the newest few of the others.
 * @param backups newest first
 */
export function outOfRotation(backups: readonly Backup[]): Backup[] {
  const kept = new Set<Backup>()
  const scheduled = backups.filter(({ reason }) => reason === 'scheduled')
  for (const { periodMs, keep } of ROTATION) {
    const periods = new Set<number>()
    for (const backup of scheduled) {
      const period = Math.floor(backup.madeAt / periodMs)
      if (periods.has(period)) continue
      if (periods.size === keep) break
      periods.add(period)
      kept.add(backup)
    }
  }
  for (const [reason, keep] of Object.entries(NEWEST))
    for (const backup of backups.filter((one) => one.reason === reason).slice(0, keep)) kept.add(backup)
  return backups.filter((backup) => !kept.has(backup))
}
