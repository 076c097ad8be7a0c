import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Log } from '../../backend/backend'
import { createApi, type Callable } from './api'
import type { Access } from './access'
import { reply, send } from './exchange'
import { createGuard } from './guard'

export interface WebServerOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly access: Access
  readonly backend: Callable
  /** Answers what is not `/api/`. */
  readonly content: (request: Request) => Promise<Response>
  readonly log: Log
}

/** A server that listens. */
export interface WebServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** Stops listening and ends every connection. */
  close(): Promise<void>
}

/**
 * Serves on 127.0.0.1 only.
 * @throws the system's error when the port is taken
 */
export async function listen({ port, access, backend, content, log }: WebServerOptions): Promise<WebServer> {
  const server = createServer()
  const actualPort = await bind(server, port)
  const origin = `http://127.0.0.1:${actualPort}`
  const guard = createGuard(actualPort, access)
  const api = createApi(backend, access, actualPort)

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET'
    const url = new URL(request.url ?? '/', origin)
    const refusal = guard({ method, path: url.pathname, headers: request.headers })
    if (refusal !== null) {
      reply(response, refusal.status, 'text/plain; charset=utf-8', refusal.message, { connection: 'close' })
      return
    }
    if (url.pathname.startsWith('/api/')) return api(url.pathname, request, response)
    const accept = request.headers.accept ?? '*/*'
    const asked = new Request(origin + url.pathname + url.search, { method, headers: { accept } })
    await send(response, await content(asked), method)
  }
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log(`${String(request.method)} ${String(request.url)} failed: ${String(error)}`)
      if (response.headersSent) response.destroy()
      else reply(response, 500, 'text/plain; charset=utf-8', 'Something went wrong inside Lectern.')
    })
  })

  return {
    origin,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      server.closeAllConnections()
      await closed
    },
  }
}

async function bind(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server did not get a port.')
  return address.port
}
