import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

/** A process that has not said for so long that it lives is taken for gone: its number may be another program's by now. */
const SILENT_FOR_MS = 60_000

/** The name under which this process works on imports: several can have the same library open. */
export function ownerName(): string {
  return [hostname(), process.pid, randomUUID()].join('/')
}

/**
 * Whether nobody works under a name any more.
 * @param beatAt when its process last said that it lives, and `now`, in ms since the epoch
 */
export function isGone(owner: string | null, beatAt: number, now: number): boolean {
  if (owner === null) return true
  const [host, pid] = owner.split('/')
  if (host === hostname() && !isRunning(Number(pid))) return true
  return Math.abs(now - beatAt) > SILENT_FOR_MS
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // A process of another user is there all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
