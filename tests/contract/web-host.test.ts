import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@shared/contract/client'
import type { Contract } from '@shared/contract'
import { startWebHost } from '../support/backends'
import { connectHttp, type HttpTransport } from '../support/http-transport'

let folder: string
let stop: () => Promise<void>
let http: HttpTransport

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-web-'))
  const host = await startWebHost(folder)
  stop = host.stop
  http = await connectHttp(host.address)
})
afterAll(async () => {
  http.disconnect()
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Asks with headers that `fetch` would not let through, such as Host. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<{ status: number }> {
  return new Promise((done, fail) => {
    const asked = request(http.origin + path, { method, headers }, (response) => {
      response.resume().on('end', () => done({ status: response.statusCode ?? 0 }))
    })
    asked.on('error', fail).end(body)
  })
}

test('serves the app to the browser on this computer', async () => {
  const page = await fetch(http.origin)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<title>Lectern</title>')
  expect(page.headers.get('access-control-allow-origin')).toBeNull()
})

test('a name that leads here by rebinding gets nothing', async () => {
  expect(await ask('/', { host: 'evil.example' })).toEqual({ status: 421 })
  expect(await ask('/api/events', { host: 'evil.example', ...http.headers })).toEqual({ status: 421 })
})

test('another site cannot call, even with the token', async () => {
  const headers = { ...http.headers, 'content-type': 'application/json' }
  const body = JSON.stringify({ name: 'articles.counts' })
  expect(await ask('/api/call', { ...headers, origin: http.origin }, 'POST', body)).toEqual({ status: 200 })
  expect(await ask('/api/call', { ...headers, origin: 'http://evil.example' }, 'POST', body)).toEqual({ status: 403 })
  expect(await ask('/api/call', { ...headers, origin: 'null' }, 'POST', body)).toEqual({ status: 403 })
  expect(await ask('/api/call', headers, 'POST', body)).toEqual({ status: 403 })
  expect(await ask('/api/call', { origin: 'http://evil.example' }, 'OPTIONS')).toEqual({ status: 403 })
})

test('a wrong launch token opens nothing', async () => {
  const headers = { origin: http.origin, 'content-type': 'application/json' }
  expect(await ask('/api/session', headers, 'POST', '{"token":"guess"}')).toEqual({ status: 401 })
  expect(await ask('/api/session', headers, 'POST', '{')).toEqual({ status: 401 })
})

test('a body that is too large is refused without being read', async () => {
  const headers = {
    ...http.headers,
    origin: http.origin,
    'content-type': 'application/json',
    'content-length': '200000000',
  }
  const refused = new Promise<number>((done, fail) => {
    const asked = request(`${http.origin}/api/call`, { method: 'POST', headers }, (response) => {
      done(response.statusCode ?? 0)
      asked.destroy()
    })
    asked.on('error', fail)
    asked.write('{')
  })
  expect(await refused).toBe(413)
})

test('articles and their images open with the cookie only', async () => {
  const client = createClient<Contract>(http)
  const id = await client.imports.addSample(undefined)
  const { snapshotId } = await client.articles.get({ id })
  expect(await ask(`/snapshots/${snapshotId}`)).toEqual({ status: 401 })
  expect(await ask(`/snapshots/${snapshotId}`, { cookie: http.cookie })).toEqual({ status: 200 })
  expect(await ask(`/snapshots/${snapshotId}`, { cookie: http.cookie, 'sec-fetch-site': 'same-site' })).toEqual({
    status: 403,
  })
  const page = await fetch(`${http.origin}/snapshots/${snapshotId}`, { headers: { cookie: http.cookie } })
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await page.text()).toContain('<main id="content">')
})
