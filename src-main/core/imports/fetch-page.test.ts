import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { fetchPage } from './fetch-page'

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
