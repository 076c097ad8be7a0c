/** An action that can be taken back. */
export interface Undoable {
  /** What was done, in the past tense: `“Miasma theory” moved to Trash`. */
  readonly label: string
  readonly undo: () => unknown
  /** Does it again after `undo`; left out where that is not possible. */
  readonly redo?: () => unknown
}

/** What would be undone and done again next; null where there is nothing. */
export interface NextSteps {
  readonly undo: Undoable | null
  readonly redo: Undoable | null
}

const MOST = 50

/**
 * Remembers what was done and what was undone. Something new leaves nothing to do again, and so does undoing a step that
 * cannot be done again: what came after it rests on it. Steps run one after another; one that fails is forgotten. What is being
 * done is waited for, so that undo never takes back what came before it.
 */
export function createUndoStack() {
  let done: readonly Undoable[] = []
  let undone: readonly Undoable[] = []
  let next: NextSteps = { undo: null, redo: null }
  let running: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()

  function set(nowDone: readonly Undoable[], nowUndone: readonly Undoable[]): void {
    done = nowDone.slice(-MOST)
    undone = nowUndone.slice(-MOST)
    next = { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }
    for (const listener of listeners) listener()
  }

  function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const result = running.then(run)
    running = result.catch(() => undefined)
    return result
  }

  async function takeBack(step: Undoable): Promise<void> {
    set(
      done.filter((other) => other !== step),
      undone,
    )
    await step.undo()
    set(done, step.redo ? [...undone, step] : [])
  }

  return {
    /** Makes undo and redo wait for an action that is being done, and that is remembered before `doing` ends. */
    during<Result>(doing: Promise<Result>): Promise<Result> {
      running = Promise.allSettled([running, doing])
      return doing
    },

    /** Remembers an action. Returns the function that undoes just this one, once, and answers whether it did. */
    push(step: Undoable): () => Promise<boolean> {
      set([...done, step], [])
      return () =>
        inTurn(async () => {
          if (!done.includes(step)) return false
          await takeBack(step)
          return true
        })
    },

    /** Takes back the last action and answers which it was; null when there is none. */
    undo: (): Promise<Undoable | null> =>
      inTurn(async () => {
        const step = done.at(-1) ?? null
        if (step) await takeBack(step)
        return step
      }),

    /** Does again what was undone last and answers which it was; null when there is none. */
    redo: (): Promise<Undoable | null> =>
      inTurn(async () => {
        const step = undone.at(-1) ?? null
        if (!step?.redo) return null
        set(done, undone.slice(0, -1))
        await step.redo()
        set([...done, step], undone)
        return step
      }),

    /** The same object until a step changes. */
    next: (): NextSteps => next,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
