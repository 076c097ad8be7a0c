import { LecternError, type ErrorData } from '@shared/contract/errors'
import type { CallResult } from '@shared/contract/transport'
import type { Log } from './backend'
import type { BackendChild, FromBackend } from './wire'

/** A backend process that ends again within this many ms of being restarted is not started a third time. */
const GIVE_UP_WITHIN_MS = 60_000
/** How long closing may take before the process is ended without asking, in ms. */
const CLOSE_MS = 10_000

/** The backend as its host sees it: one that restarts by itself. */
export interface Backend {
  /** Resolves when the library is open. Rejects with `LecternError` when it cannot be opened. */
  readonly ready: Promise<void>
  /** Answers a call, once the library is open. Never rejects. */
  call(name: string, input: unknown): Promise<CallResult>
  /** Hears every event; returns the function that stops it. */
  subscribe(listener: (event: unknown) => void): () => void
  /** Sends an event to all who listen, as if the backend had. */
  emit(event: Extract<FromBackend, { kind: 'event' }>['event']): void
  /** Lets calls under way finish, closes the library, ends the process. */
  close(): Promise<void>
}

export interface SupervisorOptions {
  /** Starts a process that opens the library in this folder. */
  readonly spawn: (folder: string) => BackendChild
  readonly folder: string
  /** The library is in another folder from now on. */
  readonly onMoved: (folder: string) => void
  readonly log: Log
  /** Milliseconds since any fixed moment. */
  readonly now: () => number
}

type State =
  | { readonly kind: 'starting' | 'ready'; readonly child: BackendChild }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'closed' }

const LOST: ErrorData = {
  code: 'backend-lost',
  message: "Lectern's library process ended before it answered. What was saved is safe; try again.",
}
const GAVE_UP: ErrorData = {
  code: 'backend-lost',
  message: 'The library process ended twice within a minute. What was saved is safe. Close Lectern and open it again.',
}
const CLOSED: ErrorData = { code: 'backend-lost', message: 'Lectern is closing; this was not done.' }

/** Keeps one backend process alive: starts it, matches answers to calls, starts it again once when it dies. */
export function superviseBackend({ spawn, folder: firstFolder, onMoved, log, now }: SupervisorOptions): Backend {
  const listeners = new Set<(event: unknown) => void>()
  const pending = new Map<number, (result: CallResult) => void>()
  /** Calls that wait for the library to open. */
  let waiting: (() => void)[] = []
  let ended: (() => void)[] = []
  let nextId = 1
  let restartedAt = Number.NEGATIVE_INFINITY
  let closing = false
  let folder = firstFolder
  /** Set while the process ends because it asked to be started again. */
  let restarting = false

  let opened: () => void = () => undefined
  let notOpened: (error: LecternError) => void = () => undefined
  const ready = new Promise<void>((resolve, reject) => {
    opened = resolve
    notOpened = reject
  })
  // Whoever cares awaits it; a host that does not must not end over it.
  ready.catch(() => undefined)

  let state: State = { kind: 'starting', child: start(false) }

  function start(again: boolean): BackendChild {
    const child = spawn(folder)
    child.onMessage((message) => hear(child, message, again))
    child.onExit((reason) => lose(reason))
    return child
  }

  function hear(child: BackendChild, message: FromBackend, again: boolean): void {
    switch (message.kind) {
      case 'ready':
        state = { kind: 'ready', child }
        opened()
        if (again) emit({ name: 'backend.restarted' })
        return release()
      case 'failed':
        return fail(message.error)
      case 'hold':
        state = { kind: 'starting', child }
        return
      case 'restart':
        restarting = true
        if (message.folder !== folder) onMoved(message.folder)
        folder = message.folder
        return
      case 'result':
        pending.get(message.id)?.(message.result)
        pending.delete(message.id)
        return
      case 'event':
        return emit(message.event)
    }
  }

  function lose(reason: string): void {
    for (const settle of pending.values()) settle({ ok: false, error: closing ? CLOSED : LOST })
    pending.clear()
    for (const tell of ended) tell()
    ended = []
    if (state.kind === 'failed' || state.kind === 'closed') return
    if (closing) {
      state = { kind: 'closed' }
      return release()
    }
    if (restarting) {
      restarting = false
      state = { kind: 'starting', child: start(true) }
      return
    }
    log(`the backend process ended (${reason})`)
    if (now() - restartedAt < GIVE_UP_WITHIN_MS) return fail(GAVE_UP)
    restartedAt = now()
    state = { kind: 'starting', child: start(true) }
  }

  function fail(error: ErrorData): void {
    log(`gave up: ${error.code}: ${error.message}`)
    state = { kind: 'failed', error }
    notOpened(new LecternError(error.code, error.message, error.details))
    release()
  }

  function release(): void {
    const due = waiting
    waiting = []
    for (const go of due) go()
  }

  function emit(event: unknown): void {
    for (const listener of listeners) listener(event)
  }

  return {
    ready,
    emit,
    async call(name, input) {
      if (closing) return { ok: false, error: CLOSED }
      while (state.kind === 'starting') await new Promise<void>((resolve) => waiting.push(resolve))
      if (state.kind === 'failed') return { ok: false, error: state.error }
      if (state.kind !== 'ready') return { ok: false, error: CLOSED }
      const { child } = state
      const id = nextId++
      return new Promise((resolve) => {
        pending.set(id, resolve)
        child.send({ kind: 'call', id, name, input })
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closing = true
      if (state.kind === 'failed' || state.kind === 'closed') return
      const { child } = state
      const gone = new Promise<void>((resolve) => ended.push(resolve))
      child.send({ kind: 'close' })
      const timer = setTimeout(() => child.kill(), CLOSE_MS)
      await gone
      clearTimeout(timer)
    },
  }
}
