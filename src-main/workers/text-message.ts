import type { TextTasks } from '../core/text/text-tasks'

/** One task, as its worker thread is told it. */
export type TextOrder = {
  [Name in keyof TextTasks]: { readonly name: Name; readonly input: Parameters<TextTasks[Name]> }
}[keyof TextTasks]

/** What the worker answers. */
export type TextAnswer =
  | { readonly ok: true; readonly value: unknown }
  /** A mistake of ours. */
  | { readonly ok: false; readonly message: string }
