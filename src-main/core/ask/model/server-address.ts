import { LecternError } from '@shared/contract/errors'

/** Where a model server is. */
export interface ServerAddress {
  /** Scheme, host, port and path, without a slash at the end: paths of its interface are put behind it. */
  readonly base: string
  /** What a person agrees to: scheme, host and port. */
  readonly origin: string
  /** Without brackets: an IP address or a name. */
  readonly host: string
}

/** Ends that people copy along with an address. */
const INTERFACE = /(?:\/v1)?(?:\/chat(?:\/completions)?|\/models)?\/*$|\/api(?:\/(?:chat|tags|generate))?\/*$/u

/** Reads an address as a person types it: `localhost:11434`, `http://127.0.0.1:1234/v1`. @throws model-failed */
export function parseServerAddress(typed: string): ServerAddress {
  const text = /^[a-z][a-z\d+.-]*:\/\//iu.test(typed.trim()) ? typed.trim() : `http://${typed.trim()}`
  if (!URL.canParse(text)) throw refused(typed)
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused(typed)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') throw refused(typed)
  return {
    base: url.origin + url.pathname.replace(INTERFACE, '').replace(/\/+$/u, ''),
    origin: url.origin,
    host: url.hostname.replace(/^\[|\]$/gu, ''),
  }
}

const refused = (typed: string): LecternError =>
  new LecternError(
    'model-failed',
    `“${typed.trim().slice(0, 100)}” is not the address of a server. It looks like http://localhost:11434, without a name or password in it.`,
  )
