import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { createFetchPage } from './fetch-page'
import { imageLoader } from './load-image'
import type { Resolve } from './web-request'

const fetchPage = createFetchPage()

let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const address = started.address() as AddressInfo
  return `http://127.0.0.1:${address.port}`
}

async function failure(url: string, limitMs?: number, signal = new AbortController().signal): Promise<LecternError> {
  try {
    await fetchPage(url, signal, limitMs)
  } catch (error) {
    if (error instanceof LecternError) return error
    throw error
  }
  throw new Error('nothing failed')
}

test('a page comes with where it was in the end and what it is', async () => {
  const base = await serve((request, response) => {
    if (request.url === '/from') response.writeHead(302, { location: '/to' }).end()
    else
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
        .end(Buffer.from('caf\u00E9', 'latin1'))
  })
  const page = await fetchPage(`${base}/from`, new AbortController().signal)
  expect(page).toMatchObject({ url: `${base}/to`, contentType: 'text/html; charset=iso-8859-1' })
  expect([...page.bytes]).toEqual([0x63, 0x61, 0x66, 0xe9])
})

test.each([
  [404, 'There is no page'],
  [403, 'does not let Lectern read it'],
  [401, 'asks for a sign-in'],
  [429, 'too often'],
  [503, 'fault of its own'],
  [418, 'answered 418'],
])('status %i says so', async (status, words) => {
  const base = await serve((_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end('x'))
  expect(await failure(base)).toMatchObject({ code: 'fetch-failed', message: expect.stringContaining(words) })
})

test('what is no text is refused by its type', async () => {
  const base = await serve((_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-'))
  expect(await failure(base)).toMatchObject({
    code: 'unsupported-format',
    message: expect.stringContaining('it is a PDF'),
  })
})

test('redirects without end, and to other kinds of address', async () => {
  const base = await serve((request, response) =>
    response.writeHead(301, { location: request.url === '/file' ? 'file:///etc/passwd' : '/again' }).end(),
  )
  expect((await failure(base)).message).toContain('redirects more than 10 times')
  expect((await failure(`${base}/file`)).message).toContain('not a web address')
})

test('a redirect to what is no address at all', async () => {
  const base = await serve((_, response) => response.writeHead(302, { location: 'http://[' }).end())
  expect((await failure(base)).message).toContain('leads to an address that is none')
})

test('an answer that is not packed as it says', async () => {
  const base = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('not gzip'),
  )
  expect((await failure(base)).message).toContain('packed wrongly')
})

test('more than 32 MB, announced or not', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'a')
  const base = await serve((request, response) => {
    const isAnnounced = request.url === '/announced'
    response.writeHead(200, {
      'content-type': 'text/html',
      ...(isAnnounced ? { 'content-length': 40 * chunk.length } : {}),
    })
    let sent = 0
    const send = () => {
      while (sent++ < 40) if (!response.write(chunk)) return void response.once('drain', send)
      response.end()
    }
    send()
  })
  expect((await failure(`${base}/announced`)).code).toBe('too-large')
  expect((await failure(base)).code).toBe('too-large')
})

test('a site that does not answer', async () => {
  const base = await serve(() => undefined)
  expect(await failure(base, 50)).toMatchObject({ code: 'timed-out' })
})

test('a refused connection, and one that breaks off', async () => {
  const base = await serve((request) => request.socket.destroy())
  expect((await failure(base)).message).toContain('broke off')
  server?.close()
  await new Promise((resolve) => server?.once('close', resolve))
  expect((await failure(base)).message).toContain('refused the connection')
})

test('cancelled', async () => {
  const stop = new AbortController()
  const base = await serve(() => stop.abort())
  expect((await failure(base, 5000, stop.signal)).code).toBe('fetch-failed')
})

const never = () => new AbortController().signal
const html = { 'content-type': 'text/html' }

/** Names are found as a test says; the same name may be found elsewhere the next time. */
function resolving(...answers: readonly string[]): Resolve {
  let at = 0
  return (_host, done) => {
    const address = answers[Math.min(at++, answers.length - 1)] ?? ''
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }])
  }
}
const portOf = (base: string) => new URL(base).port

test('who asks is said, and nothing of the person', async () => {
  let heard: IncomingHttpHeaders = {}
  const base = await serve((request, response) => {
    heard = request.headers
    response.writeHead(200, { ...html, 'set-cookie': 'a=1' }).end('x')
  })
  await fetchPage(base, never())
  await fetchPage(base, never())
  expect(heard['user-agent']).toMatch(/^Mozilla\/5\.0 \(compatible; Lectern\/[\d.]+[^ ]*\)$/u)
  expect(Object.keys(heard).sort()).toEqual([
    'accept',
    'accept-encoding',
    'accept-language',
    'connection',
    'host',
    'user-agent',
  ])
})

