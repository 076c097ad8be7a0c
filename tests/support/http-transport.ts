import { fromJson, toJson } from '@shared/contract/json-bytes'
import type { CallResult, Transport } from '@shared/contract/transport'
import { listenToEvents } from '../../src-renderer/client/event-stream'

/** A transport to a running web host. */
export interface HttpTransport extends Transport {
  readonly origin: string
  /** Carries the session token. */
  readonly headers: Readonly<Record<string, string>>
  /** `name=value` of the cookie that opens articles and images. */
  readonly cookie: string
  disconnect(): void
}

/** Exchanges the token of a printed address, as the renderer does; a test has to say its origin itself. */
export async function connectHttp(address: string): Promise<HttpTransport> {
  const { origin, hash } = new URL(address)
  const json = { 'content-type': 'application/json', origin }
  const session = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ token: hash.replace('#token=', '') }),
  })
  const answer: unknown = await session.json()
  if (typeof answer !== 'object' || answer === null || !('token' in answer)) throw new Error('The token was refused.')
  const headers = { 'x-lectern-token': String(answer.token) }
  const stops: (() => void)[] = []
  return {
    origin,
    headers,
    cookie: session.headers.get('set-cookie')?.split(';')[0] ?? '',
    async call(name, input) {
      const body = toJson({ name, input })
      const response = await fetch(`${origin}/api/call`, { method: 'POST', headers: { ...json, ...headers }, body })
      return asResult(fromJson(await response.text()))
    },
    subscribe(listener) {
      const stop = listenToEvents(`${origin}/api/events`, headers, listener)
      stops.push(stop)
      return stop
    },
    disconnect: () => {
      for (const stop of stops) stop()
    },
  }
}

function asResult(value: unknown): CallResult {
  if (typeof value === 'object' && value !== null && 'ok' in value) return value as CallResult
  throw new Error(`Not a result: ${JSON.stringify(value)}`)
}
