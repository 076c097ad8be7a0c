import type { FromBackend, ToBackend } from './wire'

/** The backend process's end of the line to its host. */
export interface HostChannel {
  send(message: FromBackend): void
  onMessage(listener: (message: ToBackend) => void): void
  /** The host is gone without a word. */
  onLost(listener: () => void): void
}

/** Electron's `process.parentPort`, as far as it is used here; this file must not depend on Electron. */
interface ParentPort {
  postMessage(message: FromBackend): void
  on(name: 'message', listener: (event: { readonly data: ToBackend }) => void): void
}

/**
 * Finds the host: Electron's `utilityProcess` or Node's `child_process.fork`. Messages are not parsed, because the other
 * end is our own host; the inputs of calls are, in `createBackend`.
 */
export function findHost(): HostChannel {
  const port: unknown = Reflect.get(process, 'parentPort')
  if (isParentPort(port)) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
      // Chromium ends its utility processes itself when the browser process is gone.
      onLost: () => undefined,
    }
  }
  if (process.send === undefined) throw new Error('The backend process is started by a host, not by hand.')
  return {
    send: (message) => {
      if (process.connected) process.send?.(message)
    },
    onMessage: (listener) => process.on('message', listener),
    onLost: (listener) => process.on('disconnect', listener),
  }
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value
}
