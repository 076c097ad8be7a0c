import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

/** A process that has not said for so long that it lives is taken for gone, in ms. */
const SILENT_FOR_MS = 60_000

/** The name under which this process works on a folder. */
export function ownerName(): string {
  return [hostname(), process.pid, randomUUID()].join('/')
}

/** Whether nobody works under a name any more. */
export function isGone(owner: string | null, beatAt: number, now: number): boolean {
  if (owner === null || Math.abs(now - beatAt) > SILENT_FOR_MS) return true
  const [host, pid] = owner.split('/')
  if (host !== hostname()) return false
  try {
    return !process.kill(Number(pid), 0)
  } catch (error) {
    // A process of another user is there all the same.
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM')
  }
}
