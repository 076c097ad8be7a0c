import type { IncomingHttpHeaders } from 'node:http'
import type { Access } from './access'

/** Carries the session token of a call. */
export const TOKEN_HEADER = 'x-lectern-token'

/** What of a request the guard looks at. */
export interface Asked {
  readonly method: string
  /** Path of the URL, without its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/** Why a request is turned away. */
export interface Refusal {
  readonly status: number
  readonly message: string
}

/** Names the content cookie; with the port, because several Lecterns on one computer share their cookies. */
export function cookieName(port: number): string {
  return `lectern-${port}`
}

/**
 * Decides whether a request may go on; null lets it. Any web page can send requests to 127.0.0.1, and any name can be
 * made to lead there (DNS rebinding), so nothing is taken on trust: design/SECURITY.md, "Web host".
 */
export function createGuard(port: number, access: Access): (asked: Asked) => Refusal | null {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  return ({ method, path, headers }) => {
    if (headers.host !== host) return refuse(421, 'This address is not served here.')
    const site = headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(403, 'Another site may not ask.')
    if (headers.origin !== undefined && headers.origin !== origin) return refuse(403, 'Another origin may not ask.')

    if (path.startsWith('/api/')) {
      if (path === '/api/events') {
        if (method !== 'GET') return refuse(405, 'Only GET.')
      } else {
        if (method !== 'POST') return refuse(405, 'Only POST.')
        if (headers.origin !== origin) return refuse(403, 'The origin is missing.')
        if (!/^application\/json(?:;|$)/iu.test(headers['content-type'] ?? '')) return refuse(415, 'Only JSON.')
      }
      if (path !== '/api/session' && !access.admits(one(headers[TOKEN_HEADER])))
        return refuse(401, 'The token is wrong.')
      return null
    }
    if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Only GET.')
    if (/^\/(?:snapshots|originals|assets|archives)\//u.test(path)) {
      const admitted =
        access.admits(one(headers[TOKEN_HEADER])) || access.admitsContent(cookie(headers.cookie, cookieName(port)))
      if (!admitted) return refuse(401, 'Open Lectern by the address that it printed.')
    }
    return null
  }
}

function refuse(status: number, message: string): Refusal {
  return { status, message }
}

function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined
}

function cookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=')
    if (key === name) return value
  }
  return undefined
}
