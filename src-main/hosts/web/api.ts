import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { ErrorData } from '@shared/contract/errors'
import { fromJson, toJson } from '@shared/contract/json-bytes'
import type { CallResult } from '@shared/contract/transport'
import { CLOSED_DOORS } from '../content-policy'
import type { Access } from './access'
import { readBody, reply } from './exchange'
import { cookieName } from './guard'

/** What the API needs of the backend. */
export interface Callable {
  call(name: string, input: unknown): Promise<CallResult>
  subscribe(listener: (event: unknown) => void): () => void
}

/** JSON leaves out what is undefined, and so the input of a call that takes none. */
const Call = z.object({ name: z.string().max(100), input: z.unknown().optional() })
const Session = z.object({ token: z.string().max(100) })

/** An idle stream says something this often, in ms, so that both ends notice when the other is gone. */
const HEARTBEAT_MS = 15_000
/** A listener that has let this many bytes pile up is cut off; it comes back and refreshes. */
const MAX_BEHIND_BYTES = 1_000_000

const JSON_TYPE = 'application/json'

/** Answers `/api/…`; the guard has already let the request in. */
export function createApi(
  backend: Callable,
  access: Access,
  port: number,
): (path: string, request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (path, request, response) => {
    if (path === '/api/events') return stream(backend, response)
    const body = await readBody(request)
    if (body === null) {
      const refusal = toJson(failed('too-large', 'This is too large to send.'))
      return reply(response, 413, JSON_TYPE, refusal, { connection: 'close' })
    }
    const asked = parsed(body)
    if (path === '/api/session') {
      const session = Session.safeParse(asked)
      const token = session.success ? access.exchange(session.data.token) : null
      if (token === null) return reply(response, 401, JSON_TYPE, toJson({ message: 'The token is wrong or used up.' }))
      const cookie = `${cookieName(port)}=${access.contentCookie}; HttpOnly; SameSite=Strict; Path=/`
      return reply(response, 200, JSON_TYPE, toJson({ token }), { 'set-cookie': cookie })
    }
    if (path !== '/api/call') return reply(response, 404, JSON_TYPE, toJson({ message: 'There is nothing here.' }))
    const call = Call.safeParse(asked)
    const result = call.success
      ? await backend.call(call.data.name, call.data.input)
      : failed('invalid-call', 'A call is a JSON object with a name and an input.')
    reply(response, 200, JSON_TYPE, toJson(result))
  }
}

function parsed(body: string): unknown {
  try {
    return fromJson(body)
  } catch {
    return undefined
  }
}

/** Sends every event from now on, one JSON object a line (NDJSON), until the other end leaves. */
function stream(backend: Callable, response: ServerResponse): void {
  response.writeHead(200, { ...CLOSED_DOORS, 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
  response.write('\n')
  const write = (line: string): void => {
    if (response.writableLength > MAX_BEHIND_BYTES) response.destroy()
    else response.write(line)
  }
  const stop = backend.subscribe((event) => write(`${toJson(event)}\n`))
  const heartbeat = setInterval(() => write('\n'), HEARTBEAT_MS)
  response.on('close', () => {
    stop()
    clearInterval(heartbeat)
  })
}

function failed(code: ErrorData['code'], message: string): CallResult {
  return { ok: false, error: { code, message } }
}
