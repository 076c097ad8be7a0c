import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { version } from '../../../../package.json'
import { isIpAddress, isPrivateAddress } from './private-address'

/** How a request went wrong because of what Lectern allows, not of the network; the other errors are Node's own. */
export class WebRefusal extends Error {
  override readonly name = 'WebRefusal'
  constructor(readonly reason: 'private' | 'scheme' | 'port' | 'redirects' | 'bad-redirect' | 'too-large') {
    super(reason)
  }
}

/** Finds all addresses of a host, as `dns.lookup` does with `all`. */
export type Resolve = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void

export interface WebOptions {
  readonly accept: string
  readonly signal: AbortSignal
  readonly maxBytes: number
  /**
   * What may be asked on this computer and its network: `first` the address itself and what it redirects to on the same host, when
   * a person typed it; else the one host, with its port, that may be; null for nothing.
   */
  readonly local: 'first' | { readonly host: string } | null
  readonly maxRedirects?: number
}

export interface WebAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Where it was in the end. */
  readonly url: string
  /** The host and port that answered from this computer or its network; null when the Internet did. */
  readonly privateHost: string | null
  /** Unpacked. @throws WebRefusal too-large, and what Node's network and zlib throw */
  bytes(): Promise<Uint8Array<ArrayBuffer>>
  /** Ends the connection when the bytes are not wanted. */
  drop(): void
}

/** Asks the web: one at a time or several, at most six connections to a host. Sends no cookies and no referrer, keeps nothing. */
export interface Web {
  /** @throws WebRefusal, and what Node's network throws */
  get(url: string, options: WebOptions): Promise<WebAnswer>
  close(): void
}

/** Ports that a URL can name to make a browser talk to a service that is no web server (Fetch standard, "bad port"). */
const BAD_PORTS = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 ' +
    '139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 ' +
    '1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
)
const MAX_REDIRECTS = 10
const MAX_HEADER_BYTES = 64 * 1024
const PER_HOST = 6

const resolveSystem: Resolve = (host, done) => systemLookup(host, { all: true }, done)

/** @param resolve finds a host's addresses; what it answers is what is connected to, so that a second answer cannot differ */
export function createWeb(resolve: Resolve = resolveSystem): Web {
  // Connections are not shared by what may ask this computer's network and what may not.
  const agents = [false, true].map((isLocal) => ({
    isLocal,
    http: new HttpAgent({ keepAlive: !isLocal, maxSockets: PER_HOST }),
    https: new HttpsAgent({ keepAlive: !isLocal, maxSockets: PER_HOST }),
  }))

  const step = (url: URL, options: WebOptions, mayBeLocal: boolean): Promise<IncomingMessage> => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new WebRefusal('scheme')
    if (BAD_PORTS.has(url.port)) throw new WebRefusal('port')
    if (!mayBeLocal && isIpAddress(url.hostname) && isPrivateAddress(url.hostname)) throw new WebRefusal('private')
    const agent = agents.find(({ isLocal }) => isLocal === mayBeLocal)
    const isSecure = url.protocol === 'https:'
    return new Promise((done, fail) => {
      const request = (isSecure ? httpsRequest : httpRequest)(
        url,
        {
          agent: isSecure ? agent?.https : agent?.http,
          signal: options.signal,
          lookup: checkedLookup(resolve, mayBeLocal),
          maxHeaderSize: MAX_HEADER_BYTES,
          headers: {
            accept: options.accept,
            'accept-encoding': 'gzip, deflate, br',
            'accept-language': '*',
            'user-agent': `Mozilla/5.0 (compatible; Lectern/${version})`,
          },
        },
        done,
      )
      request.on('error', fail)
      request.end()
    })
  }

  return {
    async get(first, options) {
      const { local } = options
      const start = new URL(first)
      let url = start
      for (let hop = 0; hop <= (options.maxRedirects ?? MAX_REDIRECTS); hop++) {
        const mayBeLocal = local === 'first' ? isSameHost(url, start) : local !== null && url.host === local.host
        const response = await step(url, options, mayBeLocal)
        const status = response.statusCode ?? 0
        const next = response.headers.location
        const remote = response.socket.remoteAddress ?? ''
        if (status < 300 || status > 399 || next === undefined) {
          return {
            status,
            headers: response.headers,
            url: url.href,
            privateHost: isPrivateAddress(remote) ? url.host : null,
            bytes: () => bodyOf(response, options.maxBytes),
            drop: () => void response.destroy(),
          }
        }
        response.destroy()
        if (!URL.canParse(next, url.href)) throw new WebRefusal('bad-redirect')
        url = new URL(next, url)
      }
      throw new WebRefusal('redirects')
    },
    close() {
      for (const { http, https } of agents) {
        http.destroy()
        https.destroy()
      }
    },
  }
}

/** A page may lead to its own host, also from http to https, but not to another service of that host. */
function isSameHost(url: URL, start: URL): boolean {
  return url.hostname === start.hostname && (url.port === start.port || (url.port === '' && start.port === ''))
}

/** Gives the addresses that may be connected to: what was checked is what is used. */
function checkedLookup(resolve: Resolve, mayBeLocal: boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error !== null) return done(error, '')
      const allowed = mayBeLocal ? addresses : addresses.filter(({ address }) => !isPrivateAddress(address))
      const [first] = allowed
      if (first === undefined) return done(new WebRefusal('private'), '')
      if (options.all === true) done(null, allowed)
      else done(null, first.address, first.family)
    })
  }
}

async function bodyOf(response: IncomingMessage, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy()
    throw new WebRefusal('too-large')
  }
  const unpacked = unpack(response)
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of unpacked) {
      if (!Buffer.isBuffer(part)) continue
      size += part.byteLength
      if (size > maxBytes) throw new WebRefusal('too-large')
      parts.push(part)
    }
  } finally {
    response.destroy()
  }
  return new Uint8Array(Buffer.concat(parts))
}

function unpack(response: IncomingMessage): AsyncIterable<unknown> {
  const packing = response.headers['content-encoding']?.trim().toLowerCase() ?? ''
  const unpacker = /^(?:x-)?gzip$/u.test(packing)
    ? createGunzip()
    : packing === 'deflate'
      ? createInflate()
      : packing === 'br'
        ? createBrotliDecompress()
        : null
  if (unpacker === null) return response
  response.on('error', (error) => unpacker.destroy(error))
  response.on('aborted', () => unpacker.destroy(new Error('terminated')))
  return response.pipe(unpacker)
}