test('packed answers are unpacked, and what unpacks to more than is allowed is refused', async () => {
  const base = await serve((request, response) => {
    if (request.url === '/br')
      response.writeHead(200, { ...html, 'content-encoding': 'br' }).end(brotliCompressSync('<p>b'))
    else if (request.url === '/gz')
      response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync('<p>g'))
    else response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(40 * 1024 * 1024)))
  })
  const text = async (path: string) => Buffer.from((await fetchPage(base + path, never())).bytes).toString()
  expect([await text('/br'), await text('/gz')]).toEqual(['<p>b', '<p>g'])
  expect((await failure(`${base}/bomb`)).code).toBe('too-large')
})

test('a page of this computer that was typed is fetched; what it redirects to on another port of it is not', async () => {
  const other = await serve((_, response) => response.writeHead(200, html).end('secret'))
  const kept = server
  const base = await serve((request, response) =>
    request.url === '/a'
      ? response.writeHead(302, { location: other }).end()
      : request.url === '/b'
        ? response.writeHead(302, { location: '/c' }).end()
        : response.writeHead(200, html).end('own'),
  )
  expect((await fetchPage(`${base}/b`, never())).privateHost).toBe(new URL(base).host)
  expect((await failure(`${base}/a`)).message).toContain('leads to an address of this computer or its network')
  kept?.close()
})

test.each([
  'http://127.0.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://[::1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://localhost:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://inside.example:PORT/',
])('a page of the Internet must not lead to %s', async (target) => {
  let asked = 0
  const base = await serve((_, response) => {
    asked++
    response.writeHead(200, html).end('secret')
  })
  const url = target.replace('PORT', portOf(base))
  // As an image of a public page: nothing was typed.
  const load = imageLoader({}, resolving('127.0.0.1'))
  expect(await load({ kind: 'remote', url })).toBeNull()
  expect(asked).toBe(0)
})

test('a name that is found elsewhere the second time is connected to as it was checked', async () => {
  const answers: string[] = []
  const base = await serve((_, response) => response.writeHead(200, html).end('secret'))
  const rebinding: Resolve = (_host, done) => {
    const address = answers.length === 0 ? '192.0.2.1' : '127.0.0.1'
    answers.push(address)
    done(null, [{ address, family: 4 }])
  }
  const load = imageLoader({}, rebinding)
  const url = `http://rebinding.example:${portOf(base)}/a.png`
  expect([await load({ kind: 'remote', url }), await load({ kind: 'remote', url })]).toEqual([null, null])
  // Each connection asked once: there is no second look between the check and the connection.
  expect(answers).toHaveLength(2)
})

test('of several addresses only public ones are used', async () => {
  let asked = 0
  const base = await serve((_, response) => {
    asked++
    response.end('secret')
  })
  const both: Resolve = (_host, done) =>
    done(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ])
  expect(await imageLoader({}, both)({ kind: 'remote', url: `http://two.example:${portOf(base)}/` })).toBeNull()
  expect(asked).toBe(0)
})

test('images of a page of this computer come from its own host and port alone', async () => {
  const base = await serve((_, response) => response.end('image'))
  const { host, port } = new URL(base)
  const load = imageLoader({ privateHost: host })
  expect(await load({ kind: 'remote', url: `${base}/a.png` })).not.toBeNull()
  expect(await load({ kind: 'remote', url: `http://localhost:${port}/a.png` })).toBeNull()
})

test('a busy site that says how long is asked once more, if that is short', async () => {
  let asked = 0
  const base = await serve((request, response) => {
    asked++
    const wait = request.url === '/long' ? '7200' : '0'
    if (asked === 1 || request.url === '/long') response.writeHead(503, { 'retry-after': wait }).end()
    else response.writeHead(200, html).end('there')
  })
  expect(Buffer.from((await fetchPage(base, never())).bytes).toString()).toBe('there')
  expect((await failure(`${base}/long`)).message).toContain('Try again in 2 hours')
  expect(asked).toBe(3)
})

test('a page that only sends on is followed once', async () => {
  const base = await serve((request, response) => {
    const to = { '/': '/one', '/one': '/two' }[request.url ?? '']
    response.writeHead(200, html).end(to ? `<meta http-equiv="refresh" content="0; url=${to}">` : 'end')
  })
  expect((await fetchPage(`${base}/`, never())).url).toBe(`${base}/one`)
})

test('a port that is no web server’s, and a header that does not end', async () => {
  expect((await failure('http://127.0.0.1:22/')).message).toContain('a port that is not used for web pages')
  const base = await serve((_, response) => response.writeHead(200, { ...html, 'x-a': 'a'.repeat(100_000) }).end('x'))
  expect((await failure(base)).message).toContain('broke off')
})
