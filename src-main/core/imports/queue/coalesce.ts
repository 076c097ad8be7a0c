/**
 * Calls `send` at once with the first key, and after that at most every `everyMs` with all that changed meanwhile, none lost: a
 * thousand files in a minute must not become thousands of events.
 */
export function createCoalescer<Key>(send: (keys: readonly Key[]) => void, everyMs: number) {
  let timer: NodeJS.Timeout | null = null
  const changed = new Set<Key>()

  const flush = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (changed.size === 0) return
    const keys = [...changed]
    changed.clear()
    timer = setTimeout(flush, everyMs)
    send(keys)
  }

  return {
    /** Something about `key` changed. */
    changed(key: Key): void {
      changed.add(key)
      if (timer === null) flush()
    },
    /** Sends what has not been sent. */
    flush,
    /** Sends what has not been sent, for the last time. */
    close(): void {
      flush()
      if (timer !== null) clearTimeout(timer)
    },
  }
}
