import type { Worker } from 'node:worker_threads'

/** How long a worker may take over one task, in ms. */
export interface TimeLimit {
  /** Of work: time in which it neither waits for anything nor for its turn on a busy computer. */
  readonly busyMs: number
  /** In all. */
  readonly totalMs: number
}

const LOOK_EVERY_MS = 500

/**
 * Calls `onOver` with the limit that a worker has reached. Node tells the time that a whole process has worked, and the time that
 * a thread was not idle, which counts waiting for a processor; the lesser of both is what the thread can have worked.
 * @returns what ends the watch
 */
export function watchTime(
  worker: Worker,
  { busyMs, totalMs }: TimeLimit,
  onOver: (limitMs: number) => void,
): () => void {
  const began = performance.now()
  let busy = 0
  let loop = worker.performance.eventLoopUtilization()
  let used = process.cpuUsage()
  const look = setInterval(
    () => {
      const active = worker.performance.eventLoopUtilization(loop).active
      const { user, system } = process.cpuUsage(used)
      loop = worker.performance.eventLoopUtilization()
      used = process.cpuUsage()
      busy += Math.min(active, (user + system) / 1000)
      if (busy >= busyMs) onOver(busyMs)
      else if (performance.now() - began >= totalMs) onOver(totalMs)
    },
    Math.min(LOOK_EVERY_MS, busyMs / 4),
  )
  return () => clearInterval(look)
}
