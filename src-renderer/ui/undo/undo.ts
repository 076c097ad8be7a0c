import { useSyncExternalStore } from 'react'
import { createUndoStack, type NextSteps, type Undoable } from './undo-stack'

const stack = createUndoStack()

/** Remembers an action for Mod+Z. Returns the function that undoes just this one, once, and answers whether it did. */
export function pushUndo(action: Undoable): () => Promise<boolean> {
  return stack.push(action)
}

/** Makes undo and redo wait for an action that is being done, and that is remembered before `doing` ends. */
export function undoWaitsFor<Result>(doing: Promise<Result>): Promise<Result> {
  return stack.during(doing)
}

/** Takes back the last action and says which it was; null when there is none. */
export function undoLast(): Promise<Undoable | null> {
  return stack.undo()
}

/** Does again what was undone last and says which it was; null when there is none. */
export function redoLast(): Promise<Undoable | null> {
  return stack.redo()
}

/** What would be undone and done again next. */
export function useNextSteps(): NextSteps {
  return useSyncExternalStore(stack.subscribe, stack.next)
}
