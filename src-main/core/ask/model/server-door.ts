import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { ModelFailure } from './model-failure'

/** Finds all addresses of a host, as `dns.lookup` does with `all`. */
export type Resolve = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void

export interface DoorRequest {
  readonly method: 'GET' | 'POST'
  /** JSON. */
  readonly body?: string
  readonly signal: AbortSignal
  /** Whether a person agreed that this host is not on this computer. */
  readonly mayLeave: boolean
  /** Milliseconds. */
  readonly connectWithin: number
}

export interface DoorAnswer {
  readonly status: number
  readonly isJson: boolean
  readonly body: AsyncIterable<Uint8Array>
  /** Ends the connection. */
  drop(): void
}

/** The one way from Ask to a server: no proxy, no redirect, no cookie, and to this computer alone unless a person agreed. */
export interface Door {
  /** @throws ModelFailure */
  open(url: string, request: DoorRequest): Promise<DoorAnswer>
  /** Every address of a host, and whether all of them are this computer. @throws ModelFailure */
  look(host: string): Promise<{ readonly addresses: string[]; readonly isLocal: boolean }>
}

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** Whether an IP address is this computer, also when IPv6 carries an IPv4 one. */
export function isLoopback(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && LOOPBACK.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

const resolveSystem: Resolve = (host, done) => systemLookup(host, { all: true }, done)

/**
 * @param resolve finds a host's addresses. They are checked for each connection, and what was checked is what is connected to, so
 * a name that changes its mind (DNS rebinding) gains nothing.
 */
export function createDoor(resolve: Resolve = resolveSystem): Door {
  const look: Door['look'] = (host) =>
    new Promise((done, fail) => {
      if (isIP(host) !== 0) return done({ addresses: [host], isLocal: isLoopback(host) })
      resolve(host, (error, found) => {
        if (error !== null || found.length === 0) return fail(new ModelFailure('not-found'))
        const addresses = found.map(({ address }) => address)
        done({ addresses, isLocal: addresses.every(isLoopback) })
      })
    })
  return {
    look,
    async open(address, { method, body, signal, mayLeave, connectWithin }) {
      const url = new URL(address)
      const host = url.hostname.replace(/^\[|\]$/gu, '')
      // A literal address is not looked up by Node.
      if (!mayLeave && isIP(host) !== 0 && !isLoopback(host)) throw new ModelFailure('not-local', host)
      const response = await new Promise<IncomingMessage>((done, fail) => {
        const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
          method,
          signal,
          agent: false,
          lookup: checkedLookup(resolve, mayLeave),
          headers: { accept: '*/*', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        })
        const timer = setTimeout(() => request.destroy(new ModelFailure('no-connection-in-time')), connectWithin)
        request.on('socket', (socket) => socket.once('connect', () => clearTimeout(timer)))
        request.on('close', () => clearTimeout(timer))
        request.on('error', (error) => fail(asFailure(error)))
        request.on('response', done)
        request.end(body)
      })
      const status = response.statusCode ?? 0
      if (status >= 300 && status < 400) {
        response.destroy()
        throw new ModelFailure('redirect')
      }
      return {
        status,
        isJson: /^application\/json\b/iu.test(response.headers['content-type'] ?? ''),
        body: bytesOf(response),
        drop: () => void response.destroy(),
      }
    },
  }
}

async function* bytesOf(response: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of response) if (Buffer.isBuffer(part)) yield part
  } catch (error) {
    throw asFailure(error)
  }
}

function checkedLookup(resolve: Resolve, mayLeave: boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      if (error !== null) return done(error, '')
      const [first] = addresses
      if (first === undefined) return done(new ModelFailure('not-found'), '')
      if (!mayLeave && !addresses.every(({ address }) => isLoopback(address))) {
        return done(new ModelFailure('not-local', addresses.map(({ address }) => address).join(', ')), '')
      }
      if (options.all === true) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
}

function asFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new ModelFailure('not-found')
  if (code === 'ECONNREFUSED') return new ModelFailure('refused')
  if (code === 'ECONNRESET' || code === 'EPIPE') return new ModelFailure('cut')
  return new ModelFailure('network', code)
}
