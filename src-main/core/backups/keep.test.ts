import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Backup, BackupReason } from '@shared/contract/backups'
import { outOfRotation } from './keep'

const HOUR = 60 * 60 * 1000
const NOW = Date.UTC(2026, 10, 22, 12)

function backup(madeAt: number, reason: BackupReason = 'scheduled'): Backup {
  return { name: `${madeAt}-${reason}`, reason, madeAt, bytes: 1 }
}

/** Makes a backup each hour, as the schedule does, and removes what has served its time. */
function hourly(hours: number): Backup[] {
  let kept: Backup[] = []
  for (let hour = 0; hour < hours; hour += 1) {
    kept = [backup(NOW + hour * HOUR), ...kept]
    const gone = new Set(outOfRotation(kept))
    kept = kept.filter((one) => !gone.has(one))
  }
  return kept
}

test('after half a year of hourly backups the last hours, days and weeks are there', () => {
  const kept = hourly(24 * 180)
  const ages = kept.map(({ madeAt }) => Math.round((NOW + (24 * 180 - 1) * HOUR - madeAt) / HOUR))
  expect(ages.slice(0, 4)).toEqual([0, 1, 2, 3])
  expect(ages.filter((age) => age < 7 * 24).length).toBeGreaterThanOrEqual(10)
  expect(Math.max(...ages)).toBeGreaterThanOrEqual(21 * 24)
  expect(kept.length).toBeLessThanOrEqual(16)
})

test('what a person asked for is not pushed out by the clock', () => {
  const asked = backup(NOW - 400 * 24 * HOUR, 'asked')
  expect(outOfRotation([...hourly(24 * 30), asked])).not.toContain(asked)
})

test('the newest backup of each kind always stays', () => {
  const reasons: BackupReason[] = ['scheduled', 'asked', 'before-restore', 'before-format-change']
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(...reasons)), { maxLength: 60 }),
      (made) => {
        const backups = made.map(([at, reason]) => backup(at * 60_000, reason)).sort((a, b) => b.madeAt - a.madeAt)
        const gone = new Set(outOfRotation(backups))
        for (const reason of reasons) {
          const newest = backups.find((one) => one.reason === reason)
          if (newest !== undefined) expect(gone.has(newest)).toBe(false)
        }
      },
    ),
  )
})
