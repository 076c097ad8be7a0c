/** An action that can be taken back. */
export interface Undoable {
  /** What was done, in the past tense: `“Miasma theory” moved to Trash`. */
  label: string
  undo: () => void
}

const MOST = 50
let stack: readonly Undoable[] = []

/** Remembers an action for Mod+Z. Returns the function that undoes just this one, once. */
export function pushUndo(action: Undoable): () => void {
  stack = [...stack.slice(1 - MOST), action]
  return () => {
    if (!stack.includes(action)) return
    stack = stack.filter((other) => other !== action)
    action.undo()
  }
}

/** Takes back the last action and says which it was; null when there is none. */
export function undoLast(): Undoable | null {
  const action = stack.at(-1) ?? null
  if (action) {
    stack = stack.slice(0, -1)
    action.undo()
  }
  return action
}
