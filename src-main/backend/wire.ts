import type { z } from 'zod'
import type { LecternEvent } from '@shared/contract/events'
import type { ErrorData } from '@shared/contract/errors'
import type { CallResult } from '@shared/contract/transport'

/** What the backend process is told when it is started, as JSON in its first argument. */
export interface BackendOptions {
  /** Folder that holds the library. */
  readonly folder: string
  /** Lectern's version. */
  readonly version: string
  /** Whether a folder without a library is refused, as when the drive that holds it is not connected. */
  readonly mustExist: boolean
}

/** What a host sends to the backend process. Structured clone carries it, so bytes stay bytes. */
export type ToBackend =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  /** Answer what is under way, close the library, end. */
  | { readonly kind: 'close' }

/** What the backend process sends to its host. */
export type FromBackend =
  /** The library is open; calls are answered from now on. */
  | { readonly kind: 'ready' }
  /** The process closes its library and will be started again: what is asked from now on waits for that. */
  | { readonly kind: 'hold' }
  /** The process ends, to be started again with the library in this folder: another state of it, or another place. */
  | { readonly kind: 'restart'; readonly folder: string }
  /** The library could not be opened; the process ends. */
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'result'; readonly id: number; readonly result: CallResult }
  | { readonly kind: 'event'; readonly event: z.input<typeof LecternEvent> }

/** A started backend process, whichever way the host started it. */
export interface BackendChild {
  send(message: ToBackend): void
  onMessage(listener: (message: FromBackend) => void): void
  /** Called once, when the process has ended for whatever reason. */
  onExit(listener: (reason: string) => void): void
  /** Ends the process without asking. */
  kill(): void
}
