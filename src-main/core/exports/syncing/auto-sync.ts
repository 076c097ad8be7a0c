import type { LecternEvent } from '@shared/contract/events'

/** A change is written when nothing has changed for so long, in ms. */
const QUIET_MS = 2000
/** But after so long at the latest, in ms. */
const LATEST_MS = 20_000

const CONCERNED: ReadonlySet<LecternEvent['name']> = new Set([
  'articles.changed',
  'annotations.changed',
  'notes.changed',
  'topics.changed',
  'tags.changed',
  'settings.changed',
])

/** Starts a run some time after changes, one for many. */
export function createAutoSync(run: () => Promise<void>, isOn: () => boolean, now: () => number) {
  let timer: NodeJS.Timeout | null = null
  let since = 0
  let running = false
  let started = false

  const soon = (): void => {
    if (timer === null) since = now()
    else clearTimeout(timer)
    const wait = Math.max(0, Math.min(QUIET_MS, since + LATEST_MS - now()))
    timer = setTimeout(() => {
      timer = null
      if (running) return soon()
      running = true
      void run().finally(() => {
        running = false
      })
    }, wait)
    timer.unref()
  }

  return {
    /** From now on changes count. What changed while no process was there is made up for. */
    start: (): void => {
      started = true
      if (isOn()) soon()
    },
    heard: (name: LecternEvent['name']): void => {
      if (started && CONCERNED.has(name) && isOn()) soon()
    },
    stop: (): void => {
      started = false
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
