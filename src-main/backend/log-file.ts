import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from './backend'

/** A log file that has grown to this many bytes becomes `lectern.log.1`, and a new one begins. */
const MAX_BYTES = 1_000_000

/**
 * Writes to `<library>/logs/lectern.log`, one line at a time and at once, so that the last words before a crash are there.
 * A log that cannot be written to is given up silently: it must never be the reason that something else fails.
 */
export function openLogFile(folder: string, from: 'backend' | 'host'): Log {
  const file = join(folder, 'logs', 'lectern.log')
  return (line) => {
    try {
      mkdirSync(join(folder, 'logs'), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, `${new Date().toISOString()} ${from} ${line}\n`)
    } catch {
      // See above.
    }
  }
}
