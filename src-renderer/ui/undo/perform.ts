import { showToast } from './toasts'
import { pushUndo, undoWaitsFor } from './undo'

/** Shows why something could not be done. */
export function reportError(error: unknown): void {
  showToast({ message: error instanceof Error ? error.message : String(error), kind: 'error' })
}

/** Something to do that can be taken back. */
export interface Performed<Done> {
  run: () => Promise<Done>
  /** What was done, in the past tense; null where nothing was. */
  label: (done: Done) => string | null
  undo: (done: Done) => Promise<unknown>
  /** Does it again after `undo`; left out, `run` is. What makes something brings back what it made instead. */
  redo?: (done: Done) => Promise<unknown>
  /** Whether it goes without a toast, as its result is in sight; Mod+Z takes it back all the same. */
  isQuiet?: boolean
}

/** Does something, says so with a way back, and remembers it for Mod+Z. Failures are shown. */
export function perform<Done>(performed: Performed<Done>): Promise<Done | undefined> {
  return undoWaitsFor(performNow(performed))
}

async function performNow<Done>({
  run,
  label,
  undo,
  redo,
  isQuiet = false,
}: Performed<Done>): Promise<Done | undefined> {
  try {
    const done = await run()
    let newest = done
    const message = label(done)
    if (message === null) return done
    const takeBack = pushUndo({
      label: message,
      undo: () => {
        closeToast?.()
        return undo(newest)
      },
      redo: async () => {
        if (redo) await redo(newest)
        else newest = await run()
      },
    })
    const closeToast = isQuiet
      ? null
      : showToast({ message, action: { label: 'Undo', run: () => void takeBack().catch(reportError) } })
    return done
  } catch (error) {
    reportError(error)
    return undefined
  }
}
