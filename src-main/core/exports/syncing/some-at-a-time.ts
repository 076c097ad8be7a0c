/** File calls that are under way at once: as many as Node has threads for them, and some that wait. */
const AT_ONCE = 8

/**
 * Does the same for many items, a few of them at a time: a disk that is asked for several files at once answers sooner.
 * @throws what the first of them that failed threw, when those under way have ended; no further one is begun
 */
export async function someAtATime<Item>(
  items: Iterable<Item>,
  work: (item: Item, at: number) => Promise<void>,
): Promise<void> {
  const queue = [...items].entries()
  const failures: unknown[] = []
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) {
      if (failures.length > 0) return
      try {
        await work(item, at)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  if (failures.length > 0) throw failures[0]
}

/** Lets what else the process has to do go first. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
