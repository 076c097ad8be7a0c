import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'

/** The longest rest after what was read again, in milliseconds. */
const LONGEST_REST = 500
/** For how long one reading is waited for: one that hangs must not keep others from being read. In milliseconds. */
const LONGEST_READING = 2000

/** The longest that a window waits for its next frames: one that is not seen draws none. In milliseconds. */
const LONGEST_FRAME = 100

/** Resolves when what changed so far is drawn: two frames on, as the first may be about to be drawn already. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_FRAME)
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))
  })
}

/**
 * Makes the function that says of query results that they are stale. What is shown is read again as soon as what a person just
 * did is drawn; what becomes stale while it is being read is read once more when that is done, however often that was. In
 * between it rests for as long as the reading took, so that an import of thousands does not keep the library busy with lists.
 */
export function createInvalidator(
  queryClient: Pick<QueryClient, 'invalidateQueries'>,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  settle: () => Promise<void> = drawn,
): (queryKey: QueryKey) => void {
  /** What is being read, and whether it became stale meanwhile. */
  const reading = new Map<string, boolean>()

  async function read(queryKey: QueryKey, hash: string): Promise<void> {
    reading.set(hash, false)
    // One change often tells itself by several events at once.
    await settle()
    do {
      reading.set(hash, false)
      const began = performance.now()
      // What fails says so where it is shown.
      const done = queryClient.invalidateQueries({ queryKey }).catch(() => undefined)
      await Promise.race([done, pause(LONGEST_READING)])
      await pause(Math.min(LONGEST_REST, performance.now() - began))
    } while (reading.get(hash) === true)
    reading.delete(hash)
  }

  return (queryKey) => {
    const hash = hashKey(queryKey)
    if (reading.has(hash)) reading.set(hash, true)
    else void read(queryKey, hash)
  }
}
