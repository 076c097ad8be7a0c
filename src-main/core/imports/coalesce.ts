/**
 * Calls `send` for a key at once, and after that at most every `everyMs`, the last change never lost: two hundred files in a few
 * seconds must not become a thousand events.
 */
export function createCoalescer<Key>(send: (key: Key) => void, everyMs: number) {
  const timers = new Map<Key, { again: boolean; readonly timer: NodeJS.Timeout }>()

  const begin = (key: Key): void => {
    send(key)
    const timer = setTimeout(() => {
      const again = timers.get(key)?.again === true
      timers.delete(key)
      if (again) begin(key)
    }, everyMs)
    timers.set(key, { again: false, timer })
  }

  return {
    /** Something about `key` changed. */
    changed(key: Key): void {
      const pending = timers.get(key)
      if (pending === undefined) begin(key)
      else pending.again = true
    },
    /** Forgets what has not been sent. */
    close(): void {
      for (const { timer } of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
