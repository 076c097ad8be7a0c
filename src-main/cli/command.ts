import type { Readable } from 'node:stream'

/** Where a command reads and writes. */
export interface Io {
  readonly stdin: Readable
  /** Results: nothing else is written here. */
  out(text: string): void
  /** Progress and complaints. */
  err(text: string): void
}

/** How a command ended, as the process says it. */
export const ExitCode = {
  ok: 0,
  /** Something, or some of the items, failed. */
  failed: 1,
  /** The command was not understood; nothing was done. */
  usage: 2,
} as const
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/** One word of the command line. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  readonly help: string
  /** @throws UsageError, LecternError, and what `parseArgs` of Node throws */
  run(args: readonly string[], io: Io): Promise<ExitCode>
}

/** Says that a command was called in a way that makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** One JSON value on one line. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
