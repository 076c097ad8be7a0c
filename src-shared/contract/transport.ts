import type { ErrorData } from './errors'

/** What a call comes back as. */
export type CallResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorData }

/** Carries calls to the backend and events back. One for each host; nothing above it knows which. */
export interface Transport {
  /** `name` is `area.method`. Never rejects: a lost connection is an error result. */
  call(name: string, input: unknown): Promise<CallResult>
  /** Hears every event from now on; returns the function that stops it. */
  subscribe(listener: (event: unknown) => void): () => void
}
