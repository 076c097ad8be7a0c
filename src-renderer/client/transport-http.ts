import type { ErrorData } from '@shared/contract/errors'
import { fromJson, toJson } from '@shared/contract/json-bytes'
import type { CallResult, Transport } from '@shared/contract/transport'
import { listenToEvents } from './event-stream'

const LOST: ErrorData = {
  code: 'backend-lost',
  message: 'Lectern cannot be reached. Is it still running? What was saved is safe.',
}
const REFUSED: ErrorData = {
  code: 'backend-lost',
  message: 'This page has lost its key. Open the address that Lectern printed when it was started.',
}

/** Reaches the backend through the web host. `token` comes from the session exchange. */
export function createHttpTransport(token: string): Transport {
  const headers = { 'x-lectern-token': token }
  // One connection for all who listen: a browser keeps only six to one host.
  const listeners = new Set<(event: unknown) => void>()
  let stop: (() => void) | null = null
  return {
    async call(name, input) {
      if (name === 'host.openExternal') return openExternal(input)
      try {
        const response = await fetch('/api/call', {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: toJson({ name, input }),
        })
        if (response.status === 401) return { ok: false, error: REFUSED }
        const result = fromJson(await response.text())
        return isResult(result) ? result : { ok: false, error: LOST }
      } catch {
        return { ok: false, error: LOST }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      stop ??= listenToEvents('/api/events', headers, (event) => {
        for (const hear of listeners) hear(event)
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
      }
    },
  }
}

/** A browser opens addresses itself, and only from a window that was just pressed: asking the host would be too late. */
function openExternal(input: unknown): CallResult {
  const url = typeof input === 'object' && input !== null && 'url' in input ? String(input.url) : ''
  if (!/^(?:https?:\/\/|mailto:)/iu.test(url)) {
    const message = 'Only web and mail addresses can be opened outside Lectern.'
    return { ok: false, error: { code: 'invalid-call', message } }
  }
  window.open(url, '_blank', 'noopener,noreferrer')
  return { ok: true, value: undefined }
}

function isResult(value: unknown): value is CallResult {
  return typeof value === 'object' && value !== null && 'ok' in value
}
